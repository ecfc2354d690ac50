package cn.zhitong.assistant.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TitleKeywordsTest {
  /** Ten of one matter by two names, two that only mention it, and others' appeals. */
  private static List<TopicDocument> appeals() {
    List<TopicDocument> appeals = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      appeals.add(appeal("办理 房照", "开发商 不管"));
    }
    for (int i = 0; i < 4; i++) {
      appeals.add(appeal("办理 产权证", "买了 三年"));
    }
    appeals.add(appeal("请 领导 关注", "房照 拿 不到"));
    appeals.add(appeal("物业 收费", "电梯 停运"));
    for (int i = 0; i < 60; i++) {
      appeals.add(appeal("办理 社保卡", "窗口 排队"));
    }
    return appeals;
  }

  private static TopicDocument appeal(String title, String text) {
    List<String> words = new ArrayList<>(List.of(title.split(" ")));
    words.add("。");
    words.addAll(List.of(text.split(" ")));
    return new TopicDocument(
        title.replace(" ", ""), List.of(title.split(" ")), words, new float[] {1});
  }

  private static final int[] GROUP = IntStream.range(0, 12).toArray();

  @Test
  void matter_ofTwoNames_isToldByBoth() {
    TitleKeywords.Subject subject = new TitleKeywords(appeals()).of(GROUP);
    assertThat(subject.titled().stream()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(subject.fit()).isCloseTo(2.0 * 10 / (10 + 12), within(1e-9));
    assertThat(subject.words()).hasSize(2);
  }

  @Test
  void words_ofAllTitles_areNoSubject() {
    assertThat(new TitleKeywords(appeals()).of(GROUP).words())
        .noneMatch(word -> word.contains("办") || word.contains("理"));
  }

  @Test
  void subject_inTheTextOnly_isMentioned() {
    TitleKeywords subjects = new TitleKeywords(appeals());
    TitleKeywords.Subject subject = subjects.of(IntStream.range(0, 6).toArray());
    assertThat(subjects.names(10, subject)).isTrue();
    assertThat(subjects.names(11, subject)).isFalse();
  }

  @Test
  void group_withNothingInCommon_hasNoFit() {
    List<TopicDocument> appeals = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String own = "" + (char) ('一' + 2 * i) + (char) ('一' + 2 * i + 1);
      appeals.add(appeal(own, "没有 相同"));
    }
    TitleKeywords.Subject subject = new TitleKeywords(appeals).of(IntStream.range(0, 10).toArray());
    assertThat(subject.words()).isEmpty();
    assertThat(subject.fit()).isZero();
  }
}
