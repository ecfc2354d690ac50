package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a text prefers; reported, never counted. */
final class PreferenceReader {
  private static final Pattern PRIORITY =
      Pattern.compile(
          "优先(?:列入|纳入|安排|支持|考虑|安排|给予|资助|推荐|认定|予以|补助|享受|受理|保障)|予以优先|同等条件下|给予倾斜|^重点支持|优先$");
  private static final Pattern PRIORITY_APART =
      Pattern.compile("(?:并|同等条件下[，、]?)?(?:优先|重点)(?:列入|纳入|支持|考虑|安排|给予|资助|推荐)[^，。；]{4,}");

  private final ItemText source;
  private final PhraseReader phrases;
  private final PlaceDetector places;
  private final PieceSplitter splitter;

  PreferenceReader(
      ItemText source, PhraseReader phrases, PlaceDetector places, PieceSplitter splitter) {
    this.source = source;
    this.phrases = phrases;
    this.places = places;
    this.splitter = splitter;
  }

  static boolean isPreference(String words) {
    return PRIORITY.matcher(words).find();
  }

  AskedSentence read(
      TextSpan span, String words, ReadingContext context, SentenceReader sentences) {
    List<TextSpan> pieces = splitter.split(span);
    TextSpan last = pieces.get(pieces.size() - 1);
    boolean apart = pieces.size() > 1 && PRIORITY_APART.matcher(source.covered(last)).lookingAt();
    if (apart) {
      TextSpan head = new TextSpan(span.start(), pieces.get(pieces.size() - 2).end());
      AskedSentence before = sentences.read(head, context);
      AskedSentence preferred = read(last, source.covered(last), context, sentences);
      Condition first = Tiers.single(before);
      return first == null
          ? preferred
          : new AskedSentence(
              span, null, ConditionGroup.all(List.of(first, preferred.condition())), null);
    }
    List<FoundLeaf> found = new ArrayList<>();
    for (TextSpan piece : pieces) {
      if (!Remarks.isGrant(source.covered(piece))) {
        found.addAll(phrases.detect(piece, span, context));
      }
    }
    if (found.isEmpty()) {
      Matcher at = PRIORITY.matcher(words);
      int from = at.find() ? span.start() + at.start() : span.start();
      TextSpan preferred = new TextSpan(words.length() > 60 ? from : span.start(), span.end());
      found.addAll(places.detectNamed(source, new TextSpan(from, span.end())));
      if (found.isEmpty()) {
        found.add(
            LeafBuilder.open(
                source,
                preferred,
                CustomField.name("优先" + words),
                LeafMode.JUDGEMENT,
                Strength.PRIORITY));
      }
    }
    List<Condition> leaves = found.stream().map(leaf -> (Condition) leaf.leaf()).toList();
    Condition joined = leaves.size() == 1 ? leaves.get(0) : ConditionGroup.any(leaves);
    return new AskedSentence(span, null, Strengths.all(joined, Strength.PRIORITY), null);
  }
}
