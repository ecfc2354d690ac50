package cn.zhitong.assistant.tables;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** The formats of a workbook's cells. */
final class CellFormats {
  /** A double's digits and exponent take fewer characters. */
  private static final int LONGEST_NUMBER = 64;

  /** A double has no larger exponent. */
  private static final int LARGEST_EXPONENT = 310;

  /** Excel allows some four thousand formats. */
  private static final int MAX_FORMATS = 65_536;

  /** By ECMA-376, 18.8.30, with the date formats of Chinese versions (27 to 36, 50 to 58). */
  private static final Map<Integer, String> BUILT_IN = new HashMap<>();

  static {
    BUILT_IN.put(1, "0");
    BUILT_IN.put(2, "0.00");
    BUILT_IN.put(3, "#,##0");
    BUILT_IN.put(4, "#,##0.00");
    BUILT_IN.put(9, "0%");
    BUILT_IN.put(10, "0.00%");
    for (int id = 14; id <= 17; id++) {
      BUILT_IN.put(id, "yyyy/m/d");
    }
    for (int id : new int[] {18, 19, 20, 21, 45, 46, 47}) {
      BUILT_IN.put(id, "h:mm:ss");
    }
    BUILT_IN.put(22, "yyyy/m/d h:mm");
    for (int id = 27; id <= 36; id++) {
      BUILT_IN.put(id, id < 32 || id == 36 ? "yyyy\"年\"m\"月\"d\"日\"" : "h\"时\"mm\"分\"");
    }
    for (int id = 50; id <= 58; id++) {
      BUILT_IN.put(id, "yyyy\"年\"m\"月\"d\"日\"");
    }
  }

  private final List<NumberFormat> byStyle;
  private final boolean from1904;

  private CellFormats(List<NumberFormat> byStyle, boolean from1904) {
    this.byStyle = byStyle;
    this.from1904 = from1904;
  }

  /**
   * @param inexact whether the sheet itself no longer has the number
   */
  record Shown(String text, boolean inexact) {
    static final Shown EMPTY = new Shown("", false);

    static Shown exact(String text) {
      return new Shown(text, false);
    }
  }

  static CellFormats read(ZipFile zip, String name, XmlPart.Budget budget, boolean from1904)
      throws IOException, XMLStreamException {
    Map<Integer, String> codes = new HashMap<>(BUILT_IN);
    Map<String, NumberFormat> parsed = new HashMap<>();
    List<NumberFormat> byStyle = new ArrayList<>();
    try (XmlPart part = name == null ? null : XmlPart.open(zip, name, budget)) {
      boolean cells = false;
      while (part != null && part.next()) {
        if (part.starts("numFmt") && codes.size() < MAX_FORMATS) {
          String code = part.attribute("formatCode");
          codes.put(part.number("numFmtId", 0), code == null ? "" : code);
        } else if (part.starts("cellXfs")) {
          cells = true;
        } else if (part.ends("cellXfs")) {
          cells = false;
        } else if (cells && part.starts("xf") && byStyle.size() < MAX_FORMATS) {
          String code = codes.getOrDefault(part.number("numFmtId", 0), "General");
          byStyle.add(parsed.computeIfAbsent(code, NumberFormat::of));
        }
      }
    }
    return new CellFormats(byStyle, from1904);
  }

  /**
   * A number as the sheet shows it.
   *
   * @throws IllegalArgumentException when it is larger than a workbook can hold: written out, ten
   *     characters may become a gigabyte
   */
  Shown shown(String stored, int style, int row) {
    BigDecimal number;
    try {
      number = stored.length() > LONGEST_NUMBER ? null : new BigDecimal(stored);
    } catch (NumberFormatException e) {
      return Shown.exact(CellText.clean(stored));
    }
    if (number == null
        || Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
        || Math.abs((long) number.scale()) > LARGEST_EXPONENT + LONGEST_NUMBER) {
      throw new IllegalArgumentException("第 " + row + " 行有超出表格软件范围的数字，请更正后再提交");
    }
    boolean styled = style >= 0 && style < byStyle.size();
    return (styled ? byStyle.get(style) : NumberFormat.GENERAL).shown(number, from1904);
  }
}
