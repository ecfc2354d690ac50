package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Picks the article out of a page: the element that holds most of its prose, and above it the title
 * and the table of keys. A box behind that element belongs to the article only where it reads like
 * one; a sentence that is left out is named, since elements are sometimes closed too early.
 *
 * @param leftOut sentences that stand beside the article and are no plain remark of the site
 * @param pictures of the article, in the order of the page
 */
record HtmlArticle(List<HtmlLine> lines, List<String> leftOut, List<Element> pictures) {
  /** A box beside the article belongs to it with so many numbered clauses. */
  private static final int CLAUSES = 2;

  /** Or with this share of the article's prose, and at least so many characters of it. */
  private static final double MUCH = .15;

  private static final int LEAST = 80;

  /** Buttons are links of few characters. */
  private static final int BUTTON = 8;

  private static final int DEEPEST = 200;

  static HtmlArticle of(Document page, String titleHint) {
    HtmlContainer found = HtmlContainer.of(page.body());
    Element content = found.content();
    HtmlLines.Broken broken = HtmlLines.of(page.body(), content);
    List<HtmlLine> lines =
        HtmlTitleLine.join(withoutLinkBoxes(broken.lines(), found.linkBoxes()), titleHint);
    boolean whole = content == page.body() || content == null;
    List<Element> pictures = broken.pictures();
    return whole
        ? new HtmlArticle(byDensity(lines, titleHint), List.of(), pictures)
        : byContainer(lines, titleHint, found, pictures);
  }

  private static HtmlArticle byContainer(
      List<HtmlLine> lines, String titleHint, HtmlContainer found, List<Element> pictures) {
    int title = HtmlTitleLine.of(lines, titleHint);
    int first = -1;
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).inContent() && lines.get(i).isSentence()) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    Set<Element> belonging = belonging(lines, found);
    List<HtmlLine> kept = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    boolean before = true;
    for (int i = 0; i < lines.size(); i++) {
      HtmlLine line = lines.get(i);
      before &= !line.inContent();
      boolean aboveTitle = i < title;
      boolean within = i >= first && i <= last;
      boolean article =
          line.inContent()
              && !(line.inChrome() && line.mostlyLinks())
              && (within || !isButtons(line));
      boolean stray = !before && !line.inContent() && belongs(line, belonging);
      boolean head = !line.inChrome() && line.isHeadLine() && (before || aboveTitle);
      if (i == title || line.isKeyLine() || head || !aboveTitle && (article || stray)) {
        kept.add(line);
      } else if (!before && !line.inContent() && isLoss(line, found.teasers())) {
        leftOut.add(line.text().strip());
      }
    }
    return new HtmlArticle(kept, leftOut, pictures);
  }

  /** A list of links stays only where the text announces it with a colon. */
  private static List<HtmlLine> withoutLinkBoxes(List<HtmlLine> lines, Set<Element> linkBoxes) {
    List<HtmlLine> kept = new ArrayList<>(lines.size());
    String before = "";
    for (HtmlLine line : lines) {
      boolean announced = before.endsWith("：") || before.endsWith(":");
      if (!isIn(line.at(), linkBoxes)) {
        before = line.text().strip();
        kept.add(line);
      } else if (announced || line.title()) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static boolean isButtons(HtmlLine line) {
    return line.mostlyLinks()
        && !line.file()
        && line.links() > 0
        && line.linkChars() <= BUTTON * line.links();
  }

  /** A sentence that may have been the author's. */
  private static boolean isLoss(HtmlLine line, Set<Element> teasers) {
    return line.isSentence()
        && !line.inChrome()
        && !HtmlContainer.isRemark(line.text())
        && !isIn(line.at(), teasers);
  }

  private static boolean isIn(Element element, Set<Element> some) {
    Element at = element;
    for (int i = 0; at != null && i < DEEPEST; i++) {
      if (some.contains(at)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  /** Boxes beside the container that read like a part of the article. */
  private static Set<Element> belonging(List<HtmlLine> lines, HtmlContainer found) {
    Set<Element> above = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element at = found.content().parent(); at != null; at = at.parent()) {
      above.add(at);
    }
    Map<Element, int[]> boxes = new IdentityHashMap<>();
    int own = 0;
    for (HtmlLine line : lines) {
      int prose = line.mostlyLinks() ? 0 : prose(line);
      if (line.inContent()) {
        own += prose;
        continue;
      }
      Element box = box(line, above);
      if (box != null && !isIn(line.at(), found.teasers()) && !line.inChrome()) {
        int[] sums = boxes.computeIfAbsent(box, k -> new int[2]);
        sums[0] += prose;
        sums[1] += HtmlContainer.CLAUSE.matcher(line.text()).matches() && prose > 0 ? 1 : 0;
      }
    }
    Set<Element> belonging = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Map.Entry<Element, int[]> box : boxes.entrySet()) {
      int[] sums = box.getValue();
      boolean paragraph =
          box.getKey().parent() == found.content().parent()
              && Set.of("p", "table").contains(box.getKey().normalName());
      if (sums[1] >= CLAUSES
          || sums[0] >= Math.max(LEAST, MUCH * own)
          || paragraph && sums[0] > 0) {
        belonging.add(box.getKey());
      }
    }
    return belonging;
  }

  private static int prose(HtmlLine line) {
    boolean remark =
        HtmlContainer.isRemark(line.text()) && !HtmlContainer.CLAUSE.matcher(line.text()).matches();
    return remark || !(line.isSentence() || line.table() >= 0) ? 0 : line.text().length();
  }

  private static boolean belongs(HtmlLine line, Set<Element> belonging) {
    return !line.inChrome() && !line.mostlyLinks() && isIn(line.at(), belonging);
  }

  /** The box that holds a line and stands in an ancestor of the container, but not around it. */
  private static Element box(HtmlLine line, Set<Element> above) {
    Element at = line.at();
    for (int i = 0; at != null && i < DEEPEST; i++) {
      if (above.contains(at.parent())) {
        return above.contains(at) ? null : at;
      }
      at = at.parent();
    }
    return null;
  }

  private static List<HtmlLine> byDensity(List<HtmlLine> lines, String titleHint) {
    int title = HtmlTitleLine.of(lines, titleHint);
    int first = -1;
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isSentence()) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    List<HtmlLine> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      HtmlLine line = lines.get(i);
      boolean within = i >= first && i <= last;
      boolean plain = i >= title && !line.inChrome() && (within || !line.mostlyLinks());
      boolean head = i < title && !line.inChrome() && line.isHeadLine();
      if (line.isSentence() || line.isKeyLine() || head || plain) {
        kept.add(line);
      }
    }
    return kept;
  }
}
