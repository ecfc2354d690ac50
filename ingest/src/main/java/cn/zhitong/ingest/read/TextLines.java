package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.SourcePage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Collects a text line by line, with its tables, and refuses to grow past the limit. */
final class TextLines {
  private final ReadLimits limits;
  private final StringBuilder text = new StringBuilder();
  private final List<SourceText.Table> tables = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<SourcePage> pages = new ArrayList<>();
  private final List<OcrSpan> ocr = new ArrayList<>();
  private final PictureShelf shelf = new PictureShelf();
  private SourcePage page;
  private int tableStart = -1;

  TextLines(ReadLimits limits) {
    this.limits = limits;
  }

  void line(String line) throws UnreadableSource {
    TimeLimit.check();
    if (text.length() + line.length() > limits.textChars()) {
      throw limits.textTooLong();
    }
    if (page != null) {
      int end = text.length() + line.length();
      ocr.add(new OcrSpan(text.length(), end, page.confidence(), page.number()));
    }
    text.append(line).append('\n');
  }

  /** Lines from here on stand on this page; where it was read from its picture, they are marked. */
  void onPage(int number) {
    page =
        pages.stream()
            .filter(p -> p.number() == number && p.confidence() != null)
            .findFirst()
            .orElse(null);
  }

  /** Lines from here on stand on no page. */
  void offPages() {
    page = null;
  }

  /**
   * A picture that stands here.
   *
   * @param bytes null where the source only names a picture
   * @return whether it is kept
   */
  boolean picture(byte[] bytes, String alt) {
    return shelf.keep(text.length(), bytes, alt);
  }

  /** A page that was read from its picture, for comparison. */
  void pagePicture(int number, BufferedImage picture) {
    shelf.keepPage(number, picture);
  }

  /** A blank line: what follows begins a paragraph. */
  void blank() throws UnreadableSource {
    line("");
  }

  void startTable() {
    tableStart = text.length();
  }

  /** Something of the file that is not in the text, as a sentence for the publisher. */
  void warn(String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  void page(SourcePage page) {
    pages.add(page);
  }

  /** Rows as a table. */
  void table(List<List<String>> rows) throws UnreadableSource {
    startTable();
    for (List<String> row : rows) {
      row(row);
    }
    endTable();
  }

  /** A row's cells; breaks and tabs inside a cell become spaces. */
  void row(List<String> cells) throws UnreadableSource {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      row.append(i == 0 ? "" : "\t")
          .append(cells.get(i).replaceAll("[\\t\\n\\r\\f\\u000B]+", " ").strip());
    }
    if (!row.toString().isBlank()) {
      line(row.toString());
    }
  }

  void endTable() {
    if (tableStart >= 0 && text.length() > tableStart) {
      tables.add(new SourceText.Table(tableStart, text.length() - 1));
    }
    tableStart = -1;
  }

  ReadText toText(String titleHint) {
    String hint = titleHint == null || titleHint.isBlank() ? null : titleHint.strip();
    return new ReadText(
        text.toString(), tables, hint, null, warnings, pages, null, ocr, shelf.pictures());
  }
}
