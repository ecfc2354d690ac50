package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.w3c.dom.Node;

/**
 * Reads .docx: paragraphs with their automatic numbers, tables, text boxes (the document number
 * often stands in one). Headers, footers, deleted text and tables of contents are left out.
 */
record DocxReader(ReadLimits limits) implements FormatReader {

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    ZipCheck.check(file, limits);
    try (OPCPackage packed = OPCPackage.open(file.toFile(), PackageAccess.READ);
        XWPFDocument document = new XWPFDocument(packed)) {
      TextLines lines = new TextLines(limits);
      new Walk(lines, new DocxNumbering(document))
          .blocks(document.getDocument().getBody().getDomNode());
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
  private record Walk(TextLines lines, DocxNumbering numbering) {

    void blocks(Node parent) throws UnreadableSource {
      for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
        switch (String.valueOf(node.getLocalName())) {
          case "p" -> paragraph(node);
          case "tbl" -> table(node);
          case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> blocks(node);
          default -> {}
        }
      }
    }

    private void paragraph(Node node) throws UnreadableSource {
      if (isContentsEntry(node)) {
        return;
      }
      StringBuilder text = new StringBuilder();
      List<Node> boxes = new ArrayList<>();
      DocxText.append(node, text, boxes);
      for (Node box : boxes) {
        blocks(box);
      }
      String numeral = text.toString().isBlank() ? "" : numeral(node);
      String separator = numeral.matches(".*[章节条编\\d]") ? " " : "";
      lines.line(numeral + separator + text);
      lines.blank();
    }

    private String numeral(Node node) {
      return org.apache.xmlbeans.XmlBeans.nodeToXmlObject(node) instanceof CTP paragraph
          ? numbering.numeral(paragraph)
          : "";
    }

    private static boolean isContentsEntry(Node node) {
      String style = DocxText.attribute(node, "pPr", "pStyle", "val");
      return style != null && style.matches("(?i)toc\\s?\\d.*|目录\\s?\\d?");
    }

    private void table(Node table) throws UnreadableSource {
      List<List<String>> rows = DocxText.rows(table);
      boolean single = rows.stream().allMatch(row -> row.size() <= 1);
      if (single) {
        for (List<String> row : rows) {
          for (String cell : row) {
            lines.line(cell);
          }
        }
        return;
      }
      lines.startTable();
      for (List<String> row : rows) {
        lines.row(row);
      }
      lines.endTable();
    }
  }
}
