package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.runtime.WorkProgress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Items of the demo's policies, drafted, confirmed and published as a publisher does it, and the
 * files of made-up enterprises, imported as a publisher imports them. Their years move with the
 * calendar, so that last year's figures stay last year's.
 */
@ApplicationScoped
public class DemoMatching {
  private static final Pattern YEAR = Pattern.compile("\\{Y([+-]\\d+)?}");
  private static final int POLICIES = 200;
  private static final int ITEMS = 100;

  private final AdministratorApi api;
  private final ObjectMapper json;
  private final Clock clock;

  /** Works through any client of the service. */
  public DemoMatching(AdministratorApi api, ObjectMapper json, Clock clock) {
    this.api = api;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The demo's tags, items with their confirmation and publication, then enterprise files; each as
   * a line of JSON.
   */
  public void load(List<String> items, List<String> enterprises, WorkProgress progress)
      throws IOException, InterruptedException {
    tags();
    Set<String> published = published();
    if (published.size() >= items.size()) {
      return;
    }
    Map<String, JsonNode> policies = policies();
    for (int i = 0; i < items.size(); i++) {
      ObjectNode line = (ObjectNode) json.readTree(items.get(i));
      // Those of a start that broke off are there already.
      if (!published.contains(line.path("item").path("title").asText())) {
        publish(line, policies);
      }
      progress.report("载入演示事项", i + 1, items.size());
    }
    String files = String.join("\n", enterprises);
    String source = URLEncoder.encode("演示", StandardCharsets.UTF_8);
    JsonNode outcome = api.postLines("/api/enterprises/import?source=" + source, dated(files));
    if (outcome.path("rejectedCount").asInt() > 0) {
      throw new IOException("演示企业有 " + outcome.path("rejected"));
    }
  }

  private void tags() throws IOException, InterruptedException {
    Set<String> known = new HashSet<>();
    api.get("/api/tags").path("items").forEach(tag -> known.add(tag.path("name").asText()));
    for (String line : DemoFiles.lines("tags.jsonl")) {
      JsonNode tag = json.readTree(line);
      if (!known.contains(tag.path("name").asText())) {
        api.post("/api/tags", tag);
      }
    }
  }

  private Set<String> published() throws IOException, InterruptedException {
    Set<String> titles = new HashSet<>();
    for (JsonNode item : api.get("/api/items?pageSize=" + ITEMS).path("items")) {
      titles.add(item.path("title").asText());
    }
    return titles;
  }

  private Map<String, JsonNode> policies() throws IOException, InterruptedException {
    Map<String, JsonNode> policies = new HashMap<>();
    for (JsonNode policy : api.get("/api/policies?pageSize=" + POLICIES).path("items")) {
      if ("demo".equals(policy.path("source").asText())) {
        policies.put(policy.path("externalId").asText(), policy);
      }
    }
    return policies;
  }

  private void publish(ObjectNode line, Map<String, JsonNode> policies)
      throws IOException, InterruptedException {
    String name = line.path("policy").asText();
    JsonNode policy = policies.get(name);
    if (policy == null) {
      throw new IOException("演示事项所属的政策没有载入：" + name);
    }
    ObjectNode item = (ObjectNode) line.get("item");
    item.put("policyId", policy.path("policyId").asText());
    placeInPolicy(item);
    window(item);
    String id = "/api/items/" + api.post("/api/items", item).path("itemId").asText();
    api.post(id + "/confirmations", json.createObjectNode());
    ObjectNode examples = json.createObjectNode();
    examples.set("examples", line.get("examples"));
    api.put(id + "/examples", examples);
    api.post(id + "/publication", json.createObjectNode());
  }

  /** Where the item's words stand in the stored text. */
  private void placeInPolicy(ObjectNode item) throws IOException, InterruptedException {
    String id = URLEncoder.encode(item.path("policyId").asText(), StandardCharsets.UTF_8);
    String text = api.get("/api/policies/" + id).path("text").asText();
    String words = item.path("text").asText();
    int start = text.indexOf(words);
    if (start < 0) {
      throw new IOException("演示事项的原文不在政策中：" + item.path("title").asText());
    }
    item.put("start", start).put("end", start + words.length());
  }

  /** 「每年4月1日至4月30日」 becomes the window that is open or comes next. */
  private void window(ObjectNode item) {
    if (!(item.get("window") instanceof ObjectNode window) || !window.has("every")) {
      return;
    }
    String[] days = window.remove("every").asText().split("/");
    LocalDate today = LocalDate.now(clock);
    LocalDate to = MonthDay.parse("--" + days[1]).atYear(today.getYear());
    int year = to.isBefore(today) ? today.getYear() + 1 : today.getYear();
    window.put("from", MonthDay.parse("--" + days[0]).atYear(year).toString());
    window.put("to", MonthDay.parse("--" + days[1]).atYear(year).toString());
  }

  /** {@code {Y-1}} is last year. */
  private String dated(String lines) {
    int year = LocalDate.now(clock).getYear();
    Matcher years = YEAR.matcher(lines);
    return years.replaceAll(
        found ->
            String.valueOf(year + (found.group(1) == null ? 0 : Integer.parseInt(found.group(1)))));
  }
}
