package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.demo.FilingPlan.Fate;
import cn.zhitong.assistant.demo.FilingPlan.Filing;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What offices and enterprises do by a plan of filings, on the days on which it happened. */
public final class FilingScript {
  private static final String RUN = UUID.randomUUID().toString();

  /** Days after it was sent in: past the publicity, whatever holidays lie in it. */
  public static final int APPROVED_AFTER = 24;

  private final AdministratorApi api;
  private final List<Filing> filings;
  private final LocalDate today;
  private final Map<Integer, String> ids = new ConcurrentHashMap<>();
  private final Map<Integer, String> numbers = new ConcurrentHashMap<>();

  /** What was done and confirmed to each application, in order. */
  private final Map<Integer, List<String>> done = new ConcurrentHashMap<>();

  private final AtomicInteger acts = new AtomicInteger();
  private int pushed;

  /** Nothing is done yet. */
  public FilingScript(AdministratorApi api, List<Filing> filings, LocalDate today) {
    this.api = api;
    this.filings = filings;
    this.today = today;
    filings.forEach(one -> done.put(one.index(), new ArrayList<>(List.of("created", "submit"))));
  }

  /** Whose script it is. */
  public List<Filing> filings() {
    return filings;
  }

  /** How many acts were done so far, by all. */
  public int acts() {
    return acts.get();
  }

  /** Enterprises that were told of an item, summed over the items. */
  public int pushed() {
    return pushed;
  }

  /** Of the application; null before it is filed. */
  public String id(Filing one) {
    return ids.get(one.index());
  }

  /** As people say it; null before it is filed. */
  public String number(Filing one) {
    return numbers.get(one.index());
  }

  /** What was done to it and confirmed, in order. */
  public List<String> done(Filing one) {
    return done.get(one.index());
  }

  /** Each item once, to those who meet it. */
  public void push(Collection<String> items) throws IOException, InterruptedException {
    for (String item : new TreeSet<>(items)) {
      JsonNode push =
          api.post("/api/pushes", StandardJson.MAPPER.createObjectNode().put("itemId", item));
      pushed += push.path("recipients").asInt();
    }
  }

  /** All are sent in. */
  public void file() throws IOException, InterruptedException {
    each(this::fileOne);
  }

  private void fileOne(Filing one) throws IOException, InterruptedException {
    ObjectNode body = StandardJson.MAPPER.createObjectNode();
    body.put("itemId", one.itemId()).put("creditCode", one.creditCode());
    body.put("amount", one.amount()).put("occurredAt", at(one.submitted(today)));
    if (!one.met()) {
      body.put("overrideReason", "演练：数据尚未更新，已核实");
    }
    JsonNode filed = api.postOnce("/api/applications", body, RUN + "-" + one.index());
    ids.put(one.index(), filed.path("applicationId").asText());
    numbers.put(one.index(), filed.path("number").asText());
    acts.incrementAndGet();
  }

  /** Accepted, corrected, reviewed, made public, objected to, approved. */
  public void handle() throws IOException, InterruptedException {
    each(this::handleOne);
  }

  private void handleOne(Filing one) throws IOException, InterruptedException {
    Fate fate = one.fate();
    if (fate == Fate.WAITING) {
      return;
    }
    if (fate == Fate.WITHDRAWN) {
      act(one, 1, "withdraw", "reason", "演练：企业暂不申报");
      return;
    }
    act(one, 1, "accept");
    if (fate == Fate.REJECTED) {
      String text = api.get("/api/items/" + one.itemId()).path("item").path("text").asText();
      act(one, 2, "reject", "reason", "演练：不属于支持范围", "quote", text.lines().findFirst().get());
      return;
    }
    if (fate == Fate.CORRECTED) {
      act(one, 1, "request_correction", "reason", "演练：请补充说明");
      act(one, 2, "correct", "text", "演练：已补充");
    }
    act(one, 2, "review", "verdict", "agree");
    if (fate == Fate.IN_REVIEW) {
      return;
    }
    JsonNode steps = api.get(path(one)).path("steps");
    if (steps.size() > 1) {
      act(one, 3, "review", "verdict", "agree", "text", "演练：同意");
    }
    act(one, 4, "publicise");
    if (fate == Fate.PUBLIC) {
      return;
    }
    if (fate == Fate.OBJECTED) {
      act(one, 5, "object", "text", "演练：请核实面积", "contact", "13800000000");
      act(one, 6, "resolve_objection", "upheld", "false", "text", "演练：经核实不成立");
    }
    act(one, APPROVED_AFTER, "approve", "amount", one.amount().toPlainString());
  }

  /** After the money: those that got all of theirs are closed or rated. */
  public void finish() throws IOException, InterruptedException {
    each(
        one -> {
          if (!done(one).contains("pay") || !state(one).equals("paid")) {
            return;
          }
          if (one.fate() == Fate.CLOSED) {
            act(one, -1, "close");
          } else if (one.fate() == Fate.PAID) {
            act(one, -1, "rate", "score", Integer.toString(1 + one.index() % 5));
          }
        });
  }

  String state(Filing one) throws IOException, InterruptedException {
    return api.get(path(one)).path("state").asText();
  }

  /** Of the application in the API. */
  public String path(Filing one) {
    return "/api/applications/" + id(one);
  }

  /**
   * @param after days after it was sent in; negative for now
   */
  void act(Filing one, int after, String type, String... fields)
      throws IOException, InterruptedException {
    ObjectNode event = StandardJson.MAPPER.createObjectNode().put("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      event.put(fields[i], fields[i + 1]);
    }
    if (after >= 0) {
      event.put("occurredAt", at(one.submitted(today).plusDays(after)));
    }
    api.act(path(one), event);
    done(one).add(type);
    acts.incrementAndGet();
  }

  private static String at(LocalDate day) {
    return day.atTime(LocalTime.of(10, 0))
        .atZone(Infrastructure.ZONE)
        .toOffsetDateTime()
        .toString();
  }

  @FunctionalInterface
  private interface Step {
    void on(Filing one) throws IOException, InterruptedException;
  }

  private void each(Step step) throws IOException, InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Filing one : filings) {
      tasks.add(
          () -> {
            step.on(one);
            return null;
          });
    }
    ParallelTasks.run(tasks);
  }
}
