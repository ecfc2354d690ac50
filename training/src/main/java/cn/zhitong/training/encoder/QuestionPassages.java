package cn.zhitong.training.encoder;

import java.util.List;
import java.util.Set;

/**
 * A question, the passage that answers it, and passages that search finds instead.
 *
 * @param doc the answering document
 * @param right all documents that are known to answer, {@code doc} among them
 */
record QuestionPassages(
    String question, String doc, Set<String> right, String answer, List<String> others) {

  /** Deeper ones are no longer hard. */
  static final int MOST_OTHERS = 8;
}
