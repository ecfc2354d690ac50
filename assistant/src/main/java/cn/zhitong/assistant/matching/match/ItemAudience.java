package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.CandidateFilter;
import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.condition.UnknownKind;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.EnterpriseStore;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The enterprises that an item concerns, one by one: whom to tell of it, and whom it reached. */
@ApplicationScoped
public class ItemAudience {
  private static final int PAGE = 1_000;

  private final EnterpriseStore enterprises;
  private final Matches matches;

  ItemAudience(EnterpriseStore enterprises, Matches matches) {
    this.enterprises = enterprises;
    this.matches = matches;
  }

  /**
   * An enterprise that an item does not rule out.
   *
   * @param outcome met or unknown
   * @param decidingField the one fact that stands between it and 符合; null where it is met, or where
   *     it is not one fact
   * @param evidenceLeft whether all that data can tell is met, and material decides the rest
   * @param region GB/T 2260 code, industry GB/T 4754 code, scale in words; null where not known
   */
  public record Member(
      String creditCode,
      String name,
      MatchOutcome outcome,
      String decidingField,
      boolean evidenceLeft,
      String region,
      String industry,
      String scale) {}

  /** Goes through all that meet the item on the day or are undecided, by credit code. */
  public void each(ItemLibrary.Published item, LocalDate day, Consumer<Member> consumer) {
    enterprises.each(
        CandidateFilter.of(item.tree()),
        PAGE,
        file -> {
          EnterpriseFacts facts = file.asFacts();
          MatchOutcome outcome = matches.outcome(item.tree(), facts, day);
          if (outcome != MatchOutcome.NOT_MET) {
            consumer.accept(member(item, file, facts, outcome, day));
          }
        });
  }

  /** The same for those alone that meet it: cheaper, for counting. */
  public void eachMet(ItemLibrary.Published item, LocalDate day, Consumer<Member> consumer) {
    enterprises.each(
        CandidateFilter.of(item.tree()),
        PAGE,
        file -> {
          EnterpriseFacts facts = file.asFacts();
          if (matches.outcome(item.tree(), facts, day) == MatchOutcome.MET) {
            consumer.accept(member(item, file, facts, MatchOutcome.MET, day));
          }
        });
  }

  private Member member(
      ItemLibrary.Published item,
      EnterpriseFile file,
      EnterpriseFacts facts,
      MatchOutcome outcome,
      LocalDate day) {
    String field = null;
    boolean evidence = false;
    if (outcome == MatchOutcome.UNKNOWN) {
      Evaluation evaluation = matches.evaluate(item.tree(), facts, day);
      field = DecidingFacts.only(new Matches.Match(item, evaluation)).orElse(null);
      evidence = evaluation.unknownKind() == UnknownKind.EVIDENCE;
    }
    return new Member(
        file.creditCode().value(),
        file.name(),
        outcome,
        field,
        evidence,
        file.latest("region"),
        file.latest("industry"),
        file.scale());
  }
}
