package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import java.util.List;
import java.util.Optional;

/** The kinds of applicant or award that the points of a list are about. */
final class PointKinds {
  private final ItemText source;

  PointKinds(ItemText source) {
    this.source = source;
  }

  /** 「（一）综合型总部，净资产…；（二）职能型总部，营业收入…」. */
  boolean areKinds(List<OutlineNode.Block> blocks) {
    List<ApplicantKind> kinds =
        blocks.stream()
            .filter(block -> block.node() != null)
            .map(block -> ApplicantKind.commaLabel(source, block.node().firstText()))
            .map(kind -> kind.orElse(null))
            .toList();
    return kinds.size() > 1
        && !kinds.contains(null)
        && kinds.stream().skip(1).allMatch(kind -> kind.isBeside(kinds.get(0)));
  }

  /**
   * The kind that heads a point.
   *
   * @param ofKinds whether the words before its first comma name it, as in the points beside it
   */
  Optional<ApplicantKind> label(OutlineNode node, boolean ofKinds) {
    if (ofKinds) {
      return ApplicantKind.commaLabel(source, node.firstText());
    }
    boolean worded =
        !node.blocks().isEmpty()
            && node.blocks().get(0).text() != null
            && !StatementSplitter.hasLabels(source, node.blocks().get(0).text());
    return worded ? ApplicantKind.heading(source, node.blocks().get(0).text()) : Optional.empty();
  }

  /** 「申报示范企业应具备以下条件：」: what the list below asks of those who apply for that. */
  Optional<AskedSentence.Kind> applied(TextSpan lead, Condition asked) {
    return lead == null
        ? Optional.empty()
        : ApplicantKind.applied(source, new TextSpan(lead.start(), source.whole().end()))
            .filter(kind -> kind.span().end() < lead.end())
            .map(kind -> new AskedSentence.Kind(kind, kind.leaf(source), asked));
  }
}
