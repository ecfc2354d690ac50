package cn.zhitong.assistant.tables;

import javax.xml.stream.XMLStreamException;

/** Text of a string item or an inline string: its runs joined, without phonetic readings. */
final class RichText {
  private RichText() {}

  /** Reads to the element's end; one character more than most shows that there were more. */
  static void read(XmlPart part, String element, StringBuilder target, int most)
      throws XMLStreamException {
    boolean phonetic = false;
    boolean text = false;
    while (part.next() && !part.ends(element)) {
      if (part.starts("rPh")) {
        phonetic = true;
      } else if (part.ends("rPh")) {
        phonetic = false;
      } else if (part.starts("t")) {
        text = true;
      } else if (part.ends("t")) {
        text = false;
      } else if (text && !phonetic && part.isText()) {
        part.appendTo(target, most);
      }
    }
  }
}
