package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Node;

/**
 * Text of WordprocessingML paragraphs, as printed: without deleted, hidden and struck runs. Text
 * boxes and notes met on the way are handed over, since they stand elsewhere on the page.
 */
final class DocxText {
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("WingdingsFE", "☑"),
          Map.entry("WingdingsFD", "☒"),
          Map.entry("WingdingsFC", "✓"),
          Map.entry("WingdingsFB", "✗"),
          Map.entry("WingdingsA8", "□"),
          Map.entry("Wingdings6F", "□"),
          Map.entry("Wingdings71", "□"),
          Map.entry("Wingdings6E", "■"),
          Map.entry("Wingdings6C", "●"),
          Map.entry("WingdingsE0", "→"),
          Map.entry("Wingdings252", "☑"),
          Map.entry("Wingdings254", "☒"),
          Map.entry("Wingdings250", "✓"),
          Map.entry("Wingdings2A3", "□"),
          Map.entry("SymbolB7", "·"));

  private final DocxStyles styles;

  /** Text boxes of the paragraph read last, in order. */
  private final List<Node> boxes = new ArrayList<>();

  /** References to footnotes and endnotes, in order. */
  private final List<Node> notes = new ArrayList<>();

  /** Pictures, in order. */
  private final List<Node> pictures = new ArrayList<>();

  private int comments;
  private int objects;
  private int symbols;

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
        case "pic", "imagedata" -> pictures.add(node);
        case "object", "relIds", "chart" -> objects++;
        case "sym" -> text.append(symbol(node));
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

  /**
   * Check boxes come from symbol fonts; other signs of such fonts have no character to stand for.
   */
  private String symbol(Node node) {
    String font = String.valueOf(DocxNodes.attribute(node, "font"));
    String code = String.valueOf(DocxNodes.attribute(node, "char")).toUpperCase(Locale.ROOT);
    String sign = SYMBOLS.get(font.replaceAll("\\s", "") + code.replaceFirst("^F0", ""));
    symbols += sign == null ? 1 : 0;
    return sign == null ? "" : sign;
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

  /** Hands over the pictures met since the last call. */
  List<Node> takePictures() {
    List<Node> taken = List.copyOf(pictures);
    pictures.clear();
    return taken;
  }

  /** Charts, diagrams and embedded files. */
  int objects() {
    return objects;
  }

  /** Signs of symbol fonts that could not be told. */
  int symbols() {
    return symbols;
  }

  int comments() {
    return comments;
  }
}
