package cn.zhitong.bench.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the day again from the cases' own events, and compares with the plan and the reports. */
final class ScenarioCheck {
  private static final Set<String> DECISIONS =
      Set.of("accept_suggestion", "change", "reassign", "arbitrate");
  private static final int SATISFIED = 3;

  private final ScenarioClient api;
  private final LocalDate today;
  private final Findings found = new Findings();

  ScenarioCheck(ScenarioClient api, LocalDate today) {
    this.api = api;
    this.today = today;
  }

  Findings all(FailoverScenario script) throws IOException, InterruptedException {
    List<JsonNode> cases = new ArrayList<>();
    JsonNode list = api.get("/api/cases?pageSize=200");
    found.same("办件数", ScenarioPlan.APPEALS, list.path("total").asInt());
    Set<String> ids = new HashSet<>();
    for (JsonNode row : list.path("items")) {
      String id = row.path("caseId").asText();
      ids.add(id);
      cases.add(api.get("/api/cases/" + id));
    }
    found.same("提交时得到的办件", new HashSet<>(script.cases().values()), ids);
    Map<String, List<String>> expected = script.expected();
    for (JsonNode file : cases) {
      events(file, expected.get(file.path("caseId").asText()));
    }
    JsonNode proof = api.get("/api/cases/verification");
    found.same("哈希链完好", true, proof.path("intact").asBoolean());
    found.same("校验的办件", ScenarioPlan.APPEALS, proof.path("cases").asInt());
    found.figures().put("记录", proof.path("events").asText());
    deadlines(cases);
    satisfaction(cases);
    triage(cases);
    return found;
  }

  /** Exactly what was done, once each and in order. */
  private void events(JsonNode file, List<String> expected) {
    List<String> types = found.types(file);
    List<String> all = new ArrayList<>(List.of("received", "suggested"));
    all.addAll(expected == null ? List.of() : expected);
    // The program's own acts come beside what people do: reminders to overdue cases, themes it
    // recognises.
    types.removeAll(List.of("urge", "supervise", "mark_theme"));
    found.same("办件 " + file.path("number").asText() + " 的记录", all, types);
  }

  private void deadlines(List<JsonNode> cases) throws IOException, InterruptedException {
    int counted = 0;
    int onTime = 0;
    int late = 0;
    int overdue = 0;
    int open = 0;
    for (JsonNode file : cases) {
      String state = file.path("state").asText();
      if (state.equals("rejected") || state.equals("withdrawn")) {
        continue;
      }
      counted++;
      LocalDate due = LocalDate.parse(file.path("deadline").path("due").asText());
      JsonNode reply = last(file, Set.of("reply"));
      if (reply != null) {
        LocalDate answered = Findings.day(reply);
        onTime += answered.isAfter(due) ? 0 : 1;
        late += answered.isAfter(due) ? 1 : 0;
      } else {
        overdue += today.isAfter(due) ? 1 : 0;
        open += today.isAfter(due) ? 0 : 1;
      }
    }
    JsonNode total = report("deadlines").path("total");
    found.same("时限报表：件数", counted, total.path("cases").asInt());
    found.same("时限报表：按期答复", onTime, total.path("answeredOnTime").asInt());
    found.same("时限报表：超期答复", late, total.path("answeredLate").asInt());
    found.same("时限报表：超期未答", overdue, total.path("overdue").asInt());
    found.same("时限报表：在办", open, total.path("open").asInt() + total.path("atRisk").asInt());
    found
        .figures()
        .put("按期答复", onTime + " / 超期答复 " + late + " / 超期未答 " + overdue + " / 在办 " + open);
  }

  private void satisfaction(List<JsonNode> cases) throws IOException, InterruptedException {
    int[] scores = new int[5];
    int ratings = 0;
    int satisfied = 0;
    for (JsonNode file : cases) {
      JsonNode rating = last(file, Set.of("rate"));
      if (rating != null) {
        int score = rating.path("body").path("score").asInt();
        scores[score - 1]++;
        ratings++;
        satisfied += score >= SATISFIED ? 1 : 0;
      }
    }
    JsonNode total = report("satisfaction").path("total");
    found.same("满意度报表：评价数", ratings, total.path("ratings").asInt());
    for (int i = 0; i < scores.length; i++) {
      found.same("满意度报表：" + (i + 1) + " 分", scores[i], total.path("scores").path(i).asInt());
    }
    share("满意度报表：满意率", satisfied, ratings, total.path("satisfied"));
    found.figures().put("评价", ratings + "，满意 " + satisfied);
  }

  private void triage(List<JsonNode> cases) throws IOException, InterruptedException {
    int decisions = 0;
    int sure = 0;
    int right = 0;
    int top = 0;
    for (JsonNode file : cases) {
      JsonNode decision = last(file, DECISIONS);
      if (decision == null) {
        continue;
      }
      decisions++;
      JsonNode suggested = decision.path("body").path("suggested");
      if (!blind(file) && suggested.isObject() && !suggested.path("abstained").asBoolean()) {
        sure++;
        right += suggested.path("categoryRight").asBoolean() ? 1 : 0;
        top += suggested.path("rank").asInt() == 1 ? 1 : 0;
      }
    }
    JsonNode report = report("triage");
    found.same("分办报表：改定数", decisions, report.path("decisions").asInt());
    share("分办报表：类别准确", right, sure, report.path("category"));
    share("分办报表：首位准确", top, sure, report.path("departmentTop1"));
    found.figures().put("分办", decisions + " 件，未弃权 " + sure + "，首位与最终一致 " + top);
  }

  /** Whether somebody decided before the suggestion was shown; reports count those apart. */
  private static boolean blind(JsonNode file) {
    for (JsonNode event : file.path("events")) {
      if (event.path("body").path("blind").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private void share(String what, int part, int whole, JsonNode share) {
    // To the reports' own digits: rounding their rounded figure once more may differ in the last.
    double own = whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 10_000.0;
    found.same(what, own, share.path("value").asDouble());
  }

  private JsonNode report(String name) throws IOException, InterruptedException {
    return api.get("/api/reports/" + name + "?from=" + today.minusDays(60) + "&to=" + today);
  }

  private static JsonNode last(JsonNode file, Set<String> types) {
    JsonNode last = null;
    for (JsonNode event : file.path("events")) {
      if (types.contains(event.path("type").asText())) {
        last = event;
      }
    }
    return last;
  }
}
