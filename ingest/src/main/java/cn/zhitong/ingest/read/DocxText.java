package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Text of WordprocessingML nodes. */
final class DocxText {
  private DocxText() {}

  /** Text of one paragraph; text boxes met on the way are handed back, not descended into. */
  static void append(Node parent, StringBuilder text, List<Node> boxes) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      switch (String.valueOf(node.getLocalName())) {
        case "t" -> text.append(content(node));
        case "tab", "ptab" -> text.append(isInRun(node) ? "\t" : "");
        case "br", "cr" -> text.append('\n');
        case "noBreakHyphen" -> text.append('-');
        case "txbxContent" -> boxes.add(node);
        // A fallback repeats its choice; deleted text and field codes are not printed.
        case "Fallback", "del", "moveFrom", "delText", "instrText", "pPr", "rPr", "#text" -> {}
        default -> append(node, text, boxes);
      }
    }
  }

  private static boolean isInRun(Node node) {
    return node.getParentNode() != null && "r".equals(node.getParentNode().getLocalName());
  }

  private static String content(Node node) {
    StringBuilder content = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      String value = child.getNodeValue();
      content.append(value == null ? "" : value);
    }
    return content.toString();
  }

  /** Cells of each row; a table inside a cell is read as the cell's text. */
  static List<List<String>> rows(Node table) {
    List<List<String>> rows = new ArrayList<>();
    for (Node row : descend(table, "tr")) {
      List<String> cells = new ArrayList<>();
      for (Node cell : descend(row, "tc")) {
        cells.add(cell(cell));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String cell(Node cell) {
    StringBuilder text = new StringBuilder();
    List<Node> boxes = new ArrayList<>();
    for (Node node = cell.getFirstChild(); node != null; node = node.getNextSibling()) {
      StringBuilder part = new StringBuilder();
      append(node, part, boxes);
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(part);
      }
    }
    for (Node box : boxes) {
      append(box, text, new ArrayList<>());
    }
    return text.toString();
  }

  /** Children of that name, looking through content controls. */
  private static List<Node> descend(Node parent, String name) {
    List<Node> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      String local = String.valueOf(node.getLocalName());
      if (local.equals(name)) {
        found.add(node);
      } else if (local.equals("sdt") || local.equals("sdtContent") || local.equals("customXml")) {
        found.addAll(descend(node, name));
      }
    }
    return found;
  }

  /** The attribute at the end of a path of child elements, or null. */
  static String attribute(Node node, String child, String grandchild, String attribute) {
    Node pr = child(child(node, child), grandchild);
    NamedNodeMap attributes = pr == null ? null : pr.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      if (attribute.equals(attributes.item(i).getLocalName())) {
        return attributes.item(i).getNodeValue();
      }
    }
    return null;
  }

  private static Node child(Node node, String name) {
    for (Node c = node == null ? null : node.getFirstChild(); c != null; c = c.getNextSibling()) {
      if (name.equals(c.getLocalName())) {
        return c;
      }
    }
    return null;
  }
}
