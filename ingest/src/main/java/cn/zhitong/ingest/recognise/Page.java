package cn.zhitong.ingest.recognise;

import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceText;
import cn.zhitong.ingest.region.Gazetteer;
import java.util.List;

/**
 * A text laid open once for all recognisers.
 *
 * @param head lines above the first numbered clause, at most {@link #HEAD_LINES}
 */
record Page(
    String stored,
    SourceText source,
    List<Line> lines,
    List<Line> head,
    KeyLines keys,
    LawHead law,
    List<Signature> signatures) {
  private static final int HEAD_LINES = 60;

  static Page of(String stored, SourceText source, int bodyStart, Gazetteer gazetteer) {
    List<Line> lines = Line.of(stored);
    List<Line> head =
        lines.stream().filter(l -> l.start() < Math.max(bodyStart, 1)).limit(HEAD_LINES).toList();
    // A flat text is one line: its history, if any, is the bracket it begins with.
    LawHead law = LawHead.of(head);
    law = law.isEmpty() ? LawHead.of(openingBracket(stored)) : law;
    return new Page(
        stored,
        source,
        lines,
        head,
        KeyLines.of(head),
        law,
        Signature.of(stored, lines, gazetteer));
  }

  private static List<Line> openingBracket(String stored) {
    int open = 0;
    while (open < stored.length() && Character.isWhitespace(stored.charAt(open))) {
      open++;
    }
    boolean bracket = open < stored.length() && "（(".indexOf(stored.charAt(open)) >= 0;
    int close = bracket ? Math.max(stored.indexOf('）', open), stored.indexOf(')', open)) : -1;
    return close < 0 || close - open > 300
        ? List.of()
        : List.of(new Line(open + 1, close, stored.substring(open + 1, close)));
  }

  PolicyMetadata given() {
    return source.given();
  }
}
