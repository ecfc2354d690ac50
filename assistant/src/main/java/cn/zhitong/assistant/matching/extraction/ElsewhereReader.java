package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import java.util.List;

/** Sentences that open a rule to other places or kinds of applicant: 其他区域的企业参照执行. */
final class ElsewhereReader {
  private final ItemText source;
  private final PlaceDetector places;
  private final ApplicantList applicants;

  ElsewhereReader(ItemText source, PlaceDetector places, ApplicantList applicants) {
    this.source = source;
    this.places = places;
    this.applicants = applicants;
  }

  /** 「符合条件的注册在其他区域的创新主体参照执行」: the place, with the words that open it. */
  AskedSentence read(TextSpan span, ReadingContext context) {
    List<FoundLeaf> found = places.detect(source, span);
    if (found.isEmpty()) {
      Condition who = applicants.who(span, context);
      return who == null
          ? AskedSentence.empty(span)
          : AskedSentence.waiving(span, Waiver.likewise(who));
    }
    TextSpan wide = new TextSpan(found.get(0).span().start(), span.end());
    ConditionLeaf leaf =
        found.get(0).leaf().withQuote(source.quote(wide), source.stored(wide).start());
    return new AskedSentence(span, null, leaf, null);
  }
}
