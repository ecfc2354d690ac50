package cn.zhitong.assistant.privacy;

import java.util.List;
import java.util.UUID;

/**
 * A case whose personal data is being erased.
 *
 * @param externalNumber null where it has none
 * @param words by which its sender is known: names, numbers, and its title; each of at least four
 *     characters, so that none is found where it is not meant
 */
public record ErasedCase(UUID id, String number, String externalNumber, List<String> words) {

  /** The words as patterns of SQL's LIKE. */
  public List<String> likes() {
    return words.stream()
        .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
        .map(word -> '%' + word + '%')
        .toList();
  }

  @Override
  public String toString() {
    return "ErasedCase[" + number + "]";
  }
}
