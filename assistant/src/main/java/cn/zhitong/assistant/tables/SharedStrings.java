package cn.zhitong.assistant.tables;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** A workbook's shared strings, in one buffer: millions of short ones must not be objects each. */
final class SharedStrings {
  private final StringBuilder all = new StringBuilder();
  private int[] ends = new int[64];
  private String[] made = new String[0];
  private int size;

  private SharedStrings() {}

  static SharedStrings read(ZipFile zip, String name, XmlPart.Budget budget, TableLimits limits)
      throws IOException, XMLStreamException {
    SharedStrings strings = new SharedStrings();
    try (XmlPart part = name == null ? null : XmlPart.open(zip, name, budget)) {
      while (part != null && part.next()) {
        if (part.starts("si")) {
          StringBuilder text = new StringBuilder();
          RichText.read(part, "si", text, limits.cellChars());
          if (text.length() > limits.cellChars()) {
            throw new IllegalArgumentException(
                "工作簿里有超过 " + limits.cellChars() + " 个字符的单元格，请精简后再提交");
          }
          strings.add(text);
        }
      }
    }
    strings.made = new String[strings.size];
    return strings;
  }

  private void add(StringBuilder text) {
    all.append(text);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    ends[size++] = all.length();
  }

  /** As the sheet shows it; "" for a number that no string has. */
  String at(String index) {
    int at;
    try {
      at = Integer.parseInt(index.strip());
    } catch (NumberFormatException e) {
      return "";
    }
    if (at < 0 || at >= size) {
      return "";
    }
    if (made[at] == null) {
      made[at] = CellText.unescaped(all.substring(at == 0 ? 0 : ends[at - 1], ends[at]));
    }
    return made[at];
  }
}
