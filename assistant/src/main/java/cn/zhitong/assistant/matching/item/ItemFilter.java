package cn.zhitong.assistant.matching.item;

import cn.zhitong.common.region.Gazetteer;
import java.time.LocalDate;

/** What a list of items is narrowed by; null is no matter. */
public record ItemFilter(
    String words,
    String mode,
    String kind,
    String region,
    String level,
    String theme,
    String industry,
    Boolean open,
    String state) {

  boolean fits(StoredItem item, PolicyFacts policy, Gazetteer gazetteer, LocalDate today) {
    ItemContent content = item.content();
    return (state == null || item.state().code().equals(state))
        && (mode == null || mode.equals(content.mode()))
        && (kind == null || kind.equals(content.kind()))
        && (region == null || isIn(content.region(), gazetteer))
        && (level == null || level.equals(policy.level()))
        && (theme == null || policy.themes().contains(theme))
        && (industry == null || policy.industries().contains(industry))
        && (open == null || open == isOpen(content, today))
        && (words == null || words.isBlank() || mentions(content, words.strip()));
  }

  private boolean isIn(String of, Gazetteer gazetteer) {
    return of == null || gazetteer.overlap(region, of);
  }

  private static boolean isOpen(ItemContent content, LocalDate today) {
    return content.window() == null || content.window().isOpen(today);
  }

  private static boolean mentions(ItemContent content, String words) {
    return contains(content.title(), words)
        || contains(content.text(), words)
        || contains(content.department(), words);
  }

  private static boolean contains(String text, String words) {
    return text != null && text.contains(words);
  }
}
