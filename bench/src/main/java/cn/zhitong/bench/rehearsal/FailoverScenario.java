package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.demo.ParallelTasks;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.bench.rehearsal.ScenarioPlan.Appeal;
import cn.zhitong.bench.rehearsal.ScenarioPlan.Channel;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What people and systems do on the scripted day, in its order; several at once. */
final class FailoverScenario {
  /** Of the demo's catalogue: what those decide who do not see the suggestion. */
  private static final String DECIDED_ALONE = "澜州市工业和信息化局";

  private static final String REASSIGNED = "云泽省司法厅";
  private static final String ARBITRATED = "云泽省财政厅";

  private static final String RUN = UUID.randomUUID().toString();

  private final ScenarioClient api;
  private final List<Appeal> appeals;
  private final LocalDate today;

  /** Case by number of the appeal. */
  private final Map<Integer, String> cases = new ConcurrentHashMap<>();

  /** What was done and confirmed to each case, beyond arrival and suggestion. */
  private final Map<Integer, List<String>> done = new ConcurrentHashMap<>();

  private final AtomicInteger acts = new AtomicInteger();

  FailoverScenario(ScenarioClient api, List<Appeal> appeals, Clock clock) {
    this.api = api;
    this.appeals = appeals;
    this.today = LocalDate.now(clock.withZone(Infrastructure.ZONE));
    appeals.forEach(appeal -> done.put(appeal.index(), new ArrayList<>()));
  }

  Map<Integer, String> cases() {
    return cases;
  }

  int acts() {
    return acts.get();
  }

