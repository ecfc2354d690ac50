package cn.zhitong.ingest.read;

import cn.zhitong.ingest.read.layout.Block;
import java.util.List;

/** Writes what a page's layout gave. */
final class PrintedText {
  private PrintedText() {}

  static void write(List<Block> blocks, TextLines lines) throws UnreadableSource {
    boolean table = false;
    for (Block block : blocks) {
      lines.onPage(block.page());
      if (block.isTable()) {
        // Rows of a list that goes on overleaf follow one another.
        lines.table(block.rows());
      } else {
        if (table) {
          lines.blank();
        }
        lines.line((block.indented() ? "\u3000\u3000" : "") + block.text());
        lines.blank();
      }
      table = block.isTable();
    }
    lines.offPages();
  }
}
