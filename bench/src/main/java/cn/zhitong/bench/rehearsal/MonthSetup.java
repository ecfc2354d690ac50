package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.demo.DemoFiles;
import cn.zhitong.assistant.demo.DemoMatching;
import cn.zhitong.assistant.demo.FilingPlan;
import cn.zhitong.assistant.demo.PlannedFilings;
import cn.zhitong.common.file.Folders;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.ingest.MultipartForm;
import cn.zhitong.ingest.read.SourceFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the demo's departments, policies, items and files on the nodes. */
final class MonthSetup {
  private final ScenarioClient api;
  private final FilingPlan plan;
  private final Clock clock;

  MonthSetup(ScenarioClient api, FilingPlan plan, Clock clock) {
    this.api = api;
    this.plan = plan;
    this.clock = clock;
  }

  /** Ids of the items by title. */
  Map<String, String> load() throws IOException, InterruptedException {
    api.postRaw("/api/departments", "application/yaml", DemoFiles.text("departments.yaml"));
    List<String> items = PlannedFilings.items(plan);
    policies(items);
    new DemoMatching(api, StandardJson.MAPPER, clock)
        .load(
            items,
            DemoFiles.lines("enterprises.jsonl").subList(0, plan.enterprises()),
            (what, done, total) -> {});
    Map<String, String> ids = new TreeMap<>();
    for (JsonNode item : api.get("/api/items?pageSize=100").path("items")) {
      ids.put(item.path("title").asText(), item.path("itemId").asText());
    }
    new PlannedFilings(api, plan).rules(items, ids);
    return ids;
  }

  private void policies(List<String> items) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    for (String line : items) {
      String name = StandardJson.MAPPER.readTree(line).path("policy").asText();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    Path folder = Files.createTempDirectory("zhitong-month-");
    try {
      MultipartForm form = new MultipartForm().text("source", "demo");
      for (SourceFile file : DemoFiles.policies(names, folder)) {
        form.file("files", file.externalId(), file.path());
      }
      for (JsonNode outcome : api.postForm("/api/policies/batch", form).path("outcomes")) {
        if (outcome.path("result").asText().equals("failed")) {
          throw new IllegalStateException("政策没有收录：" + outcome);
        }
      }
    } finally {
      Folders.delete(folder);
    }
  }
}
