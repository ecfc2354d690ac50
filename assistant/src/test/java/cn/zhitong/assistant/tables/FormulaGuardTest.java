package cn.zhitong.assistant.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1",
        "+1",
        "-1",
        "@A1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        "\t=1",
        "\r1",
        "\n1",
        " =1",
        "\u3000=1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b+1",
        "\u2060@1",
        "\u200e＝1",
        "\u00ad=1",
        "'=1",
        "''＝1",
        "\u2003\u200d=1"
      })
  void text_thatASpreadsheetRuns_isQuotedAndComesBack(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "停电", "a=1", "'甲'", "1-2", "(=1)", " 停电"})
  void text_thatIsNone_staysAsItIs(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    assertThat(FormulaGuard.unguarded(text)).isEqualTo(text);
  }
}
