package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceText;
import java.util.List;

/**
 * A text laid open once for all recognisers.
 *
 * @param head lines above the first numbered clause, at most {@link #HEAD_LINES}
 */
record DocumentView(
    String stored,
    SourceText source,
    List<TextLine> lines,
    List<TextLine> head,
    KeyLines keys,
    LegislationHistory law,
    List<Signature> signatures) {
  private static final int HEAD_LINES = 60;

  static DocumentView of(String stored, SourceText source, int bodyStart, Gazetteer gazetteer) {
    List<TextLine> lines = TextLine.of(stored);
    List<TextLine> head =
        lines.stream().filter(l -> l.start() < Math.max(bodyStart, 1)).limit(HEAD_LINES).toList();
    // A flat text is one line: its history, if any, is the bracket it begins with.
    LegislationHistory law = LegislationHistory.of(head);
    law = law.isEmpty() ? LegislationHistory.of(openingBracket(stored)) : law;
    return new DocumentView(
        stored,
        source,
        lines,
        head,
        KeyLines.of(head),
        law,
        Signature.of(stored, lines, gazetteer));
  }

  private static List<TextLine> openingBracket(String stored) {
    int open = 0;
    while (open < stored.length() && Character.isWhitespace(stored.charAt(open))) {
      open++;
    }
    boolean bracket = open < stored.length() && "（(".indexOf(stored.charAt(open)) >= 0;
    int close = bracket ? Math.max(stored.indexOf('）', open), stored.indexOf(')', open)) : -1;
    return close < 0 || close - open > 300
        ? List.of()
        : List.of(new TextLine(open + 1, close, stored.substring(open + 1, close)));
  }

  PolicyMetadata given() {
    return source.given();
  }
}
