package cn.zhitong.assistant.reply;

import cn.zhitong.assistant.citation.CitedSentence;
import java.util.List;

/**
 * What can be said of one matter.
 *
 * @param paragraphs verified sentences by paragraph; empty when no policy supports an answer
 * @param precedent what was replied in similar cases, without anything particular to them
 * @param gaps what only the office knows, as the model named it; may be empty
 */
record MatterReply(
    String matter,
    List<List<CitedSentence>> paragraphs,
    Precedents.Adapted precedent,
    List<String> gaps) {
  MatterReply {
    paragraphs = List.copyOf(paragraphs);
    gaps = List.copyOf(gaps);
  }

  /** Whether anything at all can be said of it. */
  boolean answered() {
    return !paragraphs.isEmpty() || !precedent.isEmpty();
  }
}
