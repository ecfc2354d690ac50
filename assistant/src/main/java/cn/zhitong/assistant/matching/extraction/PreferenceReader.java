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

  /** 「投资2000万元以上，投资1亿元以上项目优先列入」 */
  private static final Pattern OWN_PREFERENCE =
      Pattern.compile("(?!同等|予以|给予|可以?|应)[^，。；优]{6,40}(?:优先|予以优先)");

  /** Whom a preference behind the comma is for. */
  private static final Pattern PREFERRED =
      Pattern.compile("(?:[的]|企业|单位|机构|项目|产品|团队|人才|合作社|主体|者|中|下)$|^对|^同等");

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
    int from = apart(pieces);
    if (from > 0) {
      TextSpan head = new TextSpan(span.start(), pieces.get(from - 1).end());
      TextSpan rest = new TextSpan(pieces.get(from).start(), span.end());
      AskedSentence before = sentences.read(head, context);
      AskedSentence preferred = read(rest, source.covered(rest), context, sentences);
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
      int preference = at.find() ? span.start() + at.start() : span.start();
      TextSpan preferred =
          new TextSpan(words.length() > 60 ? preference : span.start(), span.end());
      found.addAll(places.detectNamed(source, new TextSpan(preference, span.end())));
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

  /** The stretch that the preference begins with, where those before ask of all; else 0. */
  private int apart(List<TextSpan> pieces) {
    int last = pieces.size() - 1;
    for (int i = 1; i <= last; i++) {
      String words = source.covered(pieces.get(i));
      boolean own =
          PRIORITY_APART.matcher(words).lookingAt() && i == last
              || OWN_PREFERENCE.matcher(words).lookingAt()
                  && !PREFERRED.matcher(source.covered(pieces.get(i - 1))).find();
      if (own || words.startsWith("其中")) {
        return i;
      }
    }
    return 0;
  }
}
