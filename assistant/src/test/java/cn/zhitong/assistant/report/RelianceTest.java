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
}
