package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Tells tables of data from tables that only lay out a page, and reads the former. */
final class HtmlTable {
  /** A cell of data is a name or a figure; a longer average means text laid out in cells. */
  private static final int LONG_CELL = 160;

  /** Between the cells of a table inside a cell; two, so that tidying leaves one. */
  private static final String APART = "  ";

  /** Tables nested deeper lay out a page. */
  private static final int MAX_DEPTH = 3;

  private static final int MOST_SPAN = 1000;

  private static final Pattern KEY =
      Pattern.compile(
          "\\s*[【\\[［]?\\s*(?:索\\s*引\\s*号|发文字号|文\\s*号|发布机构|发文机关|发文单位|公开主体|制发机关|成文日期|生成日期|发布日期|公布日期|发文日期|印发日期|实施日期|施行日期"
              + "|失效日期|主题分类|体裁分类|主题词|有\\s*效\\s*性|效力状态|公开方式|标\\s*题|名\\s*称|信息分类|服务对象)\\s*[】\\]］]?\\s*[:：]?\\s*");

  private HtmlTable() {}

  static boolean isKey(String text) {
    return text.length() < 24 && KEY.matcher(text).matches();
  }

  /** A key with its colon or in brackets; a bare word may be a value. */
  static boolean isLabel(String text) {
    return isKey(text) && text.matches(".*[:：】\\]］]\\s*");
  }

  static boolean isData(Element table) {
    if (depth(table) > MAX_DEPTH || table.selectFirst("h1, h2, script, form") != null) {
      return false;
    }
    List<List<String>> rows = rows(table);
    int cells = rows.stream().mapToInt(List::size).sum();
    int widest = rows.stream().mapToInt(List::size).max().orElse(0);
    int chars = rows.stream().flatMap(List::stream).mapToInt(String::length).sum();
    boolean keys = rows.stream().flatMap(List::stream).anyMatch(HtmlTable::isKeyCell);
    return rows.size() >= 2 && widest >= 2 && chars <= LONG_CELL * cells && !keys;
  }

  private static int depth(Element table) {
    Element inner = table.selectFirst("table table table table");
    return inner != null ? MAX_DEPTH + 1 : MAX_DEPTH;
  }

  private static boolean isKeyCell(String cell) {
    return cell.matches(
        "\\s*[【\\[［]?\\s*(?:索\\s*引\\s*号|发文字号|发布机构|成文日期|生成日期|主题分类)\\s*[】\\]］]?\\s*[:：]?.{0,40}");
  }

  /** Rows with merged values in every row and column that they cover. */
  static List<List<String>> rows(Element table) {
    TableGrid grid = new TableGrid();
    List<Element> rows = new ArrayList<>();
    rows(table, rows);
    for (int r = 0; r < rows.size(); r++) {
      int column = 0;
      for (Element cell : rows.get(r).children()) {
        if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
          column = grid.free(r, column);
          int rowSpan = span(cell, "rowspan", rows.size() - r);
          int columnSpan = span(cell, "colspan", MOST_SPAN);
          grid.put(r, column, rowSpan, columnSpan, text(cell));
          column += columnSpan;
        }
      }
    }
    return grid.rows();
  }

  /** A span of 0 reaches to the end; one beyond the end stops there. */
  private static int span(Element cell, String attribute, int most) {
    String value = cell.attr(attribute).strip();
    if (!value.matches("\\d{1,5}")) {
      return 1;
    }
    int span = Integer.parseInt(value);
    return span == 0 ? most : Math.min(span, most);
  }

  /** The table's own rows, not those of tables in its cells. */
  private static void rows(Element parent, List<Element> rows) {
    for (Element child : parent.children()) {
      switch (child.normalName()) {
        case "tr" -> rows.add(child);
        case "thead", "tbody", "tfoot", "form" -> rows(child, rows);
        default -> {}
      }
    }
  }

  private static String text(Element cell) {
    if (cell.selectFirst("table") == null) {
      return cell.text();
    }
    StringBuilder text = new StringBuilder();
    for (Node node : cell.childNodes()) {
      if (node instanceof TextNode own) {
        text.append(own.text());
      } else if (node instanceof Element element && element.normalName().equals("table")) {
        for (List<String> row : rows(element)) {
          text.append(APART).append(String.join(APART, row));
        }
        text.append(APART);
      } else if (node instanceof Element element) {
        text.append(text(element));
      }
    }
    return text.toString().strip();
  }
}
