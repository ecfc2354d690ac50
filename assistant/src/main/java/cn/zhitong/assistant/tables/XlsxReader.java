package cn.zhitong.assistant.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** Reads the visible sheets of a workbook. */
final class XlsxReader {
  private static final String BROKEN = "工作簿无法读取，请确认是 .xlsx 且没有损坏";
  private static final int MAX_SHEETS = 100;
  private static final int NAMED_ROWS = 10;

  private final ZipFile zip;
  private final TableLimits limits;
  private final XmlPart.Budget budget;

  private XlsxReader(ZipFile zip, TableLimits limits) {
    this.zip = zip;
    this.limits = limits;
    this.budget = new XmlPart.Budget(limits);
  }

  /**
   * @throws IllegalArgumentException in Chinese, when it is broken or too large
   */
  static List<SheetReader.RawSheet> read(Path file, TableLimits limits) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new XlsxReader(zip, limits).sheets();
    } catch (XMLStreamException | ZipException e) {
      throw new IllegalArgumentException(BROKEN, e);
    }
  }

  private record Part(String name, String target, boolean hidden) {}

  private List<SheetReader.RawSheet> sheets() throws IOException, XMLStreamException {
    Map<String, String> targets = targets();
    List<Part> parts = new ArrayList<>();
    boolean from1904 = false;
    try (XmlPart book = XmlPart.open(zip, "xl/workbook.xml", budget)) {
      if (book == null) {
        throw new IllegalArgumentException(BROKEN);
      }
      while (book.next()) {
        if (book.starts("workbookPr")) {
          from1904 = book.is("date1904");
        } else if (book.starts("sheet") && parts.size() < MAX_SHEETS) {
          // Charts have sheets of another kind and no rows.
          String target = targets.get(book.attribute("id"));
          String state = book.attribute("state");
          parts.add(
              new Part(book.attribute("name"), target, state != null && !"visible".equals(state)));
        }
      }
    }
    boolean onlyHidden = parts.stream().allMatch(Part::hidden);
    SharedStrings strings = SharedStrings.read(zip, targets.get("sharedStrings"), budget, limits);
    CellFormats formats = CellFormats.read(zip, targets.get("styles"), budget, from1904);
    SheetCells cells = new SheetCells(limits, strings, formats);
    List<SheetReader.RawSheet> sheets = new ArrayList<>();
    for (Part part : parts) {
      if (part.hidden() && !onlyHidden) {
        sheets.add(
            SheetReader.RawSheet.leftOut(
                part.name(), "工作表“" + part.name() + "”是隐藏的，没有读取；需要的话请取消隐藏后再提交。"));
      } else if (part.target() != null) {
        sheets.add(sheet(part, cells));
      }
    }
    return sheets;
  }

  private SheetReader.RawSheet sheet(Part part, SheetCells cells)
      throws IOException, XMLStreamException {
    try (XmlPart xml = XmlPart.open(zip, part.target(), budget)) {
      if (xml == null) {
        throw new IllegalArgumentException(BROKEN);
      }
      String name = CellText.clean(part.name() == null ? "" : part.name());
      List<Integer> hidden = new ArrayList<>();
      List<Sheet.Row> rows = cells.read(xml, hidden);
      return new SheetReader.RawSheet(name, rows, hiddenRows(name, hidden));
    }
  }

  /** Who filtered the list before saving it may not know that all of it is read. */
  private static List<String> hiddenRows(String name, List<Integer> hidden) {
    if (hidden.isEmpty()) {
      return List.of();
    }
    String some =
        hidden.stream().limit(NAMED_ROWS).map(String::valueOf).collect(Collectors.joining("、"));
    return List.of(
        "工作表“"
            + name
            + "”有 "
            + hidden.size()
            + " 行是隐藏的（第 "
            + some
            + (hidden.size() > NAMED_ROWS ? " 等" : "")
            + " 行），已一并读取。");
  }

  /** Relation's id → part; strings and styles by their kind. */
  private Map<String, String> targets() throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    try (XmlPart relations = XmlPart.open(zip, "xl/_rels/workbook.xml.rels", budget)) {
      while (relations != null && relations.next()) {
        if (relations.starts("Relationship")) {
          String target = relations.attribute("Target");
          String type = String.valueOf(relations.attribute("Type"));
          String path = target == null || target.startsWith("/") ? target : "xl/" + target;
          targets.put(relations.attribute("Id"), path);
          targets.put(type.substring(type.lastIndexOf('/') + 1), path);
        }
      }
    }
    return targets;
  }
}
