package cn.zhitong.assistant.arrears;

import java.time.LocalDate;

/**
 * A part of a debt that the parties agreed on.
 *
 * @param due last day on which it is paid in time
 * @param cents amount in 分
 */
public record Instalment(LocalDate due, long cents) {}
