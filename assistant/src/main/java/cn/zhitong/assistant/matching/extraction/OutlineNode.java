package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * A numbered part of a text with what it holds, in order: stretches of its own text and the parts
 * below it.
 */
final class OutlineNode {
  /** Either a stretch of text or a part below; one of the two is null. */
  record Block(TextSpan text, OutlineNode node) {}

  private final int style;
  private final int number;
  private final int start;
  private final List<Block> blocks = new ArrayList<>();

  OutlineNode(int style, int number, int start) {
    this.style = style;
    this.number = number;
    this.start = start;
  }

  void add(TextSpan text) {
    if (!text.isEmpty()) {
      blocks.add(new Block(text, null));
    }
  }

  void add(OutlineNode node) {
    blocks.add(new Block(null, node));
  }

  /** Takes back the last stretch of text, which turned out to lead in the next list. */
  TextSpan takeLastText() {
    Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (last == null || last.text() == null) {
      return null;
    }
    blocks.remove(blocks.size() - 1);
    return last.text();
  }

  int style() {
    return style;
  }

  int number() {
    return number;
  }

  int start() {
    return start;
  }

  int end() {
    if (blocks.isEmpty()) {
      return start;
    }
    Block last = blocks.get(blocks.size() - 1);
    return last.text() != null ? last.text().end() : last.node().end();
  }

  List<Block> blocks() {
    return blocks;
  }

  List<OutlineNode> children() {
    return blocks.stream().filter(block -> block.node() != null).map(Block::node).toList();
  }

  /** The first stretch of its own text, where its heading stands. */
  TextSpan firstText() {
    return blocks.isEmpty() || blocks.get(0).text() == null
        ? new TextSpan(start, start)
        : blocks.get(0).text();
  }
}
