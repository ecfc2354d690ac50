package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.demo.FilingPlan.Fate;
import cn.zhitong.assistant.demo.FilingPlan.Filing;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.runtime.WorkProgress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applications of the demo's enterprises in every state, handled as its offices would have. */
@ApplicationScoped
class DemoApplications {
  private static final int ITEMS = 100;

  /** Days after it was sent in: two after its approval. */
  private static final int PAID_AFTER = FilingScript.APPROVED_AFTER + 2;

  private final DemoApi api;
  private final ObjectMapper json;
  private final Clock clock;

  DemoApplications(DemoApi api, ObjectMapper json, Clock clock) {
    this.api = api;
    this.json = json;
    this.clock = clock;
  }

  void load(WorkProgress progress) throws IOException, InterruptedException {
    if (api.get("/api/applications?pageSize=1").path("total").asInt() > 0) {
      return;
    }
    PlannedFilings month = new PlannedFilings(api, FilingPlan.SHOWN);
    Map<String, String> items = items(month);
    LocalDate today = LocalDate.now(clock.withZone(Infrastructure.ZONE));
    List<Filing> filings = month.of(items);
    // The last is left as a draft.
    Filing draft = filings.get(filings.size() - 1);
    List<Filing> sent = filings.subList(0, filings.size() - 1);
    FilingScript script = new FilingScript(api, sent, today);
    script.file();
    progress.report("载入演示申报", 1, 2);
    script.handle();
    for (Filing one : sent) {
      goOn(script, one, today);
    }
    script.finish();
    ObjectNode body = json.createObjectNode();
    body.put("itemId", draft.itemId()).put("creditCode", draft.creditCode());
    api.post("/api/applications?draft=true", body);
    progress.report("载入演示申报", 2, 2);
  }

  /** Ids by title, of those that can be applied for without material. */
  private Map<String, String> items(PlannedFilings month) throws IOException, InterruptedException {
    List<String> lines = PlannedFilings.items(FilingPlan.SHOWN);
    List<String> titles = new ArrayList<>();
    for (String line : lines) {
      titles.add(json.readTree(line).path("item").path("title").asText());
    }
    Map<String, String> ids = new TreeMap<>();
    for (JsonNode item : api.get("/api/items?pageSize=" + ITEMS).path("items")) {
      String title = item.path("title").asText();
      if (titles.contains(title)) {
        ids.put(title, item.path("itemId").asText());
      }
    }
    month.rules(lines, ids);
    return ids;
  }

  /** Money, and for the second of some fates what waits for the enterprise or the office. */
  private void goOn(FilingScript script, Filing one, LocalDate today)
      throws IOException, InterruptedException {
    if (one.fate().granted() && one.fate() != Fate.UNPAID) {
      String day = one.submitted(today).plusDays(PAID_AFTER).toString();
      String amount = one.amount().toPlainString();
      script.act(one, -1, "pay", "amount", amount, "paidOn", day, "voucher", "YS-" + one.index());
    }
    if (one.turn() == 0) {
      return;
    }
    if (one.fate() == Fate.WAITING) {
      script.act(one, 1, "request_correction", "reason", "请补充项目验收报告");
    } else if (one.fate() == Fate.PUBLIC) {
      script.act(one, 5, "object", "text", "该企业是否符合规模条件，请核实", "contact", "13800000000");
    }
  }
}
