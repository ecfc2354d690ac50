package cn.zhitong.assistant.citation;

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
   */
  record StoredText(String text, List<String> names) {
    public StoredText {
      names = List.copyOf(names);
    }
  }
}
