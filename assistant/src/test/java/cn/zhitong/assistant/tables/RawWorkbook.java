package cn.zhitong.assistant.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as other programs write them, hostile ones too: sheets are given as XML. */
public final class RawWorkbook {
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Set<String> hidden = new HashSet<>();
  private final List<String> formats = new ArrayList<>();
  private String strings = "";
  private String properties = "";

  /** A sheet of rows, e.g. {@code <row r="1"><c r="A1"><v>1</v></c></row>}. */
  public RawWorkbook sheet(String name, String rows) {
    return worksheet(name, "<sheetData>" + rows + "</sheetData>");
  }

  /** A sheet that is not shown. */
  public RawWorkbook hiddenSheet(String name, String rows) {
    hidden.add(name);
    return sheet(name, rows);
  }

  /** A sheet with what stands beside its rows. */
  public RawWorkbook worksheet(String name, String content) {
    sheets.put(name, "<worksheet " + MAIN + ">" + content + "</worksheet>");
    return this;
  }

  /** The format of style 1, 2, … in the order of calls. */
  public RawWorkbook format(String code) {
    formats.add(code);
    return this;
  }

  /** The part of shared strings, e.g. {@code <si><t>a</t></si>}. */
  public RawWorkbook strings(String items) {
    strings = items;
    return this;
  }

  public RawWorkbook from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** A row of inline strings. */
  public static String texts(int row, String... cells) {
    StringBuilder xml = new StringBuilder("<row r=\"" + row + "\">");
    for (int i = 0; i < cells.length; i++) {
      xml.append("<c r=\"")
          .append((char) ('A' + i))
          .append(row)
          .append("\" t=\"inlineStr\"><is><t>");
      xml.append(escaped(cells[i])).append("</t></is></c>");
    }
    return xml.append("</row>").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  public byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      StringBuilder book = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      int n = 0;
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        n++;
        book.append("<sheet name=\"").append(escaped(sheet.getKey())).append("\" sheetId=\"");
        book.append(n).append(hidden.contains(sheet.getKey()) ? "\" state=\"hidden" : "");
        book.append("\" r:id=\"r").append(n).append("\"/>");
        relations.append(relation("r" + n, "worksheet", "worksheets/sheet" + n + ".xml"));
        part(zip, "xl/worksheets/sheet" + n + ".xml", sheet.getValue());
      }
      relations.append(relation("rs", "sharedStrings", "sharedStrings.xml"));
      relations.append(relation("rf", "styles", "styles.xml"));
      part(zip, "xl/sharedStrings.xml", "<sst " + MAIN + ">" + strings + "</sst>");
      part(zip, "xl/styles.xml", styles());
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + relations
              + "</Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook "
              + MAIN
              + " xmlns:r=\""
              + RELATIONS
              + "\">"
              + properties
              + "<sheets>"
              + book
              + "</sheets></workbook>");
    }
    return out.toByteArray();
  }

  private String styles() {
    StringBuilder formatParts = new StringBuilder();
    StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < formats.size(); i++) {
      formatParts.append("<numFmt numFmtId=\"").append(164 + i).append("\" formatCode=\"");
      formatParts.append(escaped(formats.get(i))).append("\"/>");
      cells.append("<xf numFmtId=\"").append(164 + i).append("\"/>");
    }
    return "<styleSheet "
        + MAIN
        + "><numFmts>"
        + formatParts
        + "</numFmts><cellXfs>"
        + cells
        + "</cellXfs></styleSheet>";
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + RELATIONS
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
