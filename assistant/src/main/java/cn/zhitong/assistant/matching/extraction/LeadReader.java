package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import java.util.List;

/** What the lead-in of a list says itself: where, who. */
final class LeadReader {
  private final ItemText source;
  private final PhraseReader phrases;

  LeadReader(ItemText source, PhraseReader phrases) {
    this.source = source;
    this.phrases = phrases;
  }

  /** 「在本市注册的企业，应符合下列条件」: the lead-in itself may name the place. */
  AskedSentence read(TextSpan span, ReadingContext context, boolean readable) {
    if (!readable) {
      return AskedSentence.empty(span);
    }
    List<FoundLeaf> found =
        phrases.detect(span, span, context).stream()
            .filter(leaf -> !leaf.leaf().isOpen() && !isAppliedFor(leaf, span))
            .filter(leaf -> !leaf.leaf().quote().matches("(?s).*(?:条件|第.{1,8}项中).*"))
            .toList();
    List<Condition> leaves = found.stream().map(leaf -> (Condition) leaf.leaf()).toList();
    return leaves.isEmpty()
        ? AskedSentence.empty(span)
        : new AskedSentence(span, null, PhraseJoiner.together(leaves), null);
  }

  /** 「申请示范企业应符合下列条件」: what one applies for is not asked of the applicant. */
  private boolean isAppliedFor(FoundLeaf leaf, TextSpan span) {
    String before = source.covered().substring(span.start(), leaf.span().start());
    return "qualification".equals(leaf.leaf().field())
        && (before.isEmpty() || before.matches(".*(?:申请|申报|参评|认定|评定|设立|创建)[^，。；]{0,6}"));
  }
}
