package cn.zhitong.prompts;

import java.util.List;

/**
 * Asks for a follow-up as a question that stands alone.
 *
 * @param nonce unguessable, new for each request
 * @param turns earlier turns, oldest first
 */
public record RewritePrompt(String nonce, List<Turn> turns, String question) implements Prompt {

  /** One earlier question with what was answered. */
  public record Turn(String question, String answer) {}

  @Override
  public String id() {
    return "rewrite";
  }
}
