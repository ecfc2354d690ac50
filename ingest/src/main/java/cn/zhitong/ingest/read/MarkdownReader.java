package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads .md files. Marks of headings stay for the cleaner, which needs them to tell headings;
 * tables become rows, links their caption, notes lines of their own, and the first heading is the
 * title's hint. Struck text and comments are left out, as a reader sees neither as valid.
 */
record MarkdownReader(ReadLimits limits) implements FormatReader {
  static final Pattern RULER =
      Pattern.compile("^\\s*+\\|?\\s*+:?-++:?\\s*+(?:\\|\\s*+:?-++:?\\s*+)+\\|?\\s*+$");
  private static final Pattern SINGLE_RULER = Pattern.compile("^\\s*\\|\\s*:?-+:?\\s*\\|\\s*$");
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern LINK =
      Pattern.compile("(?<!!)\\[([^\\]\\[]+)\\]\\((?:https?:|/|#|\\.)[^)\\s]*\\)");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");
  private static final Pattern TITLE = Pattern.compile("^#\\s+(\\S.*)$");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern STRUCK =
      Pattern.compile(
          "~~(?=\\S)[^~\\n]*?(?<=\\S)~~|<(del|s|strike)\\b[^>]*>.*?</\\1\\s*>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** One or two stars, underscores or backticks around words; 3*4 and snake_case are none. */
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<![\\w*])(\\*{1,2})(?=[^\\s*])([^*\\n]{0,200}?[^\\s*])\\1(?![\\w*])"
              + "|(?<![\\w_])(_{1,2})(?=[^\\s_])([^_\\n]{0,200}?[^\\s_])\\3(?![\\w_])"
              + "|(`)([^`\\n]{1,200})`");

  private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}(?:>\\s?){1,6}");
  private static final Pattern TASK = Pattern.compile("^(\\s*[-*+]\\s+)\\[[ xX]\\]\\s*");

  /** {@code [^1]} in the text, {@code [^1]: words} where the note stands. */
  private static final Pattern NOTE = Pattern.compile("^\\[\\^([^\\]\\s]{1,20})\\]:\\s*(\\S.*)$");

  private static final Pattern NOTE_MARK = Pattern.compile("\\[\\^[^\\]\\s]{1,20}\\]");

  private static final Pattern HTML_TABLE =
      Pattern.compile("\\s{0,3}<table\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAK = Pattern.compile("<br\\s{0,4}/?>", Pattern.CASE_INSENSITIVE);

  /** Marks of HTML that Markdown lets through; 〈5 and a < b are none. */
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|div|span|font|u|b|i|em|strong|center|sup|sub|small|ins|mark|a|h[1-6])(?:\\s[^<>]{0,400})?>",
          Pattern.CASE_INSENSITIVE);

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    String text = COMMENT.matcher(Encoding.decode(file, null, limits)).replaceAll("");
    List<String> source = STRUCK.matcher(text).replaceAll("").lines().toList();
    TextLines lines = new TextLines(limits);
    String title = null;
    int pictures = 0;
    int notes = 0;
    int i = 0;
    while (i < source.size()) {
      String line = source.get(i);
      if (isTable(source, i)) {
        int end = tableEnd(source, i);
        lines.table(rows(source.subList(i, end)));
        i = end;
        continue;
      }
      int tableEnd = HTML_TABLE.matcher(line).lookingAt() ? htmlTableEnd(source, i) : -1;
      if (tableEnd > 0) {
        Document part = Jsoup.parseBodyFragment(String.join("\n", source.subList(i, tableEnd)));
        for (Element table : part.select("body > table")) {
          lines.table(HtmlTable.rows(table));
        }
        i = tableEnd;
        continue;
      }
      pictures += (int) IMAGE.matcher(line).results().count();
      Matcher note = NOTE.matcher(line);
      if (note.matches()) {
        lines.blank();
        lines.line("注" + ++notes + "：" + plain(note.group(2)));
        lines.blank();
      } else {
        lines.line(plain(withoutLists(line)));
      }
      if (title == null && TITLE.matcher(line).matches()) {
        title = line.substring(1);
      }
      i++;
    }
    if (pictures > 0) {
      lines.warn("文中有 " + pictures + " 张图片没有收入，图片中的文字未读出，请核对原文件。");
    }
    return lines.toText(title);
  }

  /** A head with a ruler of as many columns under it, or rows between outer pipes. */
  private static boolean isTable(List<String> source, int at) {
    String line = source.get(at);
    if (line.indexOf('|') < 0 || isRuler(line)) {
      return false;
    }
    boolean ruled = at + 1 < source.size() && isRuler(source.get(at + 1));
    return ruled ? cells(line).size() == cells(source.get(at + 1)).size() : isBordered(line);
  }

  /** The line behind a table in HTML; -1 where it is not closed. */
  private static int htmlTableEnd(List<String> source, int from) {
    for (int i = from; i < source.size(); i++) {
      if (source.get(i).toLowerCase(Locale.ROOT).stripTrailing().endsWith("</table>")) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int tableEnd(List<String> source, int from) {
    boolean ruled = from + 1 < source.size() && isRuler(source.get(from + 1));
    int end = from + 1;
    while (end < source.size()) {
      String line = source.get(end);
      boolean row = ruled ? line.indexOf('|') >= 0 : isBordered(line) || isRuler(line);
      if (line.isBlank() || !row) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean isRuler(String line) {
    return RULER.matcher(line).matches() || SINGLE_RULER.matcher(line).matches();
  }

  private static boolean isBordered(String line) {
    String text = line.strip();
    return text.startsWith("|")
        && text.endsWith("|")
        && text.chars().filter(c -> c == '|').count() > 2;
  }

  private static List<List<String>> rows(List<String> table) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : table) {
      if (!isRuler(line)) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.strip();
    inner = inner.startsWith("|") ? inner.substring(1) : inner;
    inner =
        inner.endsWith("|") && !inner.endsWith("\\|")
            ? inner.substring(0, inner.length() - 1)
            : inner;
    List<String> cells = new ArrayList<>();
    for (String cell : CELL_END.split(inner, -1)) {
      cells.add(plain(cell.replace("\\|", "|")).strip());
    }
    return cells;
  }

  /** Without the marks of quotations and of tasks; a task whose words are struck is nothing. */
  private static String withoutLists(String line) {
    String unquoted = QUOTED.matcher(line).replaceFirst("");
    Matcher task = TASK.matcher(unquoted);
    return !task.find() ? unquoted : task.end() == unquoted.length() ? "" : task.replaceFirst("$1");
  }

  /** Without links, emphasis and marks of notes. */
  private static String plain(String line) {
    String words = NOTE_MARK.matcher(withoutLinks(line)).replaceAll("");
    words = TAG.matcher(BREAK.matcher(words).replaceAll(" ")).replaceAll("");
    return EMPHASIS
        .matcher(words)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) != null
                        ? found.group(2)
                        : found.group(4) != null ? found.group(4) : found.group(6)));
  }

  private static String withoutLinks(String line) {
    return LINK.matcher(IMAGE.matcher(line).replaceAll("")).replaceAll("$1");
  }
}
