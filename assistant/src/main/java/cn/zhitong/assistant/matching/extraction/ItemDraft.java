package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import java.time.LocalDate;
import java.util.List;

/**
 * An item as it was found in a text; nothing of it is confirmed yet.
 *
 * @param text stored words of the item, from start to end
 * @param clause the outline's path of the part it stands in, or null
 * @param conditions null where the text sets none
 * @param mode {@code 免申即享}, {@code 易申快享} or {@code 普通}, with the reason in doubts where it was
 *     guessed
 * @param doubts what a person should look at first
 */
public record ItemDraft(
    String title,
    String text,
    String clause,
    int start,
    int end,
    String object,
    Condition conditions,
    String amount,
    List<String> materials,
    ApplicationWindow window,
    String mode,
    String department,
    String kind,
    List<Tier> tiers,
    List<String> doubts) {
  public ItemDraft {
    materials = List.copyOf(materials);
    tiers = List.copyOf(tiers);
    doubts = List.copyOf(doubts);
  }

  /** When one can apply; either day may be null. */
  public record ApplicationWindow(LocalDate from, LocalDate to, String text) {}

  /** An amount with the conditions that lead to it. */
  public record Tier(Condition conditions, String amount) {}
}
