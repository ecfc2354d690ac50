package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
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
            "不是 Word 文档；请上传 txt、md、html、pdf、docx、doc、ofd 或 jsonl 文件。");
      }
      try (HWPFDocument document = new HWPFDocument(container.getRoot())) {
        TextLines lines = new TextLines(limits);
        new Walk(lines).paragraphs(document.getRange());
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
    private List<String> row = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean inTable;

    Walk(TextLines lines) {
      this.lines = lines;
    }

    void paragraphs(Range range) throws UnreadableSource {
      for (int i = 0; i < range.numParagraphs(); i++) {
        Paragraph paragraph = range.getParagraph(i);
        if (paragraph.isInTable()) {
          tablePart(paragraph);
        } else {
          endTable();
          String text = Range.stripFields(paragraph.text()).replace('\u000B', '\n');
          lines.line((text.isBlank() ? "" : numeral(paragraph)) + text.stripTrailing());
          lines.blank();
        }
      }
      endTable();
    }

    private void tablePart(Paragraph paragraph) throws UnreadableSource {
      if (!inTable) {
        lines.startTable();
        inTable = true;
      }
      if (paragraph.isTableRowEnd()) {
        lines.row(row);
        row = new ArrayList<>();
        cell = new StringBuilder();
        return;
      }
      String text = Range.stripFields(paragraph.text());
      boolean cellEnds = text.endsWith("\u0007");
      cell.append(cell.isEmpty() ? "" : " ").append(text.replace("\u0007", "").strip());
      if (cellEnds) {
        row.add(cell.toString());
        cell = new StringBuilder();
      }
    }

    private void endTable() {
      if (inTable) {
        lines.endTable();
        inTable = false;
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
