package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads .txt files. Their lines stay as they are; lines whose cells are parted by tabs or set in
 * columns with blanks are a table.
 */
record PlainTextReader(ReadLimits limits) implements FormatReader {
  static final Pattern TABS = Pattern.compile("(?<![ \\u3000])[ \\u3000]*+\\t[ \\u3000\\t]*+");
  private static final Pattern BLANKS =
      Pattern.compile("(?<=\\S)(?: {2,}|\\u3000+ *| \\u3000+)(?=\\S)");

  /** A numeral set apart from its text is no cell: {@code 第一条　…}. */
  private static final Pattern NUMERAL =
      Pattern.compile("(?:第[\\d一二三四五六七八九十百千零〇]{1,7}[编章节条款].*|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]?)");

  private static final int LONGEST_CELL = 40;

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    List<String> source = Encoding.decode(file, null, limits).lines().toList();
    TextLines lines = new TextLines(limits);
    int i = 0;
    while (i < source.size()) {
      int end = tableEnd(source, i, TABS, 2, 2);
      end = end > i ? end : tableEnd(source, i, BLANKS, 2, 3);
      end = end > i ? end : tableEnd(source, i, BLANKS, 3, 2);
      if (end > i) {
        Pattern gap = source.get(i).strip().indexOf('\t') >= 0 ? TABS : BLANKS;
        lines.table(source.subList(i, end).stream().map(l -> cells(l, gap)).toList());
        i = end;
      } else {
        lines.line(source.get(i));
        i++;
      }
    }
    return lines.toText(null);
  }

  /**
   * End of the lines from here that have as many cells each, or {@code from} where there is no
   * table.
   *
   * @param columns at least so many
   * @param rows at least so many
   */
  private static int tableEnd(List<String> source, int from, Pattern gap, int columns, int rows) {
    int width = cells(source.get(from), gap).size();
    int end = from;
    while (end < source.size() && isRow(cells(source.get(end), gap), width, gap == TABS)) {
      end++;
    }
    return width >= columns && end - from >= rows ? end : from;
  }

  private static boolean isRow(List<String> cells, int width, boolean tabs) {
    return cells.size() == width
        && !NUMERAL.matcher(cells.get(0)).matches()
        && cells.stream().noneMatch(c -> c.endsWith("：") || c.endsWith(":"))
        && (tabs || cells.stream().allMatch(c -> c.length() <= LONGEST_CELL));
  }

  private static List<String> cells(String line, Pattern gap) {
    String text = gap == TABS ? line.replaceAll("\\s+$", "") : line.strip();
    if (gap == TABS && text.startsWith("\t") && text.strip().indexOf('\t') < 0) {
      return List.of(text.strip());
    }
    List<String> cells = new ArrayList<>();
    Arrays.stream(gap.split(text, -1)).map(String::strip).forEach(cells::add);
    return cells;
  }
}
