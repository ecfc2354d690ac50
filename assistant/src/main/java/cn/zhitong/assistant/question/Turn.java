package cn.zhitong.assistant.question;

import cn.zhitong.ingest.policy.PolicyId;
import java.util.List;

/**
 * An earlier question of a conversation.
 *
 * @param question completed from what came before it
 * @param asked as the user wrote it
 * @param answer what was shown
 * @param policies policies that the answer cited, first cited first
 * @param options what was offered where the turn ended in a question back, else empty
 */
public record Turn(
    String question, String asked, String answer, List<PolicyId> policies, List<String> options) {
  public Turn {
    policies = List.copyOf(policies);
    options = List.copyOf(options);
  }

  /** A turn that stood alone and was no question back. */
  public Turn(String question, String answer, List<PolicyId> policies) {
    this(question, question, answer, policies, List.of());
  }
}
