package cn.zhitong.prompts;

/**
 * What one task asks a language model. Each permitted record's components are exactly the variables
 * of its {@code system.txt} and {@code user.txt}; a test holds that.
 */
public sealed interface Prompt permits AnswerPrompt, RewritePrompt, DraftPrompt {

  /** Name of the task and of the folder that holds its texts. */
  String id();
}
