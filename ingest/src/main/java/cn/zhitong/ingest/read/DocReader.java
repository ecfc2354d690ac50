package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads Word 97-2003 files, and tells a .docx with a password, which hides in the same container.
 */
record DocReader(ReadLimits limits) implements FormatReader {

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw encrypted(null);
      }
      if (!container.getRoot().hasEntryCaseInsensitive("WordDocument")) {
        throw new UnreadableSource(
            UnreadableSource.Kind.UNKNOWN_KIND,
            "不是 Word 文档，文件内容与后缀不符；请用能打开它的程序另存为 docx 或 pdf 后上传。");
      }
      try (HWPFDocument document = new HWPFDocument(container.getRoot())) {
        TextLines lines = new TextLines(limits);
        Walk walk = new Walk(lines);
        walk.paragraphs(document.getRange());
        walk.notes("注", document.getFootnoteRange());
        walk.notes("尾注", document.getEndnoteRange());
        walk.notes("文本框", document.getMainTextboxRange());
        warn(document, lines);
        return lines.toText(
            document.getSummaryInformation() == null
                ? null
                : document.getSummaryInformation().getTitle());
      }
    } catch (EncryptedDocumentException e) {
      throw encrypted(e);
    } catch (RuntimeException e) {
      throw new IOException("no sound doc", e);
    }
  }

  private static void warn(HWPFDocument document, TextLines lines) {
    int pictures = document.getPicturesTable().getAllPictures().size();
    if (pictures > 0) {
      lines.warn("文档里有 " + pictures + " 张图片没有收入，图片中的文字未读出，请核对原文件。");
    }
    if (!document.getCommentsRange().text().isBlank()) {
      lines.warn("文档里有批注，不属于正文，已略去。");
    }
  }

  private static UnreadableSource encrypted(Throwable cause) {
    return new UnreadableSource(
        UnreadableSource.Kind.ENCRYPTED, "Word 文档设有密码，无法读取；请去掉密码后再上传。", cause);
  }

  private static final class Walk {
    /** Number formats of [MS-OSHARED] 2.2.1.3 by the names that .docx uses. */
    private static final Map<Integer, String> FORMATS =
        Map.ofEntries(
            Map.entry(0, "decimal"),
            Map.entry(1, "upperRoman"),
            Map.entry(2, "lowerRoman"),
            Map.entry(3, "upperLetter"),
            Map.entry(4, "lowerLetter"),
            Map.entry(10, "ideographDigital"),
            Map.entry(11, "japaneseCounting"),
            Map.entry(14, "decimalFullWidth"),
            Map.entry(18, "decimalEnclosedCircle"),
            Map.entry(22, "decimalZero"),
            Map.entry(23, "bullet"),
            Map.entry(30, "ideographTraditional"),
            Map.entry(37, "chineseCounting"),
            Map.entry(38, "chineseLegalSimplified"),
            Map.entry(39, "chineseCountingThousand"),
            Map.entry(255, "none"));

    private final TextLines lines;
    private final Map<Integer, int[]> counters = new HashMap<>();

    Walk(TextLines lines) {
      this.lines = lines;
    }

    void paragraphs(Range range) throws UnreadableSource {
      for (int i = 0; i < range.numParagraphs(); i++) {
        Paragraph paragraph = range.getParagraph(i);
        if (paragraph.isInTable()) {
          Table table = table(range, paragraph);
          if (table != null) {
            lines.table(DocTable.rows(cells(table)));
            lines.blank();
            i += table.numParagraphs() - 1;
            continue;
          }
        }
        String text = printed(paragraph);
        lines.line((text.isBlank() ? "" : numeral(paragraph)) + text.stripTrailing());
        lines.blank();
      }
    }

    /** A table whose bounds do not hold together is read as paragraphs. */
    private static Table table(Range range, Paragraph first) {
      try {
        return range.getTable(first);
      } catch (RuntimeException e) {
        return null;
      }
    }

    private List<List<DocTable.Cell>> cells(Table table) {
      List<List<DocTable.Cell>> rows = new ArrayList<>();
      for (int r = 0; r < table.numRows(); r++) {
        TableRow row = table.getRow(r);
        List<DocTable.Cell> cells = new ArrayList<>();
        for (int c = 0; c < row.numCells(); c++) {
          TableCell cell = row.getCell(c);
          cells.add(
              new DocTable.Cell(
                  cell.getLeftEdge(),
                  cell.getWidth(),
                  cell.isMerged() && !cell.isFirstMerged(),
                  cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged(),
                  text(cell)));
        }
        rows.add(cells);
      }
      return rows;
    }

    private String text(TableCell cell) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < cell.numParagraphs(); i++) {
        String text = printed(cell.getParagraph(i)).replace("\u0007", "").strip();
        String line = numeral(cell.getParagraph(i)) + text;
        if (!line.isBlank()) {
          parts.add(line);
        }
      }
      return String.join("\n", parts);
    }

    /** Text without what is struck, hidden or deleted. */
    private static String printed(Paragraph paragraph) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
        CharacterRun run = paragraph.getCharacterRun(i);
        boolean unseen =
            run.isStrikeThrough()
                || run.isDoubleStrikeThrough()
                || run.isVanished()
                || run.isMarkedDeleted();
        text.append(unseen ? run.text().replaceAll("[^\\u0007\\r]", "") : run.text());
      }
      return Range.stripFields(text.toString()).replace('\u000B', '\n');
    }

    /** Notes and text boxes, one line each, behind the text. */
    void notes(String caption, Range range) throws UnreadableSource {
      int number = 0;
      for (int i = 0; i < range.numParagraphs(); i++) {
        String text = printed(range.getParagraph(i)).replaceAll("[\\u0002\\u0005]", "").strip();
        if (!text.isEmpty()) {
          lines.line((caption.equals("文本框") ? "" : caption + ++number + "：") + text);
          lines.blank();
        }
      }
    }

    private String numeral(Paragraph paragraph) {
      if (!paragraph.isInList()) {
        return "";
      }
      try {
        var list = paragraph.getList();
        int level = Math.max(0, Math.min(8, paragraph.getIlvl()));
        int[] counts = counters.computeIfAbsent(list.getLsid(), k -> new int[9]);
        int start = list.getStartAt((char) level);
        counts[level] = counts[level] == 0 ? start : counts[level] + 1;
        java.util.Arrays.fill(counts, level + 1, counts.length, 0);
        return render(list, level, counts);
      } catch (RuntimeException e) {
        // A list table that does not hold together costs the numeral, not the paragraph.
        return "";
      }
    }

    private static String render(
        org.apache.poi.hwpf.usermodel.HWPFList list, int level, int[] counts) {
      String pattern = list.getNumberText((char) level);
      if (pattern == null || "bullet".equals(FORMATS.get(list.getNumberFormat((char) level)))) {
        return "";
      }
      StringBuilder out = new StringBuilder();
      for (char c : pattern.toCharArray()) {
        if (c < 9) {
          String format = FORMATS.getOrDefault(list.getNumberFormat(c), "decimal");
          out.append(Numerals.render(format, Math.max(1, counts[c])));
        } else {
          out.append(c);
        }
      }
      return out.toString();
    }
  }
}
