package cn.zhitong.ingest.read;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;

/**
 * Counts a document's automatic numbers and renders them as printed: in a .docx the numeral of 一、
 * is no text at all, and a reader that skips it loses the clause's path.
 */
final class DocxNumbering {
  private static final int LEVELS = 9;
  private static final int UNSET = Integer.MIN_VALUE;

  private final XWPFDocument document;
  private final Map<BigInteger, int[]> counters = new HashMap<>();

  /** Lists and levels that begin anew and have begun. */
  private final Set<String> begun = new HashSet<>();

  /** By list, the table in which it was counted last. */
  private final Map<BigInteger, Integer> tables = new HashMap<>();

  private boolean goesOnInTables;

  DocxNumbering(XWPFDocument document) {
    this.document = document;
  }

  /**
   * The same for a paragraph in a cell.
   *
   * @param table which one, counted through the document
   */
  String numeral(CTP paragraph, int table) {
    NumberRef ref = reference(paragraph);
    Integer before = ref == null ? null : tables.put(ref.num(), table);
    goesOnInTables |= before != null && before != table;
    return numeral(paragraph);
  }

  /** Whether a list goes on from one table into another, as few authors mean it. */
  boolean goesOnInTables() {
    return goesOnInTables;
  }

  /** The numeral printed before the paragraph, or an empty string; the paragraph counts. */
  String numeral(CTP paragraph) {
    NumberRef ref = reference(paragraph);
    DocxList list = ref == null ? null : list(ref.num());
    return list == null ? "" : list.render(ref.level(), count(list, ref.level()));
  }

  private DocxList list(BigInteger number) {
    XWPFNum num = document.getNumbering().getNum(number);
    XWPFAbstractNum definition = num == null ? null : definition(num);
    return definition == null ? null : new DocxList(number, num, definition);
  }

  /** The list's definition; one that only links to a style has it where the style's list is. */
  private XWPFAbstractNum definition(XWPFNum num) {
    if (num.getCTNum().getAbstractNumId() == null) {
      return null;
    }
    XWPFNumbering numbering = document.getNumbering();
    XWPFAbstractNum definition =
        numbering.getAbstractNum(num.getCTNum().getAbstractNumId().getVal());
    if (definition == null || !definition.getCTAbstractNum().isSetNumStyleLink()) {
      return definition;
    }
    BigInteger linked = inherited(definition.getCTAbstractNum().getNumStyleLink().getVal()).num();
    XWPFNum other = linked == null ? null : numbering.getNum(linked);
    return other == null || other == num || other.getCTNum().getAbstractNumId() == null
        ? definition
        : numbering.getAbstractNum(other.getCTNum().getAbstractNumId().getVal());
  }

  private int[] count(DocxList list, int level) {
    int[] counts = counters.computeIfAbsent(list.key(), k -> unset());
    if (list.restarts(level) && begun.add(list.number() + "/" + level)) {
      counts[level] = UNSET;
    }
    for (int above = 0; above < level; above++) {
      if (counts[above] == UNSET) {
        counts[above] = list.start(above);
      }
    }
    counts[level] = counts[level] == UNSET ? list.start(level) : counts[level] + 1;
    for (int below = level + 1; below < LEVELS; below++) {
      if (list.restartsBehind(below, level)) {
        counts[below] = UNSET;
      }
    }
    return counts;
  }

  private static int[] unset() {
    int[] counts = new int[LEVELS];
    Arrays.fill(counts, UNSET);
    return counts;
  }

  private NumberRef reference(CTP paragraph) {
    if (document.getNumbering() == null || !paragraph.isSetPPr()) {
      return null;
    }
    CTNumPr own = paragraph.getPPr().isSetNumPr() ? paragraph.getPPr().getNumPr() : null;
    String style =
        paragraph.getPPr().isSetPStyle() ? paragraph.getPPr().getPStyle().getVal() : null;
    Inherited inherited = inherited(style);
    BigInteger num = num(own) != null ? num(own) : inherited.num();
    if (num == null || num.signum() <= 0) {
      return null;
    }
    BigInteger level = ilvl(own) != null ? ilvl(own) : inherited.level();
    if (level == null && num(own) == null) {
      level = levelOfStyle(num, style);
    }
    return new NumberRef(
        num, level == null ? 0 : Math.min(LEVELS - 1, Math.max(0, level.intValue())));
  }

  /** List and level as a style and those it rests on give them, each from the nearest that does. */
  private Inherited inherited(String style) {
    BigInteger num = null;
    BigInteger level = null;
    String at = style;
    for (int depth = 0; at != null && depth < 10; depth++) {
      XWPFStyle found = document.getStyles() == null ? null : document.getStyles().getStyle(at);
      if (found != null && found.getCTStyle().isSetPPr()) {
        CTPPrGeneral properties = found.getCTStyle().getPPr();
        CTNumPr pr = properties.isSetNumPr() ? properties.getNumPr() : null;
        num = num == null ? num(pr) : num;
        level = level == null ? ilvl(pr) : level;
      }
      at = found == null ? null : found.getBasisStyleID();
    }
    return new Inherited(num, level);
  }

  private record Inherited(BigInteger num, BigInteger level) {}

  /** A list's level may name the style that stands on it, and the style names only the list. */
  private BigInteger levelOfStyle(BigInteger num, String style) {
    DocxList list = style == null ? null : list(num);
    if (list == null) {
      return null;
    }
    for (CTLvl lvl : list.definition().getCTAbstractNum().getLvlList()) {
      if (lvl.isSetPStyle() && style.equals(lvl.getPStyle().getVal())) {
        return lvl.getIlvl();
      }
    }
    return null;
  }

  private static BigInteger num(CTNumPr pr) {
    return pr != null && pr.isSetNumId() ? pr.getNumId().getVal() : null;
  }

  private static BigInteger ilvl(CTNumPr pr) {
    return pr != null && pr.isSetIlvl() ? pr.getIlvl().getVal() : null;
  }

  private record NumberRef(BigInteger num, int level) {}
}
