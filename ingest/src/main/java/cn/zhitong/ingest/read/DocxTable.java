package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Node;

/** Reads a table of a .docx into a grid; numbers of lists in cells are counted as in the text. */
final class DocxTable {
  /** Between the cells of a table inside a cell; two, so that tidying leaves one. */
  private static final String APART = "  ";

  private final DocxText text;
  private final DocxNumerals numerals;
  private final TableGrid grid = new TableGrid();

  /** Columns where a vertical merge goes on, and the row it began in. */
  private final Map<Integer, Integer> merged = new HashMap<>();

  private DocxTable(DocxText text, DocxNumerals numerals) {
    this.text = text;
    this.numerals = numerals;
  }

  /** The printed numeral of a paragraph. */
  interface DocxNumerals {
    String before(Node paragraph, String text);
  }

  static List<List<String>> rows(Node table, DocxText text, DocxNumerals numerals) {
    DocxTable read = new DocxTable(text, numerals);
    int row = 0;
    for (Node node : DocxNodes.children(table, "tr")) {
      Node properties = DocxNodes.child(node, "trPr");
      if (DocxNodes.child(properties, "del") == null
          && !Boolean.TRUE.equals(DocxNodes.onOff(properties, "hidden"))) {
        read.row(node, properties, row++);
      }
    }
    return read.grid.rows();
  }

  private void row(Node row, Node properties, int at) {
    int column = DocxNodes.number(DocxNodes.child(properties, "gridBefore"), "val", 0);
    for (Node cell : DocxNodes.children(row, "tc")) {
      Node of = DocxNodes.child(cell, "tcPr");
      int span = Math.max(1, DocxNodes.number(DocxNodes.child(of, "gridSpan"), "val", 1));
      if ("continue".equals(merge(of, "hMerge")) && column > 0) {
        grid.put(at, column, 1, span, grid.at(at, column - 1));
      } else if ("continue".equals(merge(of, "vMerge")) && merged.containsKey(column)) {
        goOn(cell, at, column, span);
      } else {
        grid.put(at, column, 1, span, cell(cell));
      }
      if (merge(of, "vMerge") == null) {
        merged.remove(column);
      } else if (!"continue".equals(merge(of, "vMerge"))) {
        merged.put(column, at);
      }
      column += span;
    }
  }

  /** The value from above; a continued cell that holds text of its own keeps that too. */
  private void goOn(Node cell, int at, int column, int span) {
    String above = grid.at(merged.get(column), column);
    String own = cell(cell);
    grid.put(at, column, 1, span, own.isBlank() || own.equals(above) ? above : above + APART + own);
  }

  /** {@code restart}, {@code continue}, or null where the cell is not merged that way. */
  private static String merge(Node properties, String name) {
    Node merge = DocxNodes.child(properties, name);
    if (merge == null) {
      return null;
    }
    String value = DocxNodes.attribute(merge, "val");
    return value == null ? "continue" : value;
  }

  private String cell(Node cell) {
    List<String> parts = new ArrayList<>();
    parts(cell, parts);
    return String.join("\n", parts);
  }

  private void parts(Node parent, List<String> parts) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      switch (DocxNodes.name(node)) {
        case "p" -> {
          String printed = text.of(node);
          String line = numerals.before(node, printed) + printed;
          if (!line.isBlank()) {
            parts.add(line);
          }
          for (Node box : text.takeBoxes()) {
            parts(box, parts);
          }
        }
        case "tbl" -> {
          for (List<String> row : rows(node, text, numerals)) {
            parts.add(String.join(APART, row));
          }
        }
        case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> parts(node, parts);
        default -> {}
      }
    }
  }
}
