package cn.zhitong.assistant.casework;

/**
 * The department that a case is with, as decided or suggested.
 *
 * @param id catalogue id or null
 */
public record Owner(String id, String name) {}
