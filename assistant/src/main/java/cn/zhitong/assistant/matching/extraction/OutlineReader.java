package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the list numbers of a text and nests them. A number counts where it is the first of its
 * list or the next one; a list that begins anew closes the one before.
 */
final class OutlineReader {
  private static final int ROOT = -1;

  /** Headings that carry no number stand above everything else. */
  private static final int HEADING = -2;

  private static final int SHORTEST_TAIL = 6;

  private static final Pattern HEADING_LINE =
      Pattern.compile(
          "(?<=\n|^)(?:申报|申请|认定|资助|支持|奖励|补助|受理)?(?:的)?(?:基本)?"
              + "(?:条件|对象|范围|标准|程序|流程|方式|材料|材料要求|要求|时间|期限|截至日期|截止日期|地址|联系方式|公示|依据)"
              + "(?:及要求)?[：:]?(?=\n)");

  private final ItemText source;
  private final Deque<OutlineNode> open = new ArrayDeque<>();
  private final OutlineNode root = new OutlineNode(ROOT, 0, 0);
  private final Set<Integer> seen = new HashSet<>();
  private int textFrom;

  private OutlineReader(ItemText source) {
    this.source = source;
    open.push(root);
  }

  static OutlineNode read(ItemText source) {
    return new OutlineReader(source).read();
  }

  private OutlineNode read() {
    String text = source.covered();
    Matcher headings = HEADING_LINE.matcher(text);
    int nextHeading = headings.find() ? headings.start() : Integer.MAX_VALUE;
    for (int i = 0; i < text.length(); i++) {
      if (i == nextHeading) {
        heading(headings.start());
        nextHeading = headings.find() ? headings.start() : Integer.MAX_VALUE;
        continue;
      }
      Optional<OutlineMarker> marker = OutlineMarker.at(text, i);
      if (marker.isEmpty()) {
        marker = OutlineMarker.glued(text, i).filter(this::isNext);
      }
      if (marker.isPresent() && accept(marker.get())) {
        i = marker.get().end() - 1;
      }
    }
    flush(text.length());
    takeTails(root);
    return root;
  }

  /**
   * 「（一）…；（二）…；（三）…。存在下列情形之一的…」: where the points before end with semicolons, the list ends with
   * the first stop, and what follows belongs to what the list stands in.
   */
  private void takeTails(OutlineNode node) {
    node.children().forEach(this::takeTails);
    for (int i = node.blocks().size() - 1; i >= 0; i--) {
      TextSpan tail = isLastPoint(node.blocks(), i) ? tail(node.blocks().get(i).node()) : null;
      if (tail != null) {
        List<OutlineNode.Block> last = node.blocks().get(i).node().blocks();
        List<OutlineNode.Block> behind = new ArrayList<>(last.subList(1, last.size()));
        TextSpan own = new TextSpan(last.get(0).text().start(), tail.start());
        last.clear();
        last.add(new OutlineNode.Block(own, null));
        behind.add(0, new OutlineNode.Block(tail, null));
        node.blocks().addAll(i + 1, behind);
      }
    }
  }

  /** Of a list of two points or more, of which all before it end with a semicolon. */
  private boolean isLastPoint(List<OutlineNode.Block> blocks, int at) {
    boolean last = at == blocks.size() - 1 || blocks.get(at + 1).node() == null;
    if (blocks.get(at).node() == null || !last || at == 0) {
      return false;
    }
    int from = at;
    while (from > 0 && blocks.get(from - 1).node() != null) {
      from--;
      if (!endsWithSemicolon(source.covered(span(blocks.get(from).node())).strip())) {
        return false;
      }
    }
    return from < at;
  }

  /** 「…；」 or 「…；或者」, and no full stop before. */
  private static boolean endsWithSemicolon(String words) {
    int last = Math.max(words.lastIndexOf('；'), words.lastIndexOf(';'));
    return last > 1 && last >= words.length() - 3 && words.indexOf('。') < 0;
  }

  private static TextSpan span(OutlineNode node) {
    return new TextSpan(node.start(), node.end());
  }

  private TextSpan tail(OutlineNode last) {
    if (last.blocks().isEmpty() || last.blocks().get(0).text() == null) {
      return null;
    }
    TextSpan text = last.blocks().get(0).text();
    // Points below it are a list of its own, unless its last words lead in what is refused.
    if (last.blocks().size() > 1
        && ListLead.of(source.covered(text)).kind() != ListLead.Kind.NONE) {
      return null;
    }
    int stop = source.covered(text).indexOf('。');
    return stop < 0 || stop > text.length() - SHORTEST_TAIL
        ? null
        : new TextSpan(text.start() + stop + 1, text.end());
  }

  private void heading(int start) {
    flush(start);
    while (open.peek() != root) {
      open.pop();
    }
    OutlineNode node = new OutlineNode(HEADING, 1, start);
    root.add(node);
    open.push(node);
    textFrom = start;
  }

  private void flush(int end) {
    open.peek().add(new TextSpan(textFrom, end));
    textFrom = end;
  }

  private boolean accept(OutlineMarker marker) {
    OutlineNode same =
        open.stream().filter(node -> node.style() == marker.style()).findFirst().orElse(null);
    boolean next = same != null && (marker.isBullet() || marker.number() == same.number() + 1);
    if (!next && marker.number() != 1 && !opensExcerpt(marker)) {
      return false;
    }
    seen.add(marker.style());
    flush(marker.start());
    TextSpan leadIn = null;
    if (same != null) {
      leadIn = next ? null : trailingLeadIn();
      while (open.peek() != same) {
        open.pop();
      }
      open.pop();
    }
    if (leadIn != null) {
      open.peek().add(leadIn);
    }
    OutlineNode node = new OutlineNode(marker.style(), marker.number(), marker.start());
    open.peek().add(node);
    open.push(node);
    textFrom = marker.end();
    return true;
  }

  private boolean isNext(OutlineMarker marker) {
    return open.stream()
        .filter(node -> node.style() == marker.style())
        .findFirst()
        .map(node -> node.number() + 1 == marker.number())
        .orElse(false);
  }

  /** An excerpt may begin within a list: the first number of its form, and the next one follows. */
  private boolean opensExcerpt(OutlineMarker marker) {
    if (seen.contains(marker.style())) {
      return false;
    }
    String text = source.covered();
    for (int i = marker.end(); i < text.length(); i++) {
      OutlineMarker later = OutlineMarker.at(text, i).orElse(null);
      if (later != null && later.style() == marker.style()) {
        return later.number() == marker.number() + 1;
      }
    }
    return false;
  }

  /** 「…应当符合下列条件：」 behind the last point of a list leads in the next list. */
  private TextSpan trailingLeadIn() {
    TextSpan last = open.peek().takeLastText();
    if (last == null) {
      return null;
    }
    String words = source.covered(last);
    int body = words.endsWith("：") || words.endsWith(":") ? words.length() - 1 : words.length();
    int cut = Math.max(words.lastIndexOf('。', body - 1), words.lastIndexOf('\n', body - 1)) + 1;
    if (cut == 0) {
      open.peek().add(last);
      return null;
    }
    open.peek().add(new TextSpan(last.start(), last.start() + cut));
    return new TextSpan(last.start() + cut, last.end());
  }
}
