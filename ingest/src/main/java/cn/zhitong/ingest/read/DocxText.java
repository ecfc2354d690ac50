package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Node;

/**
 * Text of WordprocessingML paragraphs, as printed: without deleted, hidden and struck runs. Text
 * boxes and notes met on the way are handed over, since they stand elsewhere on the page.
 */
final class DocxText {
  private final DocxStyles styles;

  /** Text boxes of the paragraph read last, in order. */
  private final List<Node> boxes = new ArrayList<>();

  /** References to footnotes and endnotes, in order. */
  private final List<Node> notes = new ArrayList<>();

  private int pictures;
  private int comments;

  DocxText(DocxStyles styles) {
    this.styles = styles;
  }

  /** Text of one paragraph. */
  String of(Node paragraph) {
    StringBuilder text = new StringBuilder();
    append(paragraph, text);
    return text.toString();
  }

  private void append(Node parent, StringBuilder text) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      switch (DocxNodes.name(node)) {
        case "r" -> {
          if (!styles.isUnseen(node)) {
            append(node, text);
          }
        }
        case "t" -> text.append(DocxNodes.content(node));
        case "tab", "ptab" -> text.append(isInRun(node) ? "\t" : "");
        case "br", "cr" -> text.append('\n');
        case "noBreakHyphen" -> text.append('-');
        case "txbxContent" -> boxes.add(node);
        case "footnoteReference", "endnoteReference" -> notes.add(node);
        case "commentReference" -> comments++;
        case "pic", "imagedata" -> pictures++;
        // A fallback repeats its choice; deleted text, field codes and readings are not printed.
        case "Fallback",
            "del",
            "moveFrom",
            "delText",
            "instrText",
            "pPr",
            "rPr",
            "rt",
            "#text" -> {}
        default -> append(node, text);
      }
    }
  }

  private static boolean isInRun(Node node) {
    return node.getParentNode() != null && "r".equals(node.getParentNode().getLocalName());
  }

  /** Hands over the text boxes met since the last call. */
  List<Node> takeBoxes() {
    List<Node> taken = List.copyOf(boxes);
    boxes.clear();
    return taken;
  }

  /** Hands over the references to notes met since the last call. */
  List<Node> takeNotes() {
    List<Node> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  int pictures() {
    return pictures;
  }

  int comments() {
    return comments;
  }
}
