package cn.zhitong.assistant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class CaseVerificationTest {
  @Inject Jdbc jdbc;
  @Inject CaseVerification verification;
  private UUID id;

  @BeforeEach
  void aCaseOfFiveEvents() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion").does("dispatch");
    id = UUID.fromString(filed.does("note", "text", "备注").id());
  }

  @Test
  void anUntouchedLogHolds() {
    assertThat(verification.verify(id).orElseThrow().intact()).isTrue();
    assertThat(verification.all().broken()).extracting(r -> r.caseId()).doesNotContain(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "3 ; update assistant.case_event set actor = 'somebody' where case_id = ? and seq = 3",
        "4 ; update assistant.case_event set type = 'urge' where case_id = ? and seq = 4",
        "5 ; update assistant.case_event set sealed = '{\"text\":\"另一句\"}' where case_id = ? and seq = 5",
        "5 ; update assistant.case_event set sealed = null, salt = null where case_id = ? and seq = 5",
        "3 ; update assistant.case_event set body = body || '{\"category\":\"demand2\"}' where case_id = ? and seq = 3",
        "4 ; update assistant.case_event set at = at + interval '1 microsecond' where case_id = ? and seq = 4",
        "2 ; delete from assistant.case_event where case_id = ? and seq = 2",
        "5 ; delete from assistant.case_event where case_id = ? and seq = 5",
        "1 ; update assistant.appeal_case set content = content || '！' where id = ?",
      })
  void tamperingIsFoundAtItsFirstLink(int seq, String tamper) {
    assertThat(jdbc.update(tamper, id)).isEqualTo(1);
    CaseVerification.Result result = verification.verify(id).orElseThrow();
    assertThat(result.intact()).isFalse();
    assertThat(result.brokenAt()).isEqualTo(seq);
    assertThat(verification.all().broken()).contains(result);
  }
}
