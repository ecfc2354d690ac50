package cn.zhitong.assistant.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A topic that people ask about and the library does not answer.
 *
 * @param title the first question of the topic
 * @param words what names the topic
 * @param missing the clause that is missing, null until somebody wrote it
 * @param owner the department that owns the matter, null until known
 * @param found what answered it when it was asked again, else empty
 * @param checkedAt when it was last asked again, null for never
 * @param questions how often it was asked
 * @param unhelpful how many of these answers were called useless
 * @param examples questions and reasons, the newest first, at most five
 */
record KnowledgeGap(
    UUID id,
    String title,
    List<String> words,
    GapState state,
    String missing,
    String owner,
    List<GapCitation> found,
    Instant checkedAt,
    int questions,
    int unhelpful,
    Instant lastAskedAt,
    List<Example> examples) {
  KnowledgeGap {
    words = List.copyOf(words);
    found = List.copyOf(found);
    examples = List.copyOf(examples);
  }

  /**
   * One question of the topic.
   *
   * @param reason why the answer did not help, null where nobody said
   */
  record Example(UUID questionId, String question, String region, String outcome, String reason) {}

  /** Where the answer stands, in the form of evaluation questions. */
  record GapCitation(String title, String file, String clause, String quote) {}
}
