package cn.zhitong.assistant.question;

/** Which prompt and model wrote an answer. */
record PromptUsed(String id, String hash, String model) {}
