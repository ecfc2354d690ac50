package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.policy.PolicyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicEvidenceTest {
  private static final Turn TURN = new Turn("旧问题", "旧回答", List.of(new PolicyId(new UUID(1, 2))));

  @Test
  void isInTopicOf_shortForm_isFoundInTheLongerName() {
    assertThat(topics("缴纳社会保险费满一年").isInTopicOf(TURN, List.of("社保"))).isTrue();
  }

  @Test
  void isInTopicOf_wordWithMarks_isReadAsItStands() {
    assertThat(topics("使用C+系统的企业").isInTopicOf(TURN, List.of("C+"))).isTrue();
    assertThat(topics("使用其他系统的企业").isInTopicOf(TURN, List.of("(+"))).isFalse();
  }

  private static TopicEvidence topics(String text) {
    return new TopicEvidence(question -> List.of(), policy -> Optional.of(text));
  }
}
