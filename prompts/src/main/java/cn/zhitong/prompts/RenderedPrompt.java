package cn.zhitong.prompts;

/**
 * A prompt ready to send.
 *
 * @param hash first 16 hex digits of the SHA-256 of the task's texts; changes when they do, not
 *     with the values. Stored with each answer
 */
public record RenderedPrompt(String id, String hash, String system, String user) {}
