package cn.zhitong.bench.rehearsal;

import cn.zhitong.bench.rehearsal.FaultClient.Outcome;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * People who file appeals, accept them (of which the enterprise is told), write notes on them,
 * search and read reports without end, whatever happens; and a ledger of what was confirmed to
 * them. What is refused or lost they do again.
 */
final class FaultLoad {
  private static final int PEOPLE = 4;
  private static final int NOTES = 3;

  /** Between two acts of one person: six times as fast as somebody who is in a hurry. */
  private static final long PAUSE_MILLIS = 150;

  /** After that long of trying the same act, things have not recovered by themselves. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final FaultClient client;
  private final Clock clock;
  private final List<Thread> people = new ArrayList<>();
  private final Map<String, String> filed = new ConcurrentHashMap<>();
  private final Map<String, List<String>> notes = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong confirmed = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private volatile boolean ending;

  FaultLoad(FaultClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  void start() {
    for (int person = 0; person < PEOPLE; person++) {
      int number = person;
      Thread thread = new Thread(() -> work(number), "person-" + person);
      thread.setDaemon(true);
      people.add(thread);
      thread.start();
    }
  }

  /** Everybody ends what they have begun. */
  void end() throws InterruptedException {
    ending = true;
    for (Thread person : people) {
      person.join();
    }
  }

  /** Beginning of every title of this run. */
  String run() {
    return run;
  }

  /** Case by title. */
  Map<String, String> filed() {
    return filed;
  }

  /** Confirmed notes by case. */
  Map<String, List<String>> notes() {
    return notes;
  }

  /** What people saw that must not be. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Writes that were confirmed so far. */
  long confirmed() {
    return confirmed.get();
  }

  long reads() {
    return reads.get();
  }

  private void work(int person) {
    try {
      for (int number = 0; !ending; number++) {
        String title = "演练 %s-%d-%d".formatted(run, person, number);
        String id = file(title);
        if (id == null) {
          continue;
        }
        accept(id);
        for (int note = 0; note < NOTES && !ending; note++) {
          note(id, "记录 %s-%d-%d-%d。".formatted(run, person, number, note));
          readSomething(title);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      wrong.add("演练者的程序出错：" + e);
    }
  }

  private String file(String title) throws InterruptedException {
    ObjectNode body = StandardJson.MAPPER.createObjectNode();
    body.put("title", title).put("text", title + "：厂房漏水，请协调物业维修。");
    body.put("contactName", "演练联系人").put("contactPhone", "13800000000");
    Map<String, String> key = Map.of("Idempotency-Key", title.replace("演练 ", "fault-"));
    Instant giveUp = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(giveUp)) {
      Outcome outcome = client.post("/api/cases", body, false, key);
      Thread.sleep(PAUSE_MILLIS);
      if (outcome.done()) {
        String id = outcome.body().path("caseId").asText();
        filed.put(title, id);
        confirmed.incrementAndGet();
        return id;
      }
    }
    wrong.add(title + "：三分钟没有提交成功");
    return null;
  }

  private void accept(String id) throws InterruptedException {
    ObjectNode event = StandardJson.MAPPER.createObjectNode().put("type", "accept");
    if (acted(id, event, file -> !file.path("state").asText().equals("received"))) {
      confirmed.incrementAndGet();
    } else {
      wrong.add(id + "：三分钟没有受理成功");
    }
  }

  private void note(String id, String text) throws InterruptedException {
    ObjectNode event = StandardJson.MAPPER.createObjectNode();
    event.put("type", "note").put("text", text);
    if (acted(id, event, file -> holds(file, text))) {
      confirmed(id, text);
      seeOwn(id, text);
    } else {
      wrong.add(text + " 三分钟没有写成");
    }
  }

  /**
   * Based on the version seen; where the answer was lost, looks whether it was done.
   *
   * @param shown whether the case shows that it was
   * @return false where patience has ended
   */
  private boolean acted(String id, ObjectNode event, Predicate<JsonNode> shown)
      throws InterruptedException {
    Instant giveUp = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(giveUp)) {
      Outcome seen = client.get("/api/cases/" + id);
      if (seen.done() && shown.test(seen.body())) {
        return true;
      }
      if (seen.done()) {
        event.put("basedOn", seen.body().path("version").asInt());
        if (client.post("/api/cases/" + id + "/events", event, true, Map.of()).done()) {
          return true;
        }
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return false;
  }

  private void confirmed(String id, String text) {
    notes.computeIfAbsent(id, any -> new CopyOnWriteArrayList<>()).add(text);
    confirmed.incrementAndGet();
  }

  /** On the other node, at once: what was confirmed is never missing. */
  private void seeOwn(String id, String text) throws InterruptedException {
    Outcome seen = client.get("/api/cases/" + id);
    if (seen.done() && !holds(seen.body(), text)) {
      wrong.add(text + " 已确认，而马上读回时没有");
    }
  }

  static boolean holds(JsonNode file, String text) {
    return file.path("events").toString().contains(text);
  }

  private void readSomething(String words) throws InterruptedException {
    ObjectNode query = StandardJson.MAPPER.createObjectNode().put("query", words);
    LocalDate today = LocalDate.now(clock);
    if (client.post("/api/search", query, false, Map.of()).done()) {
      reads.incrementAndGet();
    }
    if (client.get("/api/reports/deadlines?from=" + today.minusDays(30) + "&to=" + today).done()) {
      reads.incrementAndGet();
    }
    Thread.sleep(PAUSE_MILLIS);
  }
}
