package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.extraction.AskedSentence.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kind of applicant that a sentence opens with, and what it asks of that kind alone. */
final class KindReader {
  /** What an applicant is: a firm, a school. */
  private static final String FORM = "形式";

  private static final Pattern WHOM = Pattern.compile("（?\u0001{0,80}）?的(?:企业|单位|项目|机构|主体|平台)?，?");

  private final ItemText source;
  private final PremiseReader premises;

  KindReader(ItemText source, PremiseReader premises) {
    this.source = source;
    this.premises = premises;
  }

  /** 「申报单位为企业的，」 is a kind where the next sentence is about another. */
  Kind form(TextSpan piece, List<TextSpan> pieces, ReadingContext context) {
    TextSpan rest = new TextSpan(pieces.get(1).start(), pieces.get(pieces.size() - 1).end());
    ApplicantKind named = new ApplicantKind(piece, source.covered(piece), FORM, true);
    return new Kind(
        named, premises.premise(piece, piece, context).condition(), premises.asked(rest, context));
  }

  /** The kind of applicant that a sentence opens with, and what it asks of that kind. */
  Kind opening(List<TextSpan> pieces, ReadingContext context) {
    if (pieces.isEmpty()) {
      return null;
    }
    TextSpan first = pieces.get(0);
    TextSpan last = pieces.get(pieces.size() - 1);
    Optional<ApplicantKind> applied =
        ApplicantKind.applied(source, new TextSpan(first.start(), last.end()));
    if (applied.isPresent() && applied.get().span().end() < last.end()) {
      TextSpan rest = behindWhom(new TextSpan(applied.get().span().end(), last.end()));
      return new Kind(applied.get(), applied.get().leaf(source), premises.asked(rest, context));
    }
    Optional<ApplicantKind> label =
        ApplicantKind.label(source, new TextSpan(first.start(), last.end()));
    if (label.isPresent() && pieces.size() > 1 && !opens(pieces.get(1))) {
      TextSpan rest = new TextSpan(pieces.get(1).start(), last.end());
      return new Kind(label.get(), label.get().leaf(source), premises.asked(rest, context));
    }
    Optional<ApplicantKind> named = ApplicantKind.named(source, first);
    if (named.isPresent()) {
      TextSpan rest = new TextSpan(named.get().span().end(), last.end());
      if (isChain(new TextSpan(rest.start(), first.end()))) {
        return null;
      }
      Condition own = premises.asked(rest, context);
      return new Kind(named.get(), named.get().leaf(source), own);
    }
    Optional<ApplicantKind> attribute = ApplicantKind.attribute(source, first);
    if (attribute.isEmpty() || pieces.size() < 2 || opens(pieces.get(1))) {
      return null;
    }
    PhraseReader.Phrase said = premises.premise(first, first, context);
    TextSpan rest = new TextSpan(pieces.get(1).start(), last.end());
    return new Kind(attribute.get(), said.condition(), premises.asked(rest, context));
  }

  /** 「申报示范企业」 「的单位应…」. */
  private TextSpan behindWhom(TextSpan rest) {
    Matcher whom = WHOM.matcher(source.covered()).region(rest.start(), rest.end());
    return whom.lookingAt() ? new TextSpan(whom.end(), rest.end()) : rest;
  }

  /** A kind behind a kind makes none: each would be read within the one before. */
  private boolean opens(TextSpan piece) {
    return ApplicantKind.named(source, piece).isPresent()
        || ApplicantKind.attribute(source, piece).isPresent();
  }

  /** Two kinds more behind a kind: such words are no name. */
  private boolean isChain(TextSpan rest) {
    Optional<ApplicantKind> next = ApplicantKind.named(source, rest);
    return next.isPresent()
        && ApplicantKind.named(source, new TextSpan(next.get().span().end(), rest.end()))
            .isPresent();
  }
}
