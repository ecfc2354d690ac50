package cn.zhitong.eval.questions;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.questions.GoldQuestion.Gold;
import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether what came back shows the clause that answers. Of a related list the first three quotes
 * count, 500 characters of each: more than that nobody reads. White space and width of characters
 * do not count.
 */
final class QuestionJudge {
  private static final int CLAUSES = 3;
  private static final int READ_OF_A_CLAUSE = 500;
  private static final Pattern CHAPTER = Pattern.compile("第[一二三四五六七八九十百零\\d]+[章节编]");

  private QuestionJudge() {}

  /**
   * @param outcome answered, related, refused, clarify
   * @param right whether what is shown holds every string of one gold, or cites a clause that helps
   *     as well
   * @param full the same, of every gold where all are needed
   * @param first whether the first citation is of a gold or helping clause
   */
  record Verdict(
      GoldQuestion question,
      JsonNode body,
      String outcome,
      String reason,
      boolean right,
      boolean full,
      boolean first) {

    boolean isShown() {
      return outcome.equals("answered") || outcome.equals("related");
    }
  }

  static Verdict judge(GoldQuestion question, JsonNode body) {
    String outcome = body.path("outcome").asText();
    boolean related = outcome.equals("related");
    List<JsonNode> cited = new ArrayList<>();
    body.path("citations").forEach(cited::add);
    List<JsonNode> citations = related ? cited.subList(0, Math.min(CLAUSES, cited.size())) : cited;
    boolean shown = related || outcome.equals("answered");
    String said = outcome.equals("answered") ? normal(Json.text(body, "text")) : null;
    List<Boolean> held =
        question.gold().stream().map(gold -> shown && holds(gold, citations, said)).toList();
    boolean helps = shown && question.also().stream().anyMatch(also -> isCited(also, citations));
    boolean right = held.contains(true) || helps;
    boolean full = question.needAll() ? !held.contains(false) && right : right;
    boolean first =
        shown
            && !citations.isEmpty()
            && (question.gold().stream().anyMatch(gold -> inClause(citations.get(0), gold))
                || question.also().stream().anyMatch(also -> inClause(citations.get(0), also)));
    return new Verdict(question, body, outcome, Json.text(body, "reason"), right, full, first);
  }

  private static boolean holds(Gold gold, List<JsonNode> citations, String said) {
    List<JsonNode> fromPolicy = citations.stream().filter(c -> samePolicy(c, gold)).toList();
    if (gold.must().isEmpty() || fromPolicy.isEmpty()) {
      return false;
    }
    StringBuilder shown = new StringBuilder(said == null ? "" : said);
    if (said == null) {
      fromPolicy.forEach(
          c -> {
            String quote = normal(Json.text(c, "quote"));
            shown.append(quote, 0, Math.min(READ_OF_A_CLAUSE, quote.length())).append('\n');
          });
    }
    return gold.must().stream().allMatch(must -> shown.indexOf(normal(must)) >= 0);
  }

  private static boolean isCited(Gold gold, List<JsonNode> citations) {
    return citations.stream().anyMatch(citation -> inClause(citation, gold));
  }

  private static boolean inClause(JsonNode citation, Gold gold) {
    if (!samePolicy(citation, gold)) {
      return false;
    }
    if (gold.clause().equals("*")) {
      return true;
    }
    List<String> path = parts(Json.text(citation, "clause"));
    List<String> wanted = parts(gold.clause());
    return path.size() >= wanted.size() && path.subList(0, wanted.size()).equals(wanted);
  }

  private static boolean samePolicy(JsonNode citation, Gold gold) {
    return title(Json.text(citation, "title")).equals(title(gold.title()))
        || (!gold.file().isEmpty()
            && stem(Json.text(citation, "externalId")).equals(stem(gold.file())));
  }

  /** Chapters and sections only group the articles, whose numbers run on. */
  private static List<String> parts(String path) {
    return List.of(normal(path).split("、")).stream()
        .filter(part -> !part.isEmpty() && !CHAPTER.matcher(part).matches())
        .toList();
  }

  private static String title(String text) {
    return normal(text).replaceAll("^《|》$", "").replaceFirst("^中华人民共和国", "");
  }

  private static String stem(String file) {
    String name = normal(file);
    return name.substring(name.lastIndexOf('/') + 1)
        .replaceFirst("\\.(?:txt|md|html|pdf|docx|json)$", "");
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s*]+", "");
  }
}
