package cn.zhitong.eval.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a quote stands in a text.
 *
 * @param start where the item begins in the text
 * @param end where the item ends
 */
record QuoteFinder(String text, int start, int end) {

  static QuoteFinder whole(String text) {
    return new QuoteFinder(text, 0, text.length());
  }

  /** Within the part of the text that a proposed item names, or the whole of it. */
  static QuoteFinder within(String text, JsonNode item) {
    int end = item.path("end").asInt();
    return new QuoteFinder(text, item.path("start").asInt(), end > 0 ? end : text.length());
  }

  /**
   * @param offset the leaf's own {@code start}, counted from the text's or the item's begin
   * @return the place that the offset names where the quote is there, else every occurrence within
   *     the item, else every occurrence; none for an empty quote and for one that is not verbatim
   */
  List<TextRange> find(String quote, JsonNode offset) {
    if (quote.isEmpty()) {
      return List.of();
    }
    if (offset.isInt()) {
      for (int base : new int[] {0, start}) {
        int from = base + offset.asInt();
        if (text.startsWith(quote, from)) {
          return List.of(new TextRange(from, from + quote.length()));
        }
      }
    }
    List<TextRange> all = new ArrayList<>();
    for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      all.add(new TextRange(at, at + quote.length()));
    }
    List<TextRange> inside =
        all.stream().filter(range -> range.start() >= start && range.end() <= end).toList();
    return inside.isEmpty() ? all : inside;
  }
}
