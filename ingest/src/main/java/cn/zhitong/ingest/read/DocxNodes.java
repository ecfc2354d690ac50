package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Finds one's way among WordprocessingML nodes by local names. */
final class DocxNodes {
  private DocxNodes() {}

  static String name(Node node) {
    return String.valueOf(node.getLocalName());
  }

  static Node child(Node node, String name) {
    for (Node c = node == null ? null : node.getFirstChild(); c != null; c = c.getNextSibling()) {
      if (name.equals(c.getLocalName())) {
        return c;
      }
    }
    return null;
  }

  /** The node at the end of a path of child elements, or null. */
  static Node path(Node node, String... names) {
    Node at = node;
    for (String name : names) {
      at = child(at, name);
    }
    return at;
  }

  /** An attribute's value, or null. */
  static String attribute(Node node, String name) {
    NamedNodeMap attributes = node == null ? null : node.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      if (name.equals(attributes.item(i).getLocalName())) {
        return attributes.item(i).getNodeValue();
      }
    }
    return null;
  }

  /** A number in an attribute, or the fallback where there is none. */
  static int number(Node node, String attribute, int fallback) {
    String value = attribute(node, attribute);
    return value != null && value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : fallback;
  }

  /** Children of that name, looking through content controls. */
  static List<Node> children(Node parent, String name) {
    List<Node> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      String local = name(node);
      if (local.equals(name)) {
        found.add(node);
      } else if (local.equals("sdt") || local.equals("sdtContent") || local.equals("customXml")) {
        found.addAll(children(node, name));
      }
    }
    return found;
  }

  /** A property that is on unless its value says off: {@code <w:vanish/>}, {@code w:val="0"}. */
  static Boolean onOff(Node properties, String name) {
    Node property = child(properties, name);
    if (property == null) {
      return null;
    }
    String value = attribute(property, "val");
    return value == null || !value.matches("0|false|off|none");
  }

  static String content(Node node) {
    StringBuilder content = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      String value = child.getNodeValue();
      content.append(value == null ? "" : value);
    }
    return content.toString();
  }
}
