package cn.zhitong.assistant.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A number format of a spreadsheet: up to four sections for positive, negative, zero and text. A
 * number keeps all its digits, since it may be a name (a work order, a telephone); of the format it
 * takes leading zeros, marks between digits and percent. Units and colours around it are left out.
 *
 * @param sections as they stand
 */
record NumberFormat(List<FormatSection> sections) {
  static final NumberFormat GENERAL = of("General");

  /** Spreadsheets keep 15 digits; of more the last are made up. */
  private static final int DIGITS = 15;

  /** Longer ones are no formats; Excel takes 255 characters. */
  private static final int LONGEST = 1_000;

  static NumberFormat of(String code) {
    String format = code.length() > LONGEST || code.isBlank() ? "General" : code;
    return new NumberFormat(split(format).stream().map(FormatSection::of).toList());
  }

  /** Sections are parted by semicolons outside of quotes and brackets. */
  private static List<String> split(String code) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    char until = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (until == 0 && c == ';') {
        sections.add(section.toString());
        section.setLength(0);
        continue;
      }
      section.append(c);
      if (until != 0) {
        until = c == until ? 0 : until;
      } else if (c == '"') {
        until = '"';
      } else if (c == '[') {
        until = ']';
      } else if ((c == '\\' || c == '_' || c == '*') && i + 1 < code.length()) {
        section.append(code.charAt(++i));
      }
    }
    sections.add(section.toString());
    return sections;
  }

  CellFormats.Shown shown(BigDecimal number, boolean from1904) {
    FormatSection section = section(number);
    BigDecimal plain = plain(number);
    if (section.date()) {
      String date = SerialDate.text(number, section, from1904);
      // Shown as ##### there; the number is all there is.
      return date == null
          ? new CellFormats.Shown(digits(plain), true)
          : CellFormats.Shown.exact(date);
    }
    if (!section.hasNumber()) {
      return CellFormats.Shown.exact(section.literal());
    }
    boolean inexact = plain.precision() - plain.scale() > DIGITS;
    String text = section.percent() ? digits(plain.movePointRight(2)) + "%" : digits(plain);
    return new CellFormats.Shown(inexact ? digits(plain) : section.filled(text), inexact);
  }

  private FormatSection section(BigDecimal number) {
    for (FormatSection section : sections) {
      if (section.condition() != null && section.condition().holds(number)) {
        return section;
      }
    }
    int sign = number.signum();
    FormatSection chosen = sections.get(0);
    if (sections.get(0).condition() == null) {
      if (sign < 0 && sections.size() > 1) {
        chosen = sections.get(1);
      } else if (sign == 0 && sections.size() > 2) {
        chosen = sections.get(2);
      }
    } else {
      chosen = sections.get(sections.size() - 1);
    }
    return chosen;
  }

  private static BigDecimal plain(BigDecimal number) {
    // 0.30000000000000004 is 0.3 to the sheet; a whole number keeps what is stored.
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole ? number : number.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String digits(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** {@code [>=100]}: a section for numbers of its own. */
  record Condition(String operator, BigDecimal bound) {
    static Condition of(String bracket) {
      String text = bracket.strip().toLowerCase(Locale.ROOT);
      int digits = 0;
      while (digits < text.length() && "<>=".indexOf(text.charAt(digits)) >= 0) {
        digits++;
      }
      try {
        return digits == 0 || text.length() > 40
            ? null
            : new Condition(text.substring(0, digits), new BigDecimal(text.substring(digits)));
      } catch (NumberFormatException e) {
        return null;
      }
    }

    boolean holds(BigDecimal number) {
      int compared = number.compareTo(bound);
      return switch (operator) {
        case "=" -> compared == 0;
        case "<>" -> compared != 0;
        case "<" -> compared < 0;
        case "<=" -> compared <= 0;
        case ">" -> compared > 0;
        default -> compared >= 0;
      };
    }
  }
}
