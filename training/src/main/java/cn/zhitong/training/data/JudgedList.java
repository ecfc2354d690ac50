package cn.zhitong.training.data;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What search found for a question, and what somebody who read it said of each passage.
 *
 * @param question as typed; null where {@code query} names it
 * @param query id of the question in a collection, so that no text of others is kept
 * @param collection the collection's name; null for a question over the policies
 * @param doc by which it is split: the document that answers, or the query's id where none does
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JudgedList(
    String question,
    String query,
    String collection,
    String style,
    String doc,
    List<Judged> passages) {
  /** The passage answers the question. */
  public static final int ANSWERS = 2;

  /** It is on the matter, and answers a part at most. */
  public static final int ON_THE_MATTER = 1;

  /**
   * @param start in the stored text, in UTF-16 chars
   * @param grade 0, {@link #ON_THE_MATTER} or {@link #ANSWERS}
   */
  public record Judged(String doc, int start, int end, int grade) {
    /** Whether the passage holds most of what was read; a library may be cut anew since. */
    public boolean isOf(LibraryPassage passage) {
      int shared = Math.min(end, passage.end()) - Math.max(start, passage.start());
      return doc.equals(passage.doc()) && 2 * shared > end - start;
    }
  }

  /**
   * @param folder of {@code *.jsonl}, or one file
   */
  public static List<JudgedList> read(Path folder) throws IOException {
    List<JudgedList> lists = new ArrayList<>();
    for (Path file : QuestionFiles.in(folder)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          lists.add(StandardJson.MAPPER.readValue(line, JudgedList.class));
        }
      }
    }
    return lists;
  }
}
