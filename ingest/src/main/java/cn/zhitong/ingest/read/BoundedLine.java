package cn.zhitong.ingest.read;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * A line of a file, cut where it is longer than allowed; {@link BufferedReader#readLine} would take
 * any length into memory.
 */
record BoundedLine(String text, boolean cut) {

  /** The next line, or null at the end. */
  static BoundedLine next(BufferedReader reader, int maxChars) throws IOException {
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    boolean cut = false;
    while (c >= 0 && c != '\n') {
      if (line.length() < maxChars) {
        line.append((char) c);
      } else {
        cut = true;
      }
      c = reader.read();
    }
    return new BoundedLine(cut ? "" : line.toString(), cut);
  }

  boolean isBlank() {
    return !cut && (text.isBlank() || text.equals("\uFEFF"));
  }
}
