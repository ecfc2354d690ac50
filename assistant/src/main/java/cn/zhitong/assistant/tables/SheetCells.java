package cn.zhitong.assistant.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The rows of one sheet; a merged cell's value stands in each row and column that it covers. */
final class SheetCells {
  /** Merges of a list of some thousand rows with two merged columns. */
  private static final int MAX_MERGES = 20_000;

  private static final int MAX_SHEET_ROWS = 1 << 20;

  /** Short values that come again and again are kept once. */
  private static final int INTERNED = 20_000;

  private final TableLimits limits;
  private final SharedStrings strings;
  private final CellFormats formats;
  private final Map<String, String> interned = new HashMap<>();
  private long chars;

  SheetCells(TableLimits limits, SharedStrings strings, CellFormats formats) {
    this.limits = limits;
    this.strings = strings;
    this.formats = formats;
  }

  private record Merge(int top, int bottom, int left, int right) {}

  /**
   * @param hidden takes the numbers of rows that the sheet does not show
   */
  List<Sheet.Row> read(XmlPart xml, List<Integer> hidden) throws XMLStreamException {
    List<Sheet.Row> rows = new ArrayList<>();
    List<Merge> merges = new ArrayList<>();
    int last = 0;
    while (xml.next()) {
      if (xml.starts("row")) {
        last = Math.max(last + 1, xml.number("r", last + 1));
        if (last > MAX_SHEET_ROWS) {
          throw limits.tooManyRows();
        }
        boolean shown = !xml.is("hidden");
        Sheet.Row row = row(xml, last);
        if (!row.empty()) {
          rows.add(row);
          if (!shown) {
            hidden.add(last);
          }
        }
        if (rows.size() > limits.rows() + 20) {
          throw limits.tooManyRows();
        }
      } else if (xml.starts("mergeCell") && merges.size() < MAX_MERGES) {
        add(merges, xml.attribute("ref"));
      }
    }
    return merged(rows, merges);
  }

