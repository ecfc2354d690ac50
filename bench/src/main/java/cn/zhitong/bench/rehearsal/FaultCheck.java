package cn.zhitong.bench.rehearsal;

import cn.zhitong.bench.rehearsal.FaultClient.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the ledger of what was confirmed with what is there in the end. */
final class FaultCheck {
  private static final int PAGE = 200;
  private static final int TRIES = 40;

  private final FaultClient client;
  private final FaultLoad load;
  private final Findings found = new Findings();

  FaultCheck(FaultClient client, FaultLoad load) {
    this.client = client;
    this.load = load;
  }

  Findings all() throws InterruptedException {
    Map<String, List<String>> byTitle = cases();
    Set<String> known = new HashSet<>(load.filed().values());
    load.filed().forEach((title, id) -> found.same(title, List.of(id), byTitle.get(title)));
    byTitle.forEach((title, ids) -> found.same(title + " 的办件数", 1, ids.size()));
    long beside =
        byTitle.values().stream().flatMap(List::stream).filter(id -> !known.contains(id)).count();
    int notes = 0;
    for (String id : known) {
      JsonNode file = get("/api/cases/" + id);
      for (String text : load.notes().getOrDefault(id, List.of())) {
        found.same(text + " 出现的次数", 1, count(file, text));
        notes++;
      }
      // A suggestion that is hidden until somebody has decided leaves a gap in what is shown.
      if (!file.path("suggestionHidden").asBoolean()) {
        found.types(file);
      }
    }
    JsonNode proof = get("/api/cases/verification");
    found.same("哈希链完好", true, proof.path("intact").asBoolean());
    found.figures().put("确认的来件", known.size() + "，另有提交者没有等到确认的 " + beside);
    found.figures().put("确认的记录", Integer.toString(notes));
    found
        .figures()
        .put("校验", proof.path("cases").asText() + " 件、" + proof.path("events").asText() + " 条记录");
    return found;
  }

  private static int count(JsonNode file, String text) {
    int count = 0;
    for (JsonNode event : file.path("events")) {
      count += event.toString().contains(text) ? 1 : 0;
    }
    return count;
  }

  /** Ids by title, of this run. */
  private Map<String, List<String>> cases() throws InterruptedException {
    Map<String, List<String>> byTitle = new HashMap<>();
    for (int page = 1; ; page++) {
      JsonNode items = get("/api/cases?pageSize=" + PAGE + "&page=" + page).path("items");
      for (JsonNode row : items) {
        String title = row.path("title").asText();
        if (title.contains(load.run())) {
          byTitle.computeIfAbsent(title, any -> new ArrayList<>()).add(row.path("caseId").asText());
        }
      }
      if (items.size() < PAGE) {
        return byTitle;
      }
    }
  }

  private JsonNode get(String path) throws InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Outcome outcome = client.get(path);
      if (outcome.done()) {
        return outcome.body();
      }
      // What a node of another process can answer is seen by asking it again.
      Thread.sleep(500);
    }
    throw new IllegalStateException(path + " 在全部故障之后仍无法读取");
  }
}
