package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.demo.FilingPlan.Filing;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the demo's enterprises applies for which item, and how it is handled. */
public final class PlannedFilings {
  /** Working days to the money: time for publicity and holidays before it. */
  private static final int WORKING_DAYS = 20;

  private static final int PUBLICITY_DAYS = 5;

  /** The kind of item that grants money. */
  private static final String MONEY = "奖补";

  private static final String SECOND_STEP = "云泽省财政厅";

  private final AdministratorApi api;
  private final FilingPlan plan;

  /** Reads matches by the client when asked for filings. */
  public PlannedFilings(AdministratorApi api, FilingPlan plan) {
    this.api = api;
    this.plan = plan;
  }

  /** Those that are open all year round and ask for no material; first those that grant money. */
  public static List<String> items(FilingPlan plan) throws IOException {
    List<String> money = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String line : DemoFiles.lines("items.jsonl")) {
      JsonNode item = StandardJson.MAPPER.readTree(line).path("item");
      if (item.path("window").isNull() && item.path("materials").isEmpty()) {
        (isMoney(item) ? money : others).add(line);
      }
    }
    money.addAll(others);
    return money.subList(0, plan.items());
  }

  private static boolean isMoney(JsonNode item) {
    return item.path("kind").asText().equals(MONEY);
  }

  /** What each item that grants money says of its amount, by title. */
  private static Map<String, String> grants() throws IOException {
    Map<String, String> grants = new HashMap<>();
    for (String line : DemoFiles.lines("items.jsonl")) {
      JsonNode item = StandardJson.MAPPER.readTree(line).path("item");
      if (isMoney(item)) {
        grants.put(item.path("title").asText(), item.path("amount").asText());
      }
    }
    return grants;
  }

  /**
   * @param items as the demo has them
   * @param ids by title
   */
  public void rules(List<String> items, Map<String, String> ids)
      throws IOException, InterruptedException {
    for (String line : items) {
      JsonNode item = StandardJson.MAPPER.readTree(line).path("item");
      rule(ids.get(item.path("title").asText()), item.path("department").asText());
    }
  }

  /** Departments one after the other, and publicity. */
  private void rule(String itemId, String department) throws IOException, InterruptedException {
    ObjectNode rule = StandardJson.MAPPER.createObjectNode();
    ArrayNode steps = rule.putArray("steps");
    // Not all offices that items name are in the catalogue.
    if (!department.equals(SECOND_STEP)
        && DemoFiles.text("departments.yaml").contains(department)) {
      steps.add(department);
    }
    steps.add(SECOND_STEP);
    rule.put("workingDays", WORKING_DAYS).put("publicityDays", PUBLICITY_DAYS);
    api.put("/api/applications/rules/" + itemId, rule);
  }

  /**
   * Enterprises in turn, each with what it meets; with what it does not where that is too little.
   * Of items that grant no money there is nothing to pay: nobody applies for them.
   *
   * @param items ids by title
   */
  public List<Filing> of(Map<String, String> items) throws IOException, InterruptedException {
    Map<String, String> grants = grants();
    List<List<Filing>> met = new ArrayList<>();
    List<List<Filing>> others = new ArrayList<>();
    for (String line : DemoFiles.lines("enterprises.jsonl").subList(0, plan.enterprises())) {
      List<Filing> meets = new ArrayList<>();
      List<Filing> fails = new ArrayList<>();
      for (Filing one : matches(StandardJson.MAPPER.readTree(line), items, grants)) {
        (one.met() ? meets : fails).add(one);
      }
      met.add(meets);
      others.add(fails);
    }
    List<Filing> filings = inTurn(met);
    filings.addAll(inTurn(others));
    if (filings.size() < plan.applications()) {
      throw new IllegalStateException("只有 " + filings.size() + " 对企业和事项可以申报");
    }
    List<Filing> numbered = new ArrayList<>();
    for (Filing one : filings.subList(0, plan.applications())) {
      numbered.add(one.as(numbered.size()));
    }
    return numbered;
  }

  private List<Filing> matches(JsonNode file, Map<String, String> items, Map<String, String> grants)
      throws IOException, InterruptedException {
    String code = file.path("creditCode").asText();
    String reason = URLEncoder.encode("演练", StandardCharsets.UTF_8);
    List<Filing> matches = new ArrayList<>();
    String path = "/api/enterprises/" + code + "/matches?reason=" + reason;
    for (JsonNode match : api.get(path).path("items")) {
      String outcome = match.path("outcome").asText();
      String id = match.path("itemId").asText();
      String title = match.path("title").asText();
      String amount = grants.get(title);
      if (items.containsValue(id) && amount != null && !outcome.equals("unknown")) {
        boolean met = outcome.equals("met");
        matches.add(new Filing(0, code, file.path("name").asText(), id, title, amount, met));
      }
    }
    return matches;
  }

  /** The first of each, then the second of each, and so on. */
  private static List<Filing> inTurn(List<List<Filing>> lists) {
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    List<Filing> all = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      for (List<Filing> one : lists) {
        if (i < one.size()) {
          all.add(one.get(i));
        }
      }
    }
    return all;
  }
}
