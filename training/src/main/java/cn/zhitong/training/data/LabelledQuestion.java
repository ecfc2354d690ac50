package cn.zhitong.training.data;

import cn.zhitong.common.artefact.HeldOut;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A line of the question files.
 *
 * @param question as somebody of an enterprise asks it
 * @param style keyword, short, story … (see the data's README)
 * @param doc the policy's externalId; null where the title alone names it
 * @param title of the policy
 * @param clause path of the clause; null for a text without outline, or for a preamble
 * @param occurrence where the policy has the path more than once, which of them, from 0
 * @param label 1 where the clause answers the question, 0 where it is close but does not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LabelledQuestion(
    String question,
    String style,
    String doc,
    String title,
    String clause,
    int occurrence,
    int label) {
  public boolean answers() {
    return label == 1;
  }

  /** On which side of the split its document is. */
  public HeldOut part() {
    return HeldOut.of(doc == null ? title : doc);
  }
}
