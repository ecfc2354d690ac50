package cn.zhitong.assistant.question;

import cn.zhitong.ingest.policy.PolicyId;
import java.util.List;

/**
 * An earlier question of a conversation.
 *
 * @param question completed from what came before it
 * @param answer what was shown
 * @param policies policies that the answer cited, first cited first
 */
public record Turn(String question, String answer, List<PolicyId> policies) {
  public Turn {
    policies = List.copyOf(policies);
  }
}
