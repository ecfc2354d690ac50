package cn.zhitong.training.data;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A question with the strings that its answer must hold, as in {@code eval questions}; to measure
 * with, never to train on.
 *
 * @param corpus which policies it is asked of
 * @param gold clauses that answer; none where nothing does
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NaturalQuestion(
    String id, String corpus, String style, String question, boolean answerable, List<Gold> gold) {
  /**
   * A clause that answers.
   *
   * @param must strings of its text that an answer holds
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Gold(String title, String clause, List<String> must) {}

  public static List<NaturalQuestion> read(Path file) throws IOException {
    ObjectMapper json = StandardJson.MAPPER;
    List<NaturalQuestion> questions = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        questions.add(json.readValue(line, NaturalQuestion.class));
      }
    }
    return questions;
  }

  /** Whether the passage is of a gold policy and holds what the answer must hold. */
  public boolean answeredBy(LibraryPassage passage) {
    String text = plain(passage.text());
    return gold.stream()
        .anyMatch(
            g ->
                plainTitle(g.title()).equals(plainTitle(passage.title()))
                    && g.must().stream().allMatch(must -> text.contains(plain(must))));
  }

  private static String plainTitle(String title) {
    return plain(title).replaceFirst("^中华人民共和国", "");
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s*《》]+", "");
  }
}