  private Sheet.Row row(XmlPart xml, int number) throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    Set<Integer> inexact = null;
    int column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (!xml.starts("c")) {
        continue;
      }
      String reference = xml.attribute("r");
      column = reference == null ? column + 1 : column(reference, number);
      CellFormats.Shown shown = cell(xml, number);
      if (shown.text().isEmpty()) {
        continue;
      }
      if (column >= limits.columns()) {
        throw limits.tooManyColumns(number);
      }
      while (cells.size() <= column) {
        cells.add("");
      }
      cells.set(column, kept(shown.text()));
      if (shown.inexact()) {
        inexact = inexact == null ? new HashSet<>() : inexact;
        inexact.add(column);
      }
    }
    Set<Integer> uncertain = inexact == null ? Set.of() : Set.copyOf(inexact);
    return new Sheet.Row(null, number, List.copyOf(cells), uncertain);
  }

  private String kept(String text) {
    chars += text.length();
    if (chars > limits.chars()) {
      throw limits.tooMuchText();
    }
    String same = interned.get(text);
    if (same == null && interned.size() < INTERNED && text.length() < 100) {
      interned.put(text, text);
    }
    return same == null ? text : same;
  }

  private CellFormats.Shown cell(XmlPart xml, int row) throws XMLStreamException {
    String type = xml.attribute("t");
    int style = xml.number("s", 0);
    StringBuilder text = new StringBuilder();
    StringBuilder formula = new StringBuilder("=");
    boolean unreckoned = false;
    boolean value = false;
    boolean inFormula = false;
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("f")) {
        inFormula = true;
        // What came to an empty text says so by its type.
        unreckoned = !"str".equals(type);
      } else if (xml.ends("f")) {
        inFormula = false;
      } else if (inFormula && xml.isText()) {
        xml.appendTo(formula, limits.cellChars());
      } else if (xml.starts("is")) {
        RichText.read(xml, "is", text, limits.cellChars());
      } else if (xml.starts("v")) {
        value = true;
      } else if (xml.ends("v")) {
        value = false;
      } else if (value && xml.isText()) {
        xml.appendTo(text, limits.cellChars());
      }
    }
    if (text.length() > limits.cellChars()) {
      throw limits.cellTooLong(row);
    }
    if (text.length() == 0 && unreckoned) {
      // Programs that write no values leave them to the spreadsheet; nothing here reckons.
      return new CellFormats.Shown(CellText.clean(formula.toString()), true);
    }
    return text.length() == 0
        ? CellFormats.Shown.EMPTY
        : shown(type == null ? "n" : type, style, text.toString(), row);
  }

  private CellFormats.Shown shown(String type, int style, String text, int row) {
    return switch (type) {
      case "s" -> CellFormats.Shown.exact(strings.at(text));
      case "str", "inlineStr" -> CellFormats.Shown.exact(CellText.unescaped(text));
      case "b" -> CellFormats.Shown.exact(text.strip().equals("0") ? "FALSE" : "TRUE");
      // A formula's failure is no value.
      case "e" -> new CellFormats.Shown(CellText.clean(text), true);
      case "d" -> CellFormats.Shown.exact(text.strip());
      default -> formats.shown(text.strip(), style, row);
    };
  }

  /** The column's number from 0: of {@code AB12} 27. */
  private int column(String reference, int row) {
    int column = 0;
    int letters = 0;
    while (letters < reference.length() && letter(reference.charAt(letters))) {
      column = column * 26 + (reference.charAt(letters) & 31);
      if (++letters > 3) {
        throw limits.tooManyColumns(row);
      }
    }
    return Math.max(0, column - 1);
  }

  private static boolean letter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private void add(List<Merge> merges, String reference) {
    String[] ends = reference == null ? new String[0] : reference.split(":");
    if (ends.length != 2) {
      return;
    }
    int top = rowNumber(ends[0]);
    merges.add(new Merge(top, rowNumber(ends[1]), column(ends[0], top), column(ends[1], top)));
  }

  private static int rowNumber(String reference) {
    String digits = reference.replaceAll("[^0-9]", "");
    return digits.isEmpty() || digits.length() > 7 ? 0 : Integer.parseInt(digits);
  }

  private List<Sheet.Row> merged(List<Sheet.Row> rows, List<Merge> merges) {
    if (merges.isEmpty()) {
      return rows;
    }
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i).number(), i);
    }
    for (Merge merge : merges) {
      Integer top = places.get(merge.top());
      String value = top == null ? "" : rows.get(top).cell(merge.left());
      if (!value.isEmpty()) {
        fill(rows, top, merge, value, rows.get(top).inexact().contains(merge.left()));
      }
    }
    return rows;
  }

  private void fill(List<Sheet.Row> rows, int top, Merge merge, String value, boolean inexact) {
    int right = Math.min(merge.right(), limits.columns() - 1);
    for (int i = top; i < rows.size() && rows.get(i).number() <= merge.bottom(); i++) {
      Sheet.Row row = rows.get(i);
      String[] cells =
          Arrays.copyOf(
              row.cells().toArray(String[]::new), Math.max(row.cells().size(), right + 1));
      Set<Integer> uncertain = new HashSet<>(row.inexact());
      Set<Integer> shared = new HashSet<>(row.shared());
      for (int column = merge.left(); column <= right; column++) {
        if (cells[column] == null || cells[column].isEmpty()) {
          cells[column] = kept(value);
          if (inexact) {
            uncertain.add(column);
          }
        }
        if (merge.bottom() > merge.top()) {
          shared.add(column);
        }
      }
      List<String> filled = Arrays.stream(cells).map(c -> c == null ? "" : c).toList();
      rows.set(
          i,
          new Sheet.Row(
              row.sheet(), row.number(), filled, Set.copyOf(uncertain), Set.copyOf(shared)));
    }
  }
}
