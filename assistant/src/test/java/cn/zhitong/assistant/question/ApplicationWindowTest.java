package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationWindowTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "申报时间为2025年3月1日至4月30日。",
        "申报期：3月1日至4月30日。",
        "请于2025年4月30日前提交申请。",
        "受理时间2025年4月1日至30日。"
      })
  void past_windowOver_tellsLastDayAndToday(String quote) {
    assertThat(ApplicationWindow.past(citation(quote), TODAY))
        .hasValueSatisfying(
            text -> assertThat(text).contains("2025年4月30日").contains("今天是2026年3月5日"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"申报时间为2026年3月1日至4月30日。", "本办法有效期至2025年4月30日。", "申报全年受理。", "申报时间2025年2月1日至30日。"})
  void past_openOrNoWindow_saysNothing(String quote) {
    assertThat(ApplicationWindow.past(citation(quote), TODAY)).isEmpty();
  }

  @Test
  void past_withoutDay_saysNothing() {
    assertThat(ApplicationWindow.past(citation("申报时间为2025年3月1日至4月30日。"), null)).isEmpty();
  }

  private static Citation citation(String quote) {
    return new Citation(
        new PolicyId(new UUID(1, 1)),
        "x.txt",
        "2025年度冷链车补贴申报指南",
        null,
        null,
        "三",
        quote,
        0,
        quote.length(),
        PolicyStatus.IN_FORCE,
        null);
  }
}
