package cn.zhitong.ingest.read;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;

/**
 * A list of a .docx: the definition that it shares with others, and what it says otherwise.
 *
 * @param number by which paragraphs name it
 */
record DocxList(BigInteger number, XWPFNum num, XWPFAbstractNum definition) {

  /** What lists that count on from one another share. */
  BigInteger key() {
    return definition.getCTAbstractNum().getAbstractNumId();
  }

  /** The level as this list has it, or null. */
  CTLvl level(int level) {
    CTNumLvl own = own(level);
    if (own != null && own.isSetLvl()) {
      return own.getLvl();
    }
    for (CTLvl lvl : definition.getCTAbstractNum().getLvlList()) {
      if (lvl.getIlvl() != null && lvl.getIlvl().intValue() == level) {
        return lvl;
      }
    }
    return null;
  }

  private CTNumLvl own(int level) {
    for (CTNumLvl lvl : num.getCTNum().getLvlOverrideList()) {
      if (lvl.getIlvl() != null && lvl.getIlvl().intValue() == level) {
        return lvl;
      }
    }
    return null;
  }

  /** Whether the list begins anew on this level, where others of its definition would count on. */
  boolean restarts(int level) {
    CTNumLvl own = own(level);
    return own != null && own.isSetStartOverride();
  }

  int start(int level) {
    if (restarts(level)) {
      return own(level).getStartOverride().getVal().intValue();
    }
    CTLvl lvl = level(level);
    return lvl == null || !lvl.isSetStart() ? 1 : lvl.getStart().getVal().intValue();
  }

  /**
   * Whether a level begins anew behind a paragraph of a higher one: behind any, unless the list
   * says behind which, or none.
   */
  boolean restartsBehind(int level, int higher) {
    CTLvl lvl = level(level);
    return lvl == null
        || !lvl.isSetLvlRestart()
        || higher < lvl.getLvlRestart().getVal().intValue();
  }

  /** The numeral as printed. */
  String render(int level, int[] counts) {
    CTLvl lvl = level(level);
    if (lvl == null || !lvl.isSetLvlText() || "bullet".equals(format(lvl))) {
      return "";
    }
    String text = lvl.getLvlText().getVal();
    for (int i = 0; i <= level && text != null; i++) {
      CTLvl part = level(i);
      String format = part == null || lvl.isSetIsLgl() ? "decimal" : format(part);
      text = text.replace("%" + (i + 1), Numerals.render(format, counts[i]));
    }
    return text == null ? "" : text;
  }

  private static String format(CTLvl lvl) {
    return lvl.isSetNumFmt() ? lvl.getNumFmt().getVal().toString() : "decimal";
  }
}
