package cn.zhitong.assistant.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.feedback.KnowledgeGapStore.Topic;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnowledgeGapsTest {
  private final Topic cold = new Topic(UUID.randomUUID(), List.of("冷库", "电价"));
  private final Topic export = new Topic(UUID.randomUUID(), List.of("出口", "退税"));

  @Test
  void like_sharesMostWords_isThatTopic() {
    assertThat(KnowledgeGaps.like(List.of("出口", "退税", "时间表"), List.of(cold, export)))
        .contains(export.id());
  }

  @Test
  void like_sharesFewOrNoWords_isANewTopic() {
    assertThat(KnowledgeGaps.like(List.of("出口", "信用", "保险"), List.of(cold, export))).isEmpty();
    assertThat(KnowledgeGaps.like(List.of(), List.of(cold, export))).isEmpty();
  }
}
