package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.runtime.WorkProgress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Files the demo's appeals with past dates and acts on them as its staff would have: decided after
 * a day, answered within their time but for a few, most of them rated.
 */
@ApplicationScoped
class DemoCases {
  /** Younger ones are left for the reader to try out. */
  private static final int DECIDED_AFTER_DAYS = 6;

  private static final int ANSWERED_AFTER_DAYS = 20;

  /** One in so many is answered late. */
  private static final int LATE_EVERY = 11;

  private static final int RATED_OF_THREE = 2;

  /** Of the answers to consultations so many in three began as a draft. */
  private static final int DRAFTED_OF_THREE = 2;

  /** Of the other answers, where a draft helps less, one in so many did. */
  private static final int DRAFTED_EVERY = 5;

  private final DemoApi api;
  private final Catalogue catalogue;
  private final ObjectMapper json;
  private final Clock clock;

  DemoCases(DemoApi api, Catalogue catalogue, ObjectMapper json, Clock clock) {
    this.api = api;
    this.catalogue = catalogue;
    this.json = json;
    this.clock = clock;
  }

  void load(List<JsonNode> appeals, WorkProgress progress)
      throws IOException, InterruptedException {
    JsonNode last = appeals.get(appeals.size() - 1);
    if (api.get("/api/cases?pageSize=1&q=" + last.path("externalNumber").asText())
            .path("total")
            .asInt()
        > 0) {
      return;
    }
    for (int i = 0; i < appeals.size(); i++) {
      load(appeals.get(i), i);
      progress.report("载入演示来件", i + 1, appeals.size());
    }
  }

  private void load(JsonNode appeal, int index) throws IOException, InterruptedException {
    int daysAgo = appeal.path("daysAgo").asInt();
    OffsetDateTime asked =
        OffsetDateTime.now(clock)
            .atZoneSameInstant(Infrastructure.ZONE)
            .minusDays(daysAgo)
            .withHour(9 + index % 8)
            .withMinute(index * 7 % 60)
            .withSecond(0)
            .withNano(0)
            .toOffsetDateTime();
    ObjectNode body = json.createObjectNode();
    for (String field : List.of("externalNumber", "channel", "title", "text", "region")) {
      body.set(field, appeal.get(field));
    }
    body.put("askedAt", asked.toString());
    JsonNode filed = api.post("/api/cases", body);
    String path = "/api/cases/" + filed.path("caseId").asText();
    JsonNode file = api.get(path);
    boolean undecided = "received".equals(file.path("state").asText());
    if (daysAgo < DECIDED_AFTER_DAYS || !undecided) {
      return;
    }
    decide(path, file, appeal, asked.plusDays(1));
    act(path, json.createObjectNode().put("type", "dispatch"), asked.plusDays(1).plusHours(1));
    act(path, json.createObjectNode().put("type", "start"), asked.plusDays(1).plusHours(3));
    if (daysAgo >= ANSWERED_AFTER_DAYS) {
      answer(path, appeal, asked, index, filed.path("trackingCode").asText());
    }
  }

  private void decide(String path, JsonNode file, JsonNode appeal, OffsetDateTime at)
      throws IOException, InterruptedException {
    String department = department(appeal).name();
    String category = appeal.path("category").asText();
    JsonNode suggestion = file.path("suggestion");
    boolean right =
        category.equals(suggestion.path("category").path("code").asText())
            && department.equals(suggestion.path("departments").path(0).path("name").asText());
    ObjectNode event = json.createObjectNode();
    if (right) {
      event.put("type", "accept_suggestion");
    } else {
      event
          .put("type", "change")
          .put("category", category)
          .put("department", department)
          .put("reason", "按职责分工和来件内容改定");
    }
    act(path, event, at);
  }

  private void answer(
      String path, JsonNode appeal, OffsetDateTime asked, int index, String trackingCode)
      throws IOException, InterruptedException {
    Category category = Category.of(appeal.path("category").asText());
    boolean late = index % LATE_EVERY == 0;
    // Calendar days: a week has five working days, and a late one is a week over.
    int days = Math.max(1, category.workingDays() - 1) + (late ? 9 : 0);
    // Hours after it was signed for.
    OffsetDateTime answered = asked.plusDays(days).plusHours(4);
    String text =
        drafted(category, index)
            ? edited(path, category, index, answered.minusMinutes(30))
            : DemoReplies.written(
                appeal.path("title").asText(), department(appeal).name(), category, index);
    act(path, json.createObjectNode().put("type", "reply").put("text", text), answered);
    if (index % 3 < RATED_OF_THREE) {
      int score = late ? 2 : index % 7 == 0 ? 3 : 5;
      ObjectNode rating = json.createObjectNode().put("type", "rate").put("score", score);
      rating.put("trackingCode", trackingCode);
      act(path, rating, answered.plusDays(1));
    }
  }

  private static boolean drafted(Category category, int index) {
    return category == Category.CONSULTATION
        ? index % 3 < DRAFTED_OF_THREE
        : index % DRAFTED_EVERY == 0;
  }

  /** A draft as an office sends it on, its gaps filled. */
  private String edited(String path, Category category, int index, OffsetDateTime at)
      throws IOException, InterruptedException {
    String when = URLEncoder.encode(at.toString(), StandardCharsets.UTF_8);
    JsonNode draft = api.post(path + "/draft?occurredAt=" + when, json.createObjectNode());
    return DemoReplies.edited(draft.path("text").asText(), category, index);
  }

  private Department department(JsonNode appeal) {
    String id = appeal.path("department").asText();
    return catalogue
        .byId(id)
        .orElseThrow(() -> new IllegalStateException("no department " + id + " in the catalogue"));
  }

  private void act(String path, ObjectNode event, OffsetDateTime at)
      throws IOException, InterruptedException {
    event.put("occurredAt", at.toString());
    event.put("basedOn", api.get(path).path("version").asInt());
    api.post(path + "/events", event);
  }
}
