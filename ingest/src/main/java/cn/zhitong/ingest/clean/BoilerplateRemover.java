package cn.zhitong.ingest.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what the page put around the text: menus before it, captions of links and the site's footer
 * after it, buttons and page marks anywhere. A line goes only when all of it is chrome.
 */
final class BoilerplateRemover {
  private BoilerplateRemover() {}

  static List<Line> cut(List<Line> lines) {
    List<Line> kept = cutAnywhere(lines);
    kept = kept.subList(headEnd(kept), kept.size());
    kept = new ArrayList<>(kept.subList(0, tailStart(kept)));
    if (!kept.isEmpty() && !kept.get(kept.size() - 1).inTable()) {
      Line last = kept.get(kept.size() - 1);
      kept.set(kept.size() - 1, last.withText(ChromeWords.withoutInlineTail(last.text())));
    }
    return kept;
  }

  private static List<Line> cutAnywhere(List<Line> lines) {
    List<Line> kept = new ArrayList<>(lines.size());
    boolean pageMark = false;
    for (Line line : lines) {
      if (!line.inTable() && ChromeWords.isPageMark(line.text())) {
        pageMark = true;
      } else if (line.inTable() || !ChromeWords.isButton(line.text())) {
        Line plain = line.inTable() ? line : line.withText(ChromeWords.withoutTools(line.text()));
        kept.add(pageMark ? plain.afterPageMark(0) : plain);
        pageMark = false;
      }
    }
    return kept;
  }

  /** Menus stand before the first line that could belong to the text. */
  private static int headEnd(List<Line> lines) {
    int end = 0;
    while (end < lines.size()
        && !lines.get(end).inTable()
        && ChromeWords.isMenu(lines.get(end).text())) {
      end++;
    }
    return end;
  }

  private static int tailStart(List<Line> lines) {
    int start = popTail(lines, lines.size());
    for (int i = lastBodyLine(lines, start) + 1; i < start; i++) {
      if (ChromeWords.isRelatedCaption(lines.get(i).text()) && onlyCaptions(lines, i + 1, start)) {
        return popTail(lines, i);
      }
    }
    return start;
  }

  private static int popTail(List<Line> lines, int from) {
    int start = from;
    while (start > 0
        && !lines.get(start - 1).inTable()
        && ChromeWords.isTail(lines.get(start - 1).text())) {
      start--;
    }
    return start;
  }

  private static int lastBodyLine(List<Line> lines, int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (lines.get(i).inTable() || lines.get(i).text().contains("。")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean onlyCaptions(List<Line> lines, int from, int to) {
    for (int i = from; i < to; i++) {
      String text = lines.get(i).text();
      if (lines.get(i).inTable() || !(ChromeWords.isTail(text) || ChromeWords.isLinkTitle(text))) {
        return false;
      }
    }
    return true;
  }
}
