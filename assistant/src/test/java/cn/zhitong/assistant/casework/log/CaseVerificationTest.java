package cn.zhitong.assistant.casework.log;

import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.eventlog.ChainedLog;
import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
  @Inject CaseStore store;
  @Inject CaseListStore lists;
  @Inject CaseLog log;
  @Inject LogHeadStore headStore;
  @Inject @All List<ChainedLog> others;
  @Inject Clock clock;
  private UUID id;

  @BeforeEach
  void aCaseOfFiveEvents() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion").does("dispatch");
    id = UUID.fromString(filed.does("note", "text", "备注").id());
  }

  @Test
  void log_untouched_holds() {
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
  void log_tamperedWith_breaksAtItsFirstLink(int seq, String tamper) {
    assertThat(jdbc.update(tamper, id)).isEqualTo(1);
    CaseVerification.Result result = verification.verify(id).orElseThrow();
    assertThat(result.intact()).isFalse();
    assertThat(result.brokenAt()).isEqualTo(seq);
    assertThat(verification.all().broken()).contains(result);
  }

  @Test
  void lastEventDeleted_withTheRowSetBack_isFoundBySeal() {
    jdbc.update(
        """
        update assistant.appeal_case c set version = e.seq - 1, head = e.previous_hash
          from assistant.case_event e
         where e.case_id = c.id and c.id = ? and e.seq = c.version
        """,
        id);
    jdbc.update("delete from assistant.case_event where case_id = ? and seq = 5", id);
    assertThat(problem()).contains("签封");
  }

  @Test
  void actorChanged_withAllHashesReckonedAnew_isFoundBySealAndStaysFound() {
    rehash();
    assertThat(problem()).contains("签封");
    // Another event, by the service itself, makes it no better.
    token()
        .body(Map.of("type", "note", "text", "后来的备注"))
        .post("/api/cases/" + id + "/events")
        .then()
        .statusCode(200);
    assertThat(problem()).contains("签封");
    jdbc.update("update assistant.appeal_case set projected_by = null where id = ?", id);
    log.bringUpToDate();
    assertThat(problem()).as("it is not sealed anew either").contains("签封");
  }

  /** Hashes need no key: whoever can write can reckon them. */
  private void rehash() {
    List<CaseEvent> events = store.load(id).orElseThrow().events();
    String previous = EventChain.START;
    for (CaseEvent event : events) {
      CaseEvent forged =
          new CaseEvent(
              event.id(),
              event.caseId(),
              event.seq(),
              event.type(),
              event.type() == EventType.DISPATCH ? "supervisor" : event.actor(),
              event.actorName(),
              event.at(),
              event.openReason(),
              event.basedOn(),
              event.sealed(),
              previous,
              null);
      String hash = EventChain.hash(forged);
      jdbc.update(
          "update assistant.case_event set actor = ?, previous_hash = ?, hash = ? where id = ?",
          forged.actor(),
          previous,
          hash,
          event.id());
      previous = hash;
    }
    jdbc.update("update assistant.appeal_case set head = ? where id = ?", previous, id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "办理期限 ; due = due + 400",
        "工作日数 ; working_days = working_days + 1",
        "状态 ; state = 'answered'",
        "答复时间 ; answered_at = now()",
        "类别 ; category = 'suggestion'",
        "牵头部门 ; department = '别局'",
        "催办次数 ; urges = 7",
        "督办 ; supervised = true",
        "抽查复核 ; review = 'open'",
        "典型问题 ; typical = true",
        "评价 ; score = 5",
        "配合部门 ; supporting = '{x}'",
        "清除个人信息 ; erased_at = now()",
        "签封 ; projected_by = projected_by || 'x'",
        "签封 ; seal = null",
        "签封 ; received_at = received_at - interval '1 day'",
      })
  void foldedColumn_changedByHand_isFoundByName(String column, String change) {
    jdbc.update("update assistant.appeal_case set " + change + " where id = ?", id);
    assertThat(problem()).contains(column);
  }

  private String problem() {
    CaseVerification.Result result = verification.verify(id).orElseThrow();
    assertThat(result.intact()).isFalse();
    return result.problem();
  }

  @Test
  void headOfADay_whenACaseOfThatTimeIsGoneOrChanged_disagrees() throws IOException {
    Path folder = Files.createTempDirectory("zhitong-heads");
    LogKeyHolder keys = new LogKeyHolder("a key that the tests share", folder);
    LogHeads heads = new LogHeads(headStore, keys, clock);
    jdbc.update("delete from assistant.log_head");
    LocalDate today = LocalDate.ofInstant(clock.instant(), Infrastructure.ZONE);
    heads.sign(today);
    heads.sign(today);
    CaseVerification withHeads = new CaseVerification(store, lists, log, heads, others);
    assertThat(withHeads.all().headsChecked()).isEqualTo(1);
    assertThat(withHeads.all().headsBroken()).isEmpty();
    assertThat(jdbc.query("select 1 from assistant.log_head", row -> 1)).hasSize(1);
    token().get("/api/cases/log-heads").then().body("items[0].text", containsString("signature "));

    jdbc.update("delete from assistant.case_event where case_id = ?", id);
    jdbc.update("delete from assistant.triage_recent where case_id = ?", id);
    jdbc.update("delete from assistant.appeal_case where id = ?", id);
    CaseVerification.Summary gone = withHeads.all();
    assertThat(gone.intact()).isFalse();
    assertThat(gone.headsBroken().get(0).problem()).contains("被删除");

    // The copy outside the database counts, also when the one inside is gone.
    jdbc.update("delete from assistant.log_head");
    assertThat(withHeads.all().headsBroken()).hasSize(1);
    Path copy = folder.resolve("log-heads").resolve(today + ".txt");
    Files.writeString(copy, Files.readString(copy).replaceFirst("cases \\d+", "cases 3"));
    assertThat(withHeads.all().headsBroken().get(0).problem()).contains("签名");
  }
}
