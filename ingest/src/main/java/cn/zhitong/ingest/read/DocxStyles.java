package cn.zhitong.ingest.read;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.w3c.dom.Node;

/** Tells whether a run is printed: hidden and struck text is none that a reader takes for valid. */
record DocxStyles(XWPFDocument document) {
  private static final String[] UNSEEN = {"vanish", "strike", "dstrike"};

  /** Styles that rest on one another more often than this rest on themselves. */
  private static final int MOST_BASES = 12;

  boolean isUnseen(Node run) {
    Node properties = DocxNodes.child(run, "rPr");
    for (String property : UNSEEN) {
      Boolean own = DocxNodes.onOff(properties, property);
      if (own != null ? own : inherited(run, properties, property)) {
        return true;
      }
    }
    return false;
  }

  private boolean inherited(Node run, Node properties, String property) {
    String style = DocxNodes.attribute(DocxNodes.child(properties, "rStyle"), "val");
    Boolean byStyle = ofStyle(style, property);
    if (byStyle != null) {
      return byStyle;
    }
    Node paragraph = run.getParentNode();
    while (paragraph != null && !"p".equals(paragraph.getLocalName())) {
      paragraph = paragraph.getParentNode();
    }
    Node named = DocxNodes.path(paragraph, "pPr", "pStyle");
    return Boolean.TRUE.equals(ofStyle(DocxNodes.attribute(named, "val"), property));
  }

  /** What a style or those it rests on say; null where none says anything. */
  private Boolean ofStyle(String id, String property) {
    String at = id;
    for (int depth = 0; at != null && depth < MOST_BASES; depth++) {
      XWPFStyle style = document.getStyles() == null ? null : document.getStyles().getStyle(at);
      if (style == null) {
        return null;
      }
      Node properties = DocxNodes.child(style.getCTStyle().getDomNode(), "rPr");
      Boolean value = DocxNodes.onOff(properties, property);
      if (value != null) {
        return value;
      }
      at = style.getBasisStyleID();
    }
    return null;
  }
}
