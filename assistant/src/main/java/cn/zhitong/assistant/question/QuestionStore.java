package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.ingest.policy.PolicyId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Questions with their answers, and by them the conversations. */
final class QuestionStore {
  private static final String INSERT =
"""
insert into assistant.question (id, conversation_id, asked_at, question, standalone, region, as_of,
  include_expired, outcome, mode, reason, answer, policies, citations, prompt_id, prompt_hash, model,
  took_millis, notes, support, options)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[]::uuid[], ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)
""";

  private static final String TURNS =
      """
      select standalone, question, answer, policies, options from assistant.question
      where conversation_id = ? and coalesce(reason, '') not in ('unsafe', 'small_talk')
      order by asked_at desc, id desc limit ?
      """;

  private static final String SHARED =
      """
      select id, asked_at, outcome, mode, answer, citations from assistant.question
      where id = ? and outcome in ('answered', 'related')
      """;

  private final Jdbc jdbc;

  QuestionStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is kept of one question.
   *
   * @param standalone the question that was searched for
   * @param prompt null where no model wrote the answer
   * @param support NaN where it was not computed
   */
  record Entry(
      UUID id,
      UUID conversationId,
      Instant askedAt,
      QuestionRequest request,
      String standalone,
      Answer answer,
      List<AnswerNote> notes,
      PromptUsed prompt,
      double support,
      long tookMillis) {}

  void save(Entry entry) {
    QuestionRequest request = entry.request();
    List<Citation> citations =
        entry
            .answer()
            .fold(
                Answer.Answered::citations,
                Answer.Related::clauses,
                r -> List.of(),
                c -> List.of());
    PromptUsed prompt = entry.prompt();
    jdbc.update(
        INSERT,
        entry.id(),
        entry.conversationId(),
        entry.askedAt(),
        PersonalData.mask(request.question()),
        PersonalData.mask(entry.standalone()),
        request.region(),
        request.asOf(),
        request.includeExpired(),
        entry.answer().fold(a -> "answered", r -> "related", r -> "refused", c -> "clarify"),
        entry.answer().<String>fold(a -> a.mode().code(), r -> null, r -> null, c -> null),
        entry.answer().<String>fold(a -> null, r -> null, r -> r.reason().code(), c -> null),
        entry.answer().text(),
        citations.stream().map(c -> c.policyId().toString()).distinct().toList(),
        json(places(citations)),
        prompt == null ? null : prompt.id(),
        prompt == null ? null : prompt.hash(),
        prompt == null ? null : prompt.model(),
        entry.tookMillis(),
        json(entry.notes()),
        Double.isNaN(entry.support()) ? null : entry.support(),
        json(
            entry
                .answer()
                .<List<String>>fold(
                    a -> List.of(), r -> List.of(), r -> List.of(), Answer.Clarify::options)));
  }

  private static List<Map<String, Object>> places(List<Citation> citations) {
    List<Map<String, Object>> places = new ArrayList<>();
    for (Citation citation : citations) {
      places.add(
          Map.of(
              "policyId", citation.policyId().toString(),
              "clause", citation.clause() == null ? "" : citation.clause(),
              "start", citation.start(),
              "end", citation.end()));
    }
    return places;
  }

  private static String json(Object value) {
    try {
      return StandardJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer without its question. */
  record SharedEntry(
      UUID id, Instant askedAt, String outcome, String mode, String text, List<Place> places) {}

  /** Where a citation stands; no clause where the text has no outline. */
  record Place(PolicyId policyId, String clause, int start, int end) {}

  Optional<SharedEntry> shared(UUID id) {
    return jdbc.first(
        SHARED,
        row ->
            new SharedEntry(
                row.getObject("id", UUID.class),
                Jdbc.instant(row, "asked_at"),
                row.getString("outcome"),
                row.getString("mode"),
                row.getString("answer"),
                placesIn(row.getString("citations"))),
        id);
  }

  private static List<Place> placesIn(String json) {
    try {
      List<Place> places = new ArrayList<>();
      for (JsonNode node : StandardJson.MAPPER.readTree(json)) {
        String clause = node.path("clause").asText("");
        places.add(
            new Place(
                PolicyId.parse(node.path("policyId").asText()),
                clause.isEmpty() ? null : clause,
                node.path("start").asInt(),
                node.path("end").asInt()));
      }
      return places;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last turns of a conversation, oldest first; none for an unknown one. */
  List<Turn> turns(UUID conversationId, int limit) {
    List<Turn> turns =
        new ArrayList<>(jdbc.query(TURNS, QuestionStore::turn, conversationId, limit));
    Collections.reverse(turns);
    return turns;
  }

  private static Turn turn(ResultSet row) throws SQLException {
    UUID[] policies = (UUID[]) row.getArray("policies").getArray();
    return new Turn(
        row.getString("standalone"),
        row.getString("question"),
        row.getString("answer"),
        Arrays.stream(policies).map(PolicyId::new).toList(),
        options(row.getString("options")));
  }

  private static List<String> options(String json) {
    try {
      return List.of(StandardJson.MAPPER.readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
