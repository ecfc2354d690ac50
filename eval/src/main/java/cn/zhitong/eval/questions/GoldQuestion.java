package cn.zhitong.eval.questions;

import cn.zhitong.eval.dataset.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A question as enterprises ask it, with the clauses that answer it.
 *
 * @param corpus the library that it is asked of; empty where the file names none
 * @param gold clauses that answer, each with strings that what is shown must hold
 * @param also other clauses that help the asker as well
 * @param needAll whether all of gold is needed, not any one
 */
record GoldQuestion(
    String id,
    String corpus,
    String style,
    String text,
    boolean answerable,
    List<Gold> gold,
    List<Gold> also,
    boolean needAll,
    boolean borderline) {

  /**
   * @param file the policy's file, empty where it is not said
   * @param clause path of the clause; {@code *} for any of the policy's
   */
  record Gold(String title, String file, String clause, List<String> must) {
    static Gold of(JsonNode node) {
      List<String> must = new ArrayList<>();
      node.path("must").forEach(text -> must.add(text.asText()));
      return new Gold(
          Json.text(node, "title"),
          Json.text(node, "file"),
          node.path("clause").asText("*"),
          List.copyOf(must));
    }
  }

  /**
   * @param corpus only questions of this one; null for all
   */
  static List<GoldQuestion> read(Path file, String corpus) throws IOException {
    List<GoldQuestion> questions = new ArrayList<>();
    for (JsonNode line : Json.lines(file)) {
      GoldQuestion question = of(line, questions.size() + 1);
      if (corpus == null || corpus.equals(question.corpus())) {
        questions.add(question);
      }
    }
    if (questions.isEmpty()) {
      throw new IOException(file + " holds no question" + (corpus == null ? "" : " of " + corpus));
    }
    return questions;
  }

  private static GoldQuestion of(JsonNode line, int number) throws IOException {
    String text = Json.text(line, "question");
    if (text.isBlank()) {
      throw new IOException("line " + number + " has no question");
    }
    List<Gold> gold = new ArrayList<>();
    line.path("gold").forEach(node -> gold.add(Gold.of(node)));
    List<Gold> also = new ArrayList<>();
    line.path("also").forEach(node -> also.add(Gold.of(node)));
    String id = Json.text(line, "id");
    return new GoldQuestion(
        id.isEmpty() ? "line-" + number : id,
        Json.text(line, "corpus"),
        Json.text(line, "style"),
        text,
        line.path("answerable").asBoolean(!gold.isEmpty()),
        List.copyOf(gold),
        List.copyOf(also),
        line.path("need").asText("any").equals("all"),
        line.path("borderline").asBoolean(false));
  }
}
