package cn.zhitong.eval.answer;

import cn.zhitong.eval.dataset.BeirFolder.Query;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Parallel;
import cn.zhitong.eval.metrics.QuoteOverlap;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks every question of a set and judges what comes back. */
public final class AnswerRun {
  private static final String QUESTIONS = "/api/questions";

  /** Only administrators get it. */
  private static final String SUPPORT = "Zhitong-Support";

  private final Api api;
  private final Map<String, String> corpus = new HashMap<>();
  private final Map<String, String> fetched = new ConcurrentHashMap<>();

  /**
   * @param corpusFile the judged documents, against which quotes are checked
   */
  public AnswerRun(Api api, Path corpusFile) throws IOException {
    this.api = api;
    for (JsonNode line : Json.lines(corpusFile)) {
      corpus.put(
          Json.text(line, "_id"),
          QuoteOverlap.squeeze(Json.text(line, "title") + Json.text(line, "text")));
    }
  }

  /**
   * One question's outcome.
   *
   * @param answered clarify counts as not answered
   * @param refused refused or clarify
   * @param citedRight whether a citation's document is judged relevant
   * @param goldWhole whether the gold answer stands whole inside the quotes; false where there is
   *     none
   * @param goldBigrams share of its bigrams inside the quotes; NaN where there is none
   * @param verbatim quotes that stand in their text
   * @param support the service's calibrated probability that it can answer; NaN where it gives none
   */
  public record Outcome(
      Query query,
      ObjectNode body,
      boolean answered,
      boolean refused,
      boolean citedRight,
      boolean goldWhole,
      double goldBigrams,
      int quotedCharacters,
      int quotes,
      int verbatim,
      double support) {

    /**
     * The support that a floor is compared with: what was turned away for another reason than the
     * floor is never answered, whatever the floor.
     *
     * @param floor the one in use
     */
    double comparable(double floor) {
      boolean otherwise = !answered && !(support < floor);
      return otherwise ? Double.NEGATIVE_INFINITY : support;
    }

    boolean clarified() {
      return body.path("outcome").asText().equals("clarify");
    }

    public String reason() {
      String reason = body.path("reason").asText("");
      return body.path("outcome").asText() + (reason.isEmpty() ? "" : "/" + reason);
    }
  }

  public List<Outcome> run(String what, List<Query> queries) throws Exception {
    return Parallel.map(what, queries, this::ask);
  }

  /** Milliseconds to the first sentence of each stream that had one, one question at a time. */
  public double[] firstSentences(List<Query> queries) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (Query query : queries) {
      api.millisToEvent(QUESTIONS, request(query), "sentence").ifPresent(millis::add);
    }
    return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private Outcome ask(Query query) throws IOException, InterruptedException {
    Api.Answer reply = api.postJson(QUESTIONS, request(query), SUPPORT);
    ObjectNode body = (ObjectNode) reply.body();
    body.put("queryId", query.id());
    boolean answered = body.path("outcome").asText().equals("answered");
    List<String> quotes = new ArrayList<>();
    boolean citedRight = false;
    int verbatim = 0;
    Map<String, List<JsonNode>> byPolicy = new HashMap<>();
    for (JsonNode citation : body.path("citations")) {
      byPolicy
          .computeIfAbsent(citation.path("policyId").asText(), p -> new ArrayList<>())
          .add(citation);
      citedRight |= query.judgements().getOrDefault(citation.path("externalId").asText(), 0) > 0;
      if (isVerbatim(citation)) {
        verbatim++;
      }
    }
    byPolicy.values().forEach(citations -> quotes.addAll(joined(citations)));
    boolean gold = !query.answer().isBlank();
    return new Outcome(
        query,
        body,
        answered,
        !answered,
        citedRight,
        gold && QuoteOverlap.contains(quotes, query.answer()),
        gold ? QuoteOverlap.bigramRecall(quotes, query.answer()) : Double.NaN,
        quotes.stream().mapToInt(q -> QuoteOverlap.squeeze(q).length()).sum(),
        body.path("citations").size(),
        verbatim,
        reply.header().map(Double::parseDouble).orElse(Double.NaN));
  }

  private static Map<String, Object> request(Query query) {
    return Map.of("question", query.text(), "includeExpired", true);
  }

  /** Quotes of one policy in text order, those that touch or overlap joined into one. */
  private static List<String> joined(List<JsonNode> citations) {
    citations.sort((a, b) -> a.path("start").asInt() - b.path("start").asInt());
    List<String> result = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int end = -1;
    for (JsonNode citation : citations) {
      String quote = citation.path("quote").asText();
      int start = citation.path("start").asInt();
      int overlap = end - start;
      if (end >= 0 && overlap >= -2 && overlap < quote.length()) {
        current.append(quote, Math.max(0, overlap), quote.length());
      } else if (end >= 0 && overlap >= quote.length()) {
        continue;
      } else {
        if (!current.isEmpty()) {
          result.add(current.toString());
        }
        current = new StringBuilder(quote);
      }
      end = Math.max(end, citation.path("end").asInt());
    }
    if (!current.isEmpty()) {
      result.add(current.toString());
    }
    return result;
  }

  private boolean isVerbatim(JsonNode citation) throws IOException, InterruptedException {
    String quote = QuoteOverlap.squeeze(citation.path("quote").asText());
    String text = corpus.get(citation.path("externalId").asText());
    if (text != null && text.contains(quote)) {
      return !quote.isEmpty();
    }
    String id = citation.path("policyId").asText();
    String stored = fetched.get(id);
    if (stored == null) {
      StringBuilder all = new StringBuilder();
      for (JsonNode clause : api.get("/api/policies/" + id + "/clauses")) {
        all.append(clause.path("text").asText()).append('\n');
      }
      stored = QuoteOverlap.squeeze(all.toString());
      fetched.put(id, stored);
    }
    return !quote.isEmpty() && stored.contains(quote);
  }
}
