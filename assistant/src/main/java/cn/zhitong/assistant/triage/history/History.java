package cn.zhitong.assistant.triage.history;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labelled history as it was given: the rows that can be used and what is wrong with the others.
 *
 * @param empty rows with neither title nor text
 * @param badCount rows that cannot be used, the empty ones among them
 * @param bad at most {@link #MAX_BAD_SHOWN} of them described
 * @param unknownLabels category labels that are none of the three, with how many rows bear them
 */
public record History(
    List<HistoryRow> rows,
    int empty,
    int badCount,
    List<Bad> bad,
    Map<String, Integer> unknownLabels) {
  private static final int MAX_BAD_SHOWN = 20;

  /** A line that could not be read. */
  public record Bad(int line, String problem) {}

  /** Gathers rows one after the other. */
  static final class Builder {
    private final List<HistoryRow> rows = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private int badCount;
    private int empty;

    /** A row; one without title and text counts as empty. */
    void add(int line, String id, String title, String text, String label, String department) {
      if (title.isBlank() && text.isBlank()) {
        empty++;
        bad(line, "标题和正文都是空的");
        return;
      }
      Category category = HistoryRow.category(label);
      if (category == null && !label.isBlank()) {
        unknown.merge(label.strip(), 1, Integer::sum);
      }
      rows.add(
          new HistoryRow(
              id.isBlank() ? "#" + line : id.strip(),
              new AppealText(title, text, null, null),
              category,
              department.strip(),
              label.strip()));
    }

    void bad(int line, String problem) {
      badCount++;
      if (bad.size() < MAX_BAD_SHOWN) {
        bad.add(new Bad(line, problem));
      }
    }

    History build() {
      return new History(List.copyOf(rows), empty, badCount, List.copyOf(bad), Map.copyOf(unknown));
    }
  }
}
