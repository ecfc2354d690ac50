package cn.zhitong.assistant.report;

import static cn.zhitong.assistant.security.TestLogin.as;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rests on a policy is found by it and by its clause. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class RelianceTest {
  @Inject Jdbc jdbc;

  @Test
  void policy_citedByAnAnswerAndADraft_listsBoth() {
    UUID policy = UUID.randomUUID();
    String cited = "[{\"policyId\":\"" + policy + "\",\"clause\":\"二、(三)\"}]";
    jdbc.update(
        """
        insert into assistant.question
          (id, conversation_id, asked_at, question, standalone, as_of, include_expired, outcome,
           answer, policies, citations, took_millis)
        values (?, ?, now(), '补贴多少', '补贴多少', current_date, false, 'answered', '每人一千元',
                array[?::uuid], ?::jsonb, 5)
        """,
        UUID.randomUUID(),
        UUID.randomUUID(),
        policy,
        cited);
    Cases filed = Cases.filed("招工补贴怎么领");
    jdbc.update(
        """
        insert into assistant.case_event
          (id, case_id, seq, type, actor, actor_name, at, occurred_at, based_on, body,
           previous_hash, hash)
        values (?, ?::uuid, 99, 'drafted', 'agent', '坐席', now(), now(), 1,
                jsonb_build_object('citations', ?::jsonb), '', '')
        """,
        UUID.randomUUID(),
        filed.id(),
        cited);
    try {
      as(Role.PUBLISHER)
          .get("/api/policies/" + policy + "/reliance")
          .then()
          .statusCode(200)
          .body("answerTotal", equalTo(1))
          .body("draftTotal", equalTo(1))
          .body("drafts[0].caseId", equalTo(filed.id()))
          .body("replyTotal", equalTo(0));
      as(Role.PUBLISHER)
          .queryParam("clause", "九、")
          .get("/api/policies/" + policy + "/reliance")
          .then()
          .body("answerTotal", equalTo(0))
          .body("draftTotal", equalTo(0));
    } finally {
      // No event that a case was not written with may stay in a log that others verify.
      jdbc.update(
          "delete from assistant.case_event where case_id = ?::uuid and seq = 99", filed.id());
    }
  }

  /** Its own number with its office's name, in whatever brackets, or its title in 《》. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "按照《关于支持企业稳定用工的若干措施》，可以申领, 1",
    "按照《关于印发〈关于支持企业稳定用工的若干措施〉的通知》办理, 1",
    "依据甲政规[2026]7号文件, 1",
    "依据乙政规〔2026〕7号文件, 0",
    "依据《关于支持企业技术改造的若干措施》, 0",
  })
  void pastReply_namingAPolicy_restsOnIt(String reply, int total) {
    UUID policy = UUID.randomUUID();
    UUID id = UUID.randomUUID();
    jdbc.update(
        """
        insert into corpus.policy
          (id, source, external_id, digest, text, text_digest, title, display_title,
           document_number, kind, status, embedding_model, created_at, updated_at)
        values (?, 'test', ?, 'd', 't', ?, '关于支持企业稳定用工的若干措施', '若干措施', '甲政规〔2026〕7号',
                'policy', 'effective', 'm', now(), now())
        """,
        policy,
        policy.toString(),
        policy.toString());
    jdbc.update(
        """
        insert into assistant.past_reply (id, source, number, title, question, reply, created_at)
        values (?, 'history', ?, '用工', '用工补贴', ?, now())
        """,
        id,
        id.toString(),
        reply);
    try {
      as(Role.PUBLISHER)
          .get("/api/policies/" + policy + "/reliance")
          .then()
          .statusCode(200)
          .body("replyTotal", equalTo(total));
    } finally {
      jdbc.update("delete from assistant.past_reply where id = ?", id);
      jdbc.update("delete from corpus.policy where id = ?", policy);
    }
  }
}
