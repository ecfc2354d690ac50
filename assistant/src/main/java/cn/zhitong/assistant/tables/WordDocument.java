package cn.zhitong.assistant.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Writes a text with tables as DOCX, in the form of official documents. */
public final class WordDocument {
  private static final int TITLE_SIZE = 22;
  private static final int TEXT_SIZE = 16;
  private static final int CELL_SIZE = 11;

  /** Two characters of the text's size, in twentieths of a point. */
  private static final int INDENT = 2 * TEXT_SIZE * 20;

  private static final String TITLE_FONT = "方正小标宋简体";
  private static final String TEXT_FONT = "仿宋_GB2312";
  private static final String HEAD_FONT = "黑体";

  private WordDocument() {}

  /** Title, paragraphs, then each table under its own title. */
  public static byte[] of(String title, List<String> paragraphs, List<ExportTable> tables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFParagraph head = document.createParagraph();
      head.setAlignment(ParagraphAlignment.CENTER);
      head.setSpacingAfter(INDENT);
      run(head, title, TITLE_FONT, TITLE_SIZE);
      for (String text : paragraphs) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationFirstLine(INDENT);
        paragraph.setSpacingBetween(1.5);
        run(paragraph, text, TEXT_FONT, TEXT_SIZE);
      }
      for (ExportTable one : tables) {
        table(document, one);
      }
      document.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void table(XWPFDocument document, ExportTable one) {
    XWPFParagraph title = document.createParagraph();
    title.setSpacingBefore(INDENT / 2);
    title.setKeepNext(true);
    run(title, one.title(), HEAD_FONT, TEXT_SIZE);
    XWPFTable table = document.createTable(one.rows().size() + 1, one.header().size());
    table.setWidth("100%");
    XWPFTableRow header = table.getRow(0);
    header.setRepeatHeader(true);
    for (int column = 0; column < one.header().size(); column++) {
      cell(header, column, one.header().get(column), HEAD_FONT);
    }
    for (int row = 0; row < one.rows().size(); row++) {
      List<Object> cells = one.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        cell(table.getRow(row + 1), column, text(cells.get(column)), TEXT_FONT);
      }
    }
  }

  private static void cell(XWPFTableRow row, int column, String text, String font) {
    run(row.getCell(column).getParagraphs().get(0), text, font, CELL_SIZE);
  }

  private static void run(XWPFParagraph paragraph, String text, String font, int size) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(size);
    run.setText(text);
  }

  private static String text(Object cell) {
    if (cell == null) {
      return "";
    }
    return cell instanceof ExportTable.Percent percent ? percent.text() : cell.toString();
  }
}
