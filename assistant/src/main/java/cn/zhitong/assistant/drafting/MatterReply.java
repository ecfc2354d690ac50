package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.citation.CitedSentence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What policies say of one matter.
 *
 * @param paragraphs verified sentences by paragraph; empty when no policy supports an answer
 * @param gaps what only the office knows, as the model named it; may be empty
 */
record MatterReply(String matter, List<List<CitedSentence>> paragraphs, List<String> gaps) {
  MatterReply {
    paragraphs = List.copyOf(paragraphs);
    gaps = List.copyOf(gaps);
  }

  /** Whether a policy answers it. */
  boolean cited() {
    return !paragraphs.isEmpty();
  }

  String text() {
    return paragraphs.stream()
        .flatMap(List::stream)
        .map(CitedSentence::text)
        .collect(Collectors.joining());
  }
}
