package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlBeans;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.w3c.dom.Node;

/**
 * Reads .docx: paragraphs with their automatic numbers, tables, footnotes and endnotes, text boxes
 * (the document number often stands in one). Headers, footers and tables of contents are left out,
 * as is what is deleted, hidden or struck.
 */
record DocxReader(ReadLimits limits) implements FormatReader {

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    ZipCheck.check(file, limits);
    try (OPCPackage packed = OPCPackage.open(file.toFile(), PackageAccess.READ);
        XWPFDocument document = new XWPFDocument(packed)) {
      TextLines lines = new TextLines(limits);
      Walk walk = new Walk(lines, document, limits);
      walk.blocks(document.getDocument().getBody().getDomNode());
      walk.warnings();
      return lines.toText(title(document));
    } catch (InvalidFormatException | RuntimeException e) {
      throw new IOException("no sound docx", e);
    }
  }

  private static String title(XWPFDocument document) {
    return document.getProperties() == null
        ? null
        : document.getProperties().getCoreProperties().getTitle();
  }

  /** Walks the body in order; only names are compared, so that content controls are no obstacle. */
  private static final class Walk {
    private final TextLines lines;
    private final XWPFDocument document;
    private final DocxNumbering numbering;
    private final DocxText text;
    private final DocxPictures pictures;

    /** Notes written already: a note that is referred to twice is printed once. */
    private final Set<String> written = new HashSet<>();

    private int notes;
    private int tables;
    private int embedded;

    Walk(TextLines lines, XWPFDocument document, ReadLimits limits) {
      this.lines = lines;
      this.document = document;
      this.numbering = new DocxNumbering(document);
      this.text = new DocxText(new DocxStyles(document));
      this.pictures = new DocxPictures(document, lines, limits);
    }

    void blocks(Node parent) throws UnreadableSource {
      for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
        switch (DocxNodes.name(node)) {
          case "p" -> paragraph(node);
          case "tbl" -> table(node);
          case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> blocks(node);
          case "altChunk" -> embedded++;
          default -> {}
        }
      }
    }

    void warnings() {
      pictures.warnings().forEach(lines::warn);
      if (text.objects() + embedded > 0) {
        lines.warn("文档里有 " + (text.objects() + embedded) + " 个图表或嵌入对象没有收入，其中的文字未读出，请核对原文件。");
      }
      if (text.symbols() > 0) {
        lines.warn("文档里有 " + text.symbols() + " 个符号字体的字符没有读出，请核对原文件。");
      }
      if (numbering.goesOnInTables()) {
        lines.warn("表格里的自动编号接着前一个表继续，是否应重新起算无法可靠还原，请对照原文件核对编号。");
      }
      if (text.comments() > 0) {
        lines.warn("文档里有 " + text.comments() + " 条批注，不属于正文，已略去。");
      }
    }

    private void paragraph(Node node) throws UnreadableSource {
      if (isContentsEntry(node)) {
        return;
      }
      String printed = text.of(node);
      List<Node> references = text.takeNotes();
      List<Node> shown = text.takePictures();
      for (Node box : text.takeBoxes()) {
        blocks(box);
      }
      lines.line(numeral(node, printed) + printed);
      lines.blank();
      pictures.keep(shown);
      notes(references);
    }

    private String numeral(Node node, String printed) {
      boolean unseen = printed.isBlank() && isUnseen(node);
      if (unseen || !(XmlBeans.nodeToXmlObject(node) instanceof CTP paragraph)) {
        return "";
      }
      String numeral = numbering.numeral(paragraph);
      // An empty line of a list counts, but its number alone says nothing.
      return printed.isBlank() ? "" : numeral + (numeral.matches(".*[章节条编\\d]") ? " " : "");
    }

    /** Deleted or hidden as a whole: such a paragraph does not count. */
    private static boolean isUnseen(Node paragraph) {
      Node mark = DocxNodes.path(paragraph, "pPr", "rPr");
      return DocxNodes.child(mark, "del") != null
          || Boolean.TRUE.equals(DocxNodes.onOff(mark, "vanish"))
          || DocxNodes.child(paragraph, "del") != null;
    }

    private static boolean isContentsEntry(Node node) {
      String style = DocxNodes.attribute(DocxNodes.path(node, "pPr", "pStyle"), "val");
      return style != null && style.matches("(?i)toc\\s?\\d.*|目录\\s?\\d?");
    }

    private void table(Node table) throws UnreadableSource {
      tables++;
      List<List<String>> rows = DocxTable.rows(table, text, this::numeralInCell);
      List<Node> references = text.takeNotes();
      boolean single = rows.stream().allMatch(row -> row.size() <= 1);
      if (single) {
        for (List<String> row : rows) {
          for (String cell : row) {
            lines.line(cell);
          }
        }
      } else {
        lines.table(rows);
      }
      lines.blank();
      pictures.keep(text.takePictures());
      notes(references);
    }

    /** A cell may hold nothing but its number. */
    private String numeralInCell(Node node, String printed) {
      return XmlBeans.nodeToXmlObject(node) instanceof CTP paragraph
          ? numbering.numeral(paragraph, tables)
          : "";
    }

    /** Notes stand behind the paragraph or table that refers to them, one line each. */
    private void notes(List<Node> references) throws UnreadableSource {
      for (Node reference : references) {
        String key = reference.getLocalName() + DocxNodes.attribute(reference, "id");
        XWPFAbstractFootnoteEndnote note = written.add(key) ? note(reference) : null;
        if (note == null) {
          continue;
        }
        List<String> printed = new ArrayList<>();
        parts(note.getCTFtnEdn().getDomNode(), printed);
        pictures.leave(text.takePictures());
        lines.line("注" + ++notes + "：" + String.join(" ", printed));
        lines.blank();
      }
    }

    private void parts(Node note, List<String> printed) {
      for (Node part = note.getFirstChild(); part != null; part = part.getNextSibling()) {
        switch (DocxNodes.name(part)) {
          case "p" -> printed.add(text.of(part).strip());
          case "tbl" -> {
            for (List<String> row : DocxTable.rows(part, text, this::numeralInCell)) {
              printed.add(String.join("  ", row));
            }
          }
          case "sdt", "sdtContent", "ins" -> parts(part, printed);
          default -> {}
        }
      }
    }

    private XWPFAbstractFootnoteEndnote note(Node reference) {
      int id = DocxNodes.number(reference, "id", -1);
      XWPFAbstractFootnoteEndnote note =
          "footnoteReference".equals(reference.getLocalName())
              ? document.getFootnoteByID(id)
              : document.getEndnoteByID(id);
      if (note == null) {
        lines.warn("有一条脚注或尾注没有读出，请核对原文件。");
      }
      return note;
    }
  }
}
