package cn.zhitong.assistant.citation;

import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the verifier holds citations against: the library's own copy, not what search returned. */
@FunctionalInterface
public interface StoredTexts {

  /** Empty for a policy that is not published (any more). */
  Optional<StoredText> find(PolicyId id);

  /** The same, asking for each policy once: for the sentences of one answer. */
  default StoredTexts remembering() {
    Map<PolicyId, Optional<StoredText>> known = new HashMap<>();
    return id -> known.computeIfAbsent(id, this::find);
  }

  /**
   * A policy as the library has it.
   *
   * @param text the stored text
   * @param names titles, document number, index number and issuer; what a sentence that names the
   *     policy may say beside its quotes
   * @param ocr stretches of the text that were read from pictures
   */
  record StoredText(String text, List<String> names, List<OcrSpan> ocr) {
    public StoredText {
      names = List.copyOf(names);
      ocr = List.copyOf(ocr);
    }

    /** A text that was not read from pictures. */
    public StoredText(String text, List<String> names) {
      this(text, names, List.of());
    }
  }
}
