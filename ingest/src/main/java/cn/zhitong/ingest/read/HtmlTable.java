package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells tables of data from tables that only lay out a page, and reads the former. */
final class HtmlTable {
  /** A cell of data is a name or a figure; a longer average means text laid out in cells. */
  private static final int LONG_CELL = 160;

  private static final Pattern KEY =
      Pattern.compile(
          "\\s*(?:索\\s*引\\s*号|发文字号|文\\s*号|发布机构|发文机关|发文单位|公开主体|制发机关|成文日期|生成日期|发布日期|公布日期|发文日期|印发日期|实施日期|施行日期"
              + "|失效日期|主题分类|体裁分类|主题词|有\\s*效\\s*性|效力状态|公开方式|标\\s*题|名\\s*称|信息分类|服务对象)\\s*[:：]?\\s*");

  private HtmlTable() {}

  static boolean isKey(String text) {
    return text.length() < 24 && KEY.matcher(text).matches();
  }

  static boolean isData(Element table) {
    if (!table.select("table table").isEmpty()
        || table.selectFirst("h1, h2, script, form") != null) {
      return false;
    }
    List<List<String>> rows = rows(table);
    int cells = rows.stream().mapToInt(List::size).sum();
    int widest = rows.stream().mapToInt(List::size).max().orElse(0);
    int chars = rows.stream().flatMap(List::stream).mapToInt(String::length).sum();
    boolean keys = rows.stream().flatMap(List::stream).anyMatch(HtmlTable::isKeyCell);
    return rows.size() >= 2 && widest >= 2 && chars <= LONG_CELL * cells && !keys;
  }

  private static boolean isKeyCell(String cell) {
    return cell.matches("\\s*(?:索\\s*引\\s*号|发文字号|发布机构|成文日期|生成日期|主题分类)\\s*[:：]?.{0,40}");
  }

  static List<List<String>> rows(Element table) {
    List<List<String>> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> cells = new ArrayList<>();
      for (Element cell : row.children()) {
        if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
          cells.add(cell.text());
        }
      }
      rows.add(cells);
    }
    return rows;
  }
}
