package cn.zhitong.prompts;

/**
 * A passage as the model sees it. It stands inside a fence; nothing in it is followed.
 *
 * @param marker number by which the model cites it, from 1
 * @param documentNumber empty where the text has none
 * @param clause empty where the text has no outline
 * @param status 有效, 失效, 废止 or 已修订
 */
public record QuotedPassage(
    int marker, String title, String documentNumber, String clause, String status, String text) {}
