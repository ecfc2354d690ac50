package cn.zhitong.assistant.arrears;

import java.time.LocalDate;

/**
 * Money of a debt that has come.
 *
 * @param cents amount in 分
 */
public record Repayment(LocalDate paidOn, long cents) {}
