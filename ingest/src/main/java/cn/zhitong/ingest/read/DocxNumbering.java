package cn.zhitong.ingest.read;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;

/**
 * Counts a document's automatic numbers and renders them as printed: in a .docx the numeral of 一、
 * is no text at all, and a reader that skips it loses the clause's path.
 */
final class DocxNumbering {
  private static final int LEVELS = 9;

  private final XWPFDocument document;
  private final Map<BigInteger, int[]> counters = new HashMap<>();

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

  /** The numeral printed before the paragraph, or an empty string. */
  String numeral(CTP paragraph) {
    NumberRef ref = reference(paragraph);
    if (ref == null) {
      return "";
    }
    XWPFNumbering numbering = document.getNumbering();
    XWPFNum num = numbering.getNum(ref.num());
    XWPFAbstractNum definition = num == null ? null : definition(num);
    if (definition == null) {
      return "";
    }
    int[] counts = count(ref, num, definition);
    return render(definition, ref.level(), counts);
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

  private int[] count(NumberRef ref, XWPFNum num, XWPFAbstractNum definition) {
    BigInteger key = definition.getCTAbstractNum().getAbstractNumId();
    boolean restarts =
        override(num, ref.level()) != null && !counters.containsKey(ref.num().negate());
    int[] counts = counters.computeIfAbsent(key, k -> unset());
    if (restarts) {
      counters.put(ref.num().negate(), counts);
      counts[ref.level()] = override(num, ref.level()).intValue() - 1;
    }
    for (int level = 0; level < ref.level(); level++) {
      if (counts[level] == Integer.MIN_VALUE) {
        counts[level] = start(definition, level);
      }
    }
    int before = counts[ref.level()];
    counts[ref.level()] = before == Integer.MIN_VALUE ? start(definition, ref.level()) : before + 1;
    for (int level = ref.level() + 1; level < LEVELS; level++) {
      counts[level] = Integer.MIN_VALUE;
    }
    return counts;
  }

  private static int[] unset() {
    int[] counts = new int[LEVELS];
    java.util.Arrays.fill(counts, Integer.MIN_VALUE);
    return counts;
  }

  private static BigInteger override(XWPFNum num, int level) {
    for (CTNumLvl lvl : num.getCTNum().getLvlOverrideList()) {
      if (lvl.getIlvl() != null && lvl.getIlvl().intValue() == level && lvl.isSetStartOverride()) {
        return lvl.getStartOverride().getVal();
      }
    }
    return null;
  }

  private static int start(XWPFAbstractNum definition, int level) {
    CTLvl lvl = level(definition, level);
    return lvl == null || !lvl.isSetStart() ? 1 : lvl.getStart().getVal().intValue();
  }

  private static String render(XWPFAbstractNum definition, int level, int[] counts) {
    CTLvl lvl = level(definition, level);
    if (lvl == null || !lvl.isSetLvlText() || "bullet".equals(format(lvl))) {
      return "";
    }
    String text = lvl.getLvlText().getVal();
    for (int i = 0; i <= level && text != null; i++) {
      CTLvl part = level(definition, i);
      String format = part == null || lvl.isSetIsLgl() ? "decimal" : format(part);
      text = text.replace("%" + (i + 1), Numerals.render(format, counts[i]));
    }
    return text == null ? "" : text;
  }

  private static CTLvl level(XWPFAbstractNum definition, int level) {
    for (CTLvl lvl : definition.getCTAbstractNum().getLvlList()) {
      if (lvl.getIlvl() != null && lvl.getIlvl().intValue() == level) {
        return lvl;
      }
    }
    return null;
  }

  private static String format(CTLvl lvl) {
    return lvl.isSetNumFmt() ? lvl.getNumFmt().getVal().toString() : "decimal";
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
    XWPFNum list = document.getNumbering().getNum(num);
    XWPFAbstractNum definition = list == null ? null : definition(list);
    if (definition == null || style == null) {
      return null;
    }
    for (CTLvl lvl : definition.getCTAbstractNum().getLvlList()) {
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
