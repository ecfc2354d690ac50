package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.enterprise.EnterpriseAccess;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an enterprise can have and why, as the HTTP interface and the tools show it. */
@ApplicationScoped
public class MatchViews {
  private final Matches matches;
  private final MatchQuery query;
  private final Items items;
  private final ExplainedTree explained;

  @Inject
  MatchViews(Matches matches, MatchQuery query, Items items, ExplainedTree explained) {
    this.matches = matches;
    this.query = query;
    this.items = items;
    this.explained = explained;
  }

  /** One item of an enterprise's list. */
  public record MatchBody(
      String itemId,
      String title,
      String outcome,
      String unknownKind,
      long met,
      long notMet,
      long unknown,
      List<String> missing,
      WindowState window,
      String mode,
      String kind,
      String amount) {}

  /** The window, apart from whether the conditions are met. */
  public record WindowState(LocalDate from, LocalDate to, String text, boolean open) {
    static WindowState of(ItemContent.WindowBody window, LocalDate day) {
      return window == null
          ? null
          : new WindowState(window.from(), window.to(), window.text(), window.isOpen(day));
    }
  }

  /** An enterprise's list. */
  public record MatchList(List<MatchBody> items, int total) {}

  /** One item leaf by leaf. */
  public record Explanation(
      String itemId,
      String title,
      String outcome,
      String unknownKind,
      WindowState window,
      String clause,
      String policyId,
      JsonNode conditions) {}

  /**
   * All items against the file.
   *
   * @param outcome code of the outcome that is wanted, or null for all
   * @param reason why staff look, recorded with the look
   */
  public MatchList matches(
      Caller caller, String creditCode, String asOf, String outcome, String reason) {
    EnterpriseFile file = query.file(caller, creditCode, reason);
    LocalDate day = query.day(asOf);
    Optional<MatchOutcome> wanted = outcome(outcome);
    List<MatchBody> found =
        matches.of(file, day).stream()
            .filter(match -> wanted.isEmpty() || match.evaluation().outcome() == wanted.get())
            .map(match -> body(match, day))
            .toList();
    return new MatchList(found, found.size());
  }

  private static MatchBody body(Matches.Match match, LocalDate day) {
    ItemContent content = match.item().item().content();
    Evaluation evaluation = match.evaluation();
    return new MatchBody(
        match.item().item().id().toString(),
        content.title(),
        evaluation.outcome().code(),
        evaluation.unknownKind() == null ? null : evaluation.unknownKind().code(),
        match.count(MatchOutcome.MET),
        match.count(MatchOutcome.NOT_MET),
        match.count(MatchOutcome.UNKNOWN),
        match.missing(),
        WindowState.of(content.window(), day),
        content.mode(),
        content.kind(),
        content.amount());
  }

  /** One item leaf by leaf. */
  public Explanation explanation(
      Caller caller, String creditCode, String itemId, String asOf, String reason) {
    EnterpriseFile file = query.file(caller, creditCode, reason);
    StoredItem item = item(itemId);
    LocalDate day = query.day(asOf);
    Condition tree = item.content().tree();
    Evaluation evaluation = matches.evaluate(tree, file.asFacts(), day);
    return new Explanation(
        itemId,
        item.content().title(),
        evaluation.outcome().code(),
        evaluation.unknownKind() == null ? null : evaluation.unknownKind().code(),
        WindowState.of(item.content().window(), day),
        item.content().clause(),
        item.content().policyId(),
        explained.of(tree, evaluation, EnterpriseAccess.seesSensitive(caller, file.creditCode())));
  }

  private StoredItem item(String id) {
    return items
        .published(uuid(id))
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的已发布事项。"));
  }

  private static UUID uuid(String id) {
    return Ids.parse(id).orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的事项。"));
  }

  private static Optional<MatchOutcome> outcome(String code) {
    if (code == null || code.isBlank()) {
      return Optional.empty();
    }
    Optional<MatchOutcome> found = Coded.find(MatchOutcome.class, code);
    if (found.isEmpty()) {
      throw new Problem.InvalidRequest("outcome：应为 met、not_met 或 unknown。");
    }
    return found;
  }
}
