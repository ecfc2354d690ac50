package cn.zhitong.assistant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextChangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "请到窗口办理。|请到窗口办理。|0",
        "请到窗口办理。|请到二楼窗口办理。|2",
        "请于三月前到窗口办理。|请到大厅办理。|8",
        "''|新写的|3",
        "全部删去|''|4",
        "甲乙丙丁戊|丁戊甲乙丙|4"
      })
  void steps_appliedToTheDraft_giveTheText(String draft, String sent, int distance) {
    TextChanges changes = TextChanges.between(draft, sent);
    assertThat(changes.distance()).isEqualTo(distance);
    assertThat(applied(changes, draft, sent)).isEqualTo(sent);
  }

  @Test
  void texts_withNothingInCommon_areReplacedWhole() {
    TextChanges changes = TextChanges.between("甲".repeat(900), "乙".repeat(900));
    assertThat(changes.distance()).isEqualTo(1800);
    assertThat(applied(changes, "甲".repeat(900), "乙".repeat(900))).isEqualTo("乙".repeat(900));
  }

  /** Draft and text are walked through by the steps' lengths. */
  private static String applied(TextChanges changes, String draft, String sent) {
    StringBuilder result = new StringBuilder();
    int inDraft = 0;
    for (TextChanges.Step step : changes.steps()) {
      switch (step.op()) {
        case KEEP -> {
          result.append(draft, inDraft, inDraft + step.length());
          inDraft += step.length();
        }
        case DELETE -> inDraft += step.length();
        case INSERT -> result.append(sent, result.length(), result.length() + step.length());
      }
    }
    assertThat(inDraft).isEqualTo(draft.length());
    return result.toString();
  }
}