  /** Widget and API one by one, the hotline's list as a file, sent twice. */
  void file() throws IOException, InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    tasks.add(this::importList);
    for (Appeal appeal : appeals) {
      if (appeal.channel() != Channel.HOTLINE) {
        tasks.add(() -> fileOne(appeal));
      }
    }
    ParallelTasks.run(tasks);
    importList();
    for (JsonNode row : api.get("/api/cases?pageSize=200").path("items")) {
      String number = row.path("externalNumber").asText("");
      if (number.startsWith("YL-")) {
        cases.putIfAbsent(Integer.parseInt(number.substring(3)), row.path("caseId").asText());
      }
    }
  }

  private Void fileOne(Appeal appeal) throws IOException, InterruptedException {
    ObjectNode body = StandardJson.MAPPER.createObjectNode();
    body.put("title", appeal.title()).put("text", appeal.text());
    body.put("contactName", "演练联系人").put("contactPhone", "13800000000");
    boolean staff = appeal.channel() == Channel.API;
    if (staff) {
      body.put("channel", "api").put("externalNumber", appeal.externalNumber());
      body.put("askedAt", appeal.askedAt(today));
    }
    Map<String, String> key = Map.of("Idempotency-Key", RUN + "-" + appeal.index());
    JsonNode filed = api.post("/api/cases", body, staff, key);
    cases.put(appeal.index(), filed.path("caseId").asText());
    return null;
  }

  private Void importList() throws IOException, InterruptedException {
    JsonNode result = api.postForm("/api/cases/import", HotlineList.of(appeals, today));
    if (!result.path("failed").isEmpty()) {
      throw new IllegalStateException("热线工单没有全部导入：" + result.path("failed"));
    }
    return null;
  }

  /** Waits until every case has its suggestion, whichever node made it. */
  void awaitTriage() throws IOException, InterruptedException {
    Set<String> hidden = new HashSet<>();
    for (int tries = 0; tries < 600; tries++) {
      if (allSuggested(hidden)) {
        return;
      }
      Thread.sleep(300);
    }
    throw new IllegalStateException("有来件一直没有分办建议");
  }

  /**
   * Up to the first that waits.
   *
   * @param hidden those found to have a suggestion that the list does not show; asked for once each
   */
  private boolean allSuggested(Set<String> hidden) throws IOException, InterruptedException {
    for (JsonNode row : api.get("/api/cases?pageSize=200").path("items")) {
      String id = row.path("caseId").asText();
      if (row.path("category").isNull() && !hidden.contains(id)) {
        if (!suggested(id)) {
          return false;
        }
        hidden.add(id);
      }
    }
    return true;
  }

  /** A few cases do not show their suggestion until somebody has decided without it. */
  private boolean suggested(String id) throws IOException, InterruptedException {
    JsonNode file = api.get("/api/cases/" + id);
    return file.path("suggestionHidden").asBoolean() || file.path("suggestion").isObject();
  }

  /** Decided, merged, dispatched, returned, extended: all that comes before the answers. */
  void decide() throws IOException, InterruptedException {
    eachCase(this::decideOne);
    eachCase(
        appeal -> {
          if (merges(appeal)) {
            act(appeal, "merge", "into", cases.get(appeal.repeats()));
          }
        });
  }

  /** Handled and answered; then rated, and looked into where somebody was not satisfied. */
  void handle() throws IOException, InterruptedException {
    eachCase(this::handleOne);
    for (Appeal appeal : appeals) {
      if (merges(appeal) && answersMain(appeals.get(appeal.repeats()))) {
        done.get(appeal.index()).add("reply");
      }
    }
    eachCase(this::rateOne);
  }

  private void decideOne(Appeal appeal) throws IOException, InterruptedException {
    if (appeal.withdrawn()) {
      act(appeal, "withdraw");
    } else if (appeal.rejected()) {
      act(appeal, "reject", "reason", "已进入诉讼", "legalGround", "《信访工作条例》");
    } else if (!merges(appeal)) {
      JsonNode file = api.get("/api/cases/" + cases.get(appeal.index()));
      if (file.path("suggestionHidden").asBoolean()) {
        act(appeal, "change", "category", "demand", "department", DECIDED_ALONE, "reason", "独立判断");
      } else if (appeal.changed()) {
        String other = candidate(file, 1);
        act(appeal, "change", "department", other, "reason", "按职责分工");
      } else {
        act(appeal, "accept_suggestion");
      }
      act(appeal, "dispatch");
    }
  }

  private void handleOne(Appeal appeal) throws IOException, InterruptedException {
    if (!appeal.goesOn() || merges(appeal)) {
      return;
    }
    if (appeal.returned()) {
      act(appeal, "return", "reason", "不属本单位职责");
      act(appeal, "reassign", "department", REASSIGNED, "reason", "职责相近");
      if (appeal.returnedTwice()) {
        act(appeal, "return", "reason", "仍有异议");
        act(appeal, "arbitrate", "department", ARBITRATED, "reason", "督办裁定");
      }
    }
    act(appeal, "start");
    if (appeal.extended()) {
      act(appeal, "request_extension", "days", "5", "reason", "需现场核查");
      if (appeal.extensionRefused()) {
        act(appeal, "refuse_extension", "reason", "时间充足");
      } else {
        act(appeal, "grant_extension");
      }
    }
    if (appeal.answered()) {
      act(appeal, "reply", "text", "您好，您反映的事项已核实处理，感谢支持。");
    }
  }

  private void rateOne(Appeal appeal) throws IOException, InterruptedException {
    boolean answered =
        merges(appeal) ? answersMain(appeals.get(appeal.repeats())) : answersMain(appeal);
    if (!answered || !appeal.rated()) {
      return;
    }
    act(appeal, "rate", "score", Integer.toString(appeal.score()), "comment", "演练评价");
    if (appeal.reviewed()) {
      act(appeal, "review", "finding", "unjustified", "text", "电话复核，已按规定办理。");
      act(appeal, "close");
    }
  }

  /** A repeat of an open case is merged into it. */
  boolean merges(Appeal appeal) {
    return appeal.repeats() >= 0 && appeals.get(appeal.repeats()).goesOn();
  }

  private boolean answersMain(Appeal appeal) {
    return appeal.goesOn() && appeal.answered();
  }

  private static String candidate(JsonNode file, int index) {
    JsonNode candidates = file.path("suggestion").path("departments");
    return candidates.path(Math.min(index, candidates.size() - 1)).path("name").asText();
  }

  private void act(Appeal appeal, String type, String... fields)
      throws IOException, InterruptedException {
    ObjectNode event = StandardJson.MAPPER.createObjectNode().put("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      event.put(fields[i], fields[i + 1]);
    }
    api.act("/api/cases/" + cases.get(appeal.index()), event);
    done.get(appeal.index()).add(type);
    acts.incrementAndGet();
  }

  @FunctionalInterface
  private interface Step {
    void on(Appeal appeal) throws IOException, InterruptedException;
  }

  private void eachCase(Step step) throws IOException, InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Appeal appeal : appeals) {
      tasks.add(
          () -> {
            step.on(appeal);
            return null;
          });
    }
    ParallelTasks.run(tasks);
  }

  /** Events that each case must have, in order, after its suggestion. */
  Map<String, List<String>> expected() {
    Map<String, List<String>> expected = new HashMap<>();
    done.forEach((index, types) -> expected.put(cases.get(index), types));
    return expected;
  }
}
