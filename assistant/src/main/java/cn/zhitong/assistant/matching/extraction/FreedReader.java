package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import java.util.ArrayList;
import java.util.List;

/** Reads bounds that do not hold for some: 注册满一年，新引进的企业除外. */
final class FreedReader {
  private final ItemText source;
  private final PieceSplitter splitter;
  private final WaiverReader waivers;

  FreedReader(ItemText source, PieceSplitter splitter, WaiverReader waivers) {
    this.source = source;
    this.splitter = splitter;
    this.waivers = waivers;
  }

  /** Those whom the last stretch frees from the bound before it; null where it frees nobody. */
  TextSpan named(TextSpan sentence) {
    List<TextSpan> pieces = splitter.split(sentence);
    if (pieces.size() < 2) {
      return null;
    }
    TextSpan last = pieces.get(pieces.size() - 1);
    String before = source.covered(pieces.get(pieces.size() - 2));
    int length = Exceptions.freed(before, source.covered(last));
    return length < 0 ? null : new TextSpan(last.start(), last.start() + length);
  }

  /** The bound, or one of those. */
  AskedSentence read(
      TextSpan sentence, TextSpan free, ReadingContext context, SentenceReader sentences) {
    TextSpan bound = new TextSpan(sentence.start(), free.start() - 1);
    Condition before = Tiers.single(sentences.read(bound, context));
    Condition who = waivers.who(free, context);
    if (before == null || who == null) {
      return AskedSentence.empty(sentence);
    }
    List<Condition> all = new ArrayList<>(PhraseJoiner.apart(before));
    Waiver.also(who).easeIn(all);
    return new AskedSentence(sentence, null, PhraseJoiner.together(all), null);
  }
}
