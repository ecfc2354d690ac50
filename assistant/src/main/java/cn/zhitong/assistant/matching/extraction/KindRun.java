package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Kinds of applicant beside each other within one sentence, each with what is asked of it:
 * 钢铁企业排放达到一级标准，其他企业能耗低于行业平均水平.
 */
final class KindRun {
  private static final Pattern OF_ALL =
      Pattern.compile("[^，。；]{0,10}均|(?:各类|上述|以上|所有|申[请报])[^，。；\\d]{0,8}(?:主体|单位|企业)");

  private final ItemText source;

  KindRun(ItemText source) {
    this.source = source;
  }

  /** A kind and the stretches up to the next one, its own words left out. */
  private record One(TextSpan kind, TextSpan asked) {}

  /**
   * The ways that begin at a stretch and go on to the last; null where there are not two.
   *
   * @param reader reads what is asked of one kind; null where nothing is
   */
  PhraseReader.Phrase at(List<TextSpan> pieces, int from, Function<TextSpan, Condition> reader) {
    List<One> run = run(pieces, from);
    if (run.size() < 2) {
      return null;
    }
    List<Condition> ways = new ArrayList<>();
    for (One one : run) {
      Condition asked = reader.apply(one.asked());
      if (asked == null) {
        return null;
      }
      Condition sized =
          PieceSplitter.isSized(source.covered(one.kind())) ? reader.apply(one.kind()) : null;
      Condition kind = sized == null ? KindFigures.kindLeaf(source, one.kind()).leaf() : sized;
      ways.add(ConditionGroup.all(List.of(kind, asked)));
    }
    TextSpan span = new TextSpan(pieces.get(from).start(), pieces.get(pieces.size() - 1).end());
    return new PhraseReader.Phrase(span, ConditionGroup.any(ways), List.of(), false);
  }

  /** Whether more kinds stand beside those of a stretch so long, with other figures. */
  boolean goesOn(List<TextSpan> pieces, int from, int length) {
    return run(pieces, from).size() > length;
  }

  /** 「合作社…，家庭农场…，农业企业…」: forms of applicant, each with figures of its own. */
  private boolean areForms(List<TextSpan> pieces, int from) {
    List<ApplicantKind> kinds = new ArrayList<>();
    for (TextSpan piece : pieces.subList(from, pieces.size())) {
      Optional<ApplicantKind> kind = ApplicantKind.form(source, piece);
      boolean figure =
          QuantityReader.read(source, piece).stream().anyMatch(quantity -> quantity.op() != null);
      if (kind.isPresent() && figure) {
        kinds.add(kind.get());
      } else if (kinds.isEmpty() || OF_ALL.matcher(source.covered(piece)).lookingAt()) {
        return false;
      }
    }
    long apart = kinds.stream().map(ApplicantKind::noun).distinct().count();
    return kinds.size() > 1 && apart == kinds.size();
  }

  private List<One> run(List<TextSpan> pieces, int from) {
    List<TextSpan> kinds = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    ApplicantKind before = null;
    boolean forms = areForms(pieces, from);
    for (int i = from; i < pieces.size(); i++) {
      Optional<ApplicantKind> kind =
          forms
              ? ApplicantKind.form(source, pieces.get(i))
              : ApplicantKind.named(source, pieces.get(i));
      boolean begins =
          kind.isPresent() && (before == null ? i == from : forms || kind.get().isBeside(before));
      boolean sized =
          before != null
              && i + 1 < pieces.size()
              && PieceSplitter.isSized(source.covered(pieces.get(i)));
      if (begins) {
        before = kind.get();
      }
      if (begins || sized) {
        kinds.add(begins ? before.span() : pieces.get(i));
        starts.add(i);
      } else if (before == null) {
        return List.of();
      }
    }
    List<One> run = new ArrayList<>();
    for (int k = 0; k < kinds.size(); k++) {
      int end = k + 1 < starts.size() ? starts.get(k + 1) : pieces.size();
      TextSpan kind = kinds.get(k);
      run.add(new One(kind, new TextSpan(kind.end(), pieces.get(end - 1).end())));
    }
    return run;
  }
}
