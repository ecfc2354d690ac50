package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads .md files. Marks of headings and emphasis stay for the cleaner, which needs them to tell
 * headings; tables become rows, links their caption, and the first heading is the title's hint.
 */
record MarkdownReader(ReadLimits limits) implements FormatReader {
  private static final Pattern ROW = Pattern.compile("^\\s*\\|.*\\|\\s*$");
  private static final Pattern RULER = Pattern.compile("^\\s*\\|(?:\\s*:?-+:?\\s*\\|)+\\s*$");
  private static final Pattern LINK =
      Pattern.compile("(?<!!)\\[([^\\]\\[]+)\\]\\((?:https?:|/|#|\\.)[^)\\s]*\\)");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");
  private static final Pattern TITLE = Pattern.compile("^#\\s+(\\S.*)$");

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    List<String> source = Encoding.decode(file, null, limits).lines().toList();
    TextLines lines = new TextLines(limits);
    String title = null;
    boolean inTable = false;
    for (String line : source) {
      boolean row = ROW.matcher(line).matches() && line.chars().filter(c -> c == '|').count() > 2;
      if (row && !inTable) {
        lines.startTable();
      } else if (!row && inTable) {
        lines.endTable();
      }
      inTable = row;
      if (!row) {
        lines.line(withoutLinks(line));
      } else if (!RULER.matcher(line).matches()) {
        lines.row(cells(line));
      }
      if (title == null && TITLE.matcher(line).matches()) {
        title = line.substring(1);
      }
    }
    lines.endTable();
    return lines.toText(title);
  }

  private static String withoutLinks(String line) {
    return LINK.matcher(IMAGE.matcher(line).replaceAll("")).replaceAll("$1");
  }

  private static List<String> cells(String line) {
    String inner = line.strip().substring(1, line.strip().length() - 1);
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
