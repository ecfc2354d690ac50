package cn.zhitong.ingest.read;

/**
 * A line of a JSON Lines file that could not be read; the lines after it are read all the same.
 *
 * @param externalId {@code file#line}, or the line's own id where it has one
 * @param line from 1
 * @param message what is wrong and what to do, in Chinese, with the line number
 */
public record BadLine(String externalId, int line, String message) {}
