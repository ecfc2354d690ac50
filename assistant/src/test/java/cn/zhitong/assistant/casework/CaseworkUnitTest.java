package cn.zhitong.assistant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.view.CaseViewer;
import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pure functions of casework. */
class CaseworkUnitTest {

  @Test
  void plainText_withWhatCannotBeHeld_isCleaned() {
    assertThat(PlainText.clean(" a\u0000b\r\nc\u202Ed\uD800e\t ")).isEqualTo("ab\ncde");
  }

  @Test
  void gaps_besideDocumentNumbers_areFoundAlone() {
    assertThat(ReplyText.gaps("【办理情况】据闽政办【2025】7号【办理情况】【联系电话】"))
        .containsExactly("【办理情况】", "【联系电话】");
  }

  @ParameterizedTest
  @CsvSource({"abcd,abcd,0", "abcd,abxd,.25", "abcd,'',1", "'',abcd,1", "kitten,sitting,.429"})
  void edits_ofADraft_areMeasured(String draft, String sent, double share) {
    assertThat(ReplyText.editShare(draft, sent)).isEqualTo(share);
  }

  @Test
  void day_inAnotherZone_isShanghais() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
      assertThat(Deadlines.day(Instant.parse("2025-09-25T16:30:00Z")))
          .isEqualTo(LocalDate.of(2025, 9, 26));
      assertThat(CaseViewer.time(Instant.parse("2025-09-25T16:30:00Z")))
          .hasToString("2025-09-26T00:30+08:00");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void canonicalForm_ofReorderedJson_isTheSame() throws Exception {
    ObjectMapper json = StandardJson.MAPPER;
    assertThat(EventChain.canonical(json.readTree("{\"b\": {\"y\":1,\"x\":0.10}, \"a\":1E-5}")))
        .isEqualTo(
            EventChain.canonical(json.readTree("{\"a\":0.00001,\"b\":{\"x\":0.1,\"y\":1}}")));
  }

  @Test
  void code_typedOtherwise_isUnderstood() {
    assertThat(CaseCodes.matches("7K3M9QXW2ABC", " 7k3m 9qxw-2abc ")).isTrue();
    assertThat(CaseCodes.matches("7K3M9QXW2ABC", null)).isFalse();
  }
}
