package cn.zhitong.assistant.retrieval;

import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Passages as search finds them, for tests of what comes after it. */
public final class TestHits {
  private TestHits() {}

  /**
   * The first passage of a policy in force; the same text of the same policy is the same passage.
   *
   * @param issuer null for none
   */
  public static Hit of(PolicyId policy, String title, String issuer, String text) {
    return new Hit(
        UUID.nameUUIDFromBytes((policy + text).getBytes(StandardCharsets.UTF_8)),
        policy,
        "a.txt",
        title,
        title,
        null,
        issuer,
        null,
        null,
        PolicyStatus.IN_FORCE,
        null,
        null,
        "",
        0,
        text.length(),
        text,
        1,
        .5);
  }
}
