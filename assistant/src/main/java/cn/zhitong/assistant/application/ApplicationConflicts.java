package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An application beside the enterprise's others; asked with the enterprise locked. */
@ApplicationScoped
class ApplicationConflicts {
  private static final UUID NONE = new UUID(0, 0);

  private final ConflictRules rules;
  private final Items items;

  ApplicationConflicts(ConflictRules rules, Items items) {
    this.rules = rules;
    this.items = items;
  }

  /** One application for an item is under way at a time. */
  void atSubmission(
      ApplicationChangeStore change,
      ApplicationFile file,
      StoredItem item,
      Long capFen,
      List<Answer> answers) {
    Created created = file.standing().created();
    if (created.itemVersion() != item.version()) {
      throw new Problem.Conflict(
          "事项在草稿保存之后更新过，请撤回这份草稿，按新的内容重新申报。", Map.of("version", item.version()));
    }
    beside(change, created, file.id(), item, capFen, answers);
  }

  /** An enterprise on a list: as if it had filed a request. */
  void atListing(ApplicationChangeStore change, Created created, StoredItem item) {
    beside(change, created, NONE, item, created.plan().capFen(), List.of());
  }

  private void beside(
      ApplicationChangeStore change,
      Created created,
      UUID own,
      StoredItem item,
      Long capFen,
      List<Answer> answers) {
    List<FoldedApplication> others = change.others(created.creditCode(), own);
    others.stream()
        // An item that was corrected meanwhile is the same to who asks for it.
        .filter(one -> one.itemId().equals(item.id()))
        .filter(one -> !one.state().equals(ApplicationStatus.CLOSED.code()))
        .findFirst()
        .ifPresent(ApplicationConflicts::underWay);
    rules.atSubmission(item, capFen, answers, beside(change, others));
  }

  /** The same rules, by what was granted meanwhile. */
  void atApproval(ApplicationChangeStore change, ApplicationFile file, Long amountFen) {
    Created created = file.standing().created();
    List<FoldedApplication> others = change.others(created.creditCode(), file.id());
    StoredItem item =
        items
            .version(created.itemId(), created.itemVersion())
            .orElseThrow(() -> new IllegalStateException("an item's version is never removed"));
    rules.atApproval(file, item.content(), amountFen, beside(change, others));
  }

  private static List<ConflictRules.RivalApplication> beside(
      ApplicationChangeStore change, List<FoldedApplication> others) {
    return others.stream()
        .map(
            one ->
                new ConflictRules.RivalApplication(
                    one, () -> ConflictRules.project(answers(change, one.id()))))
        .toList();
  }

  private static List<Answer> answers(ApplicationChangeStore change, UUID id) {
    return ApplicationState.of(change.events(id)).answers();
  }

  private static void underWay(FoldedApplication other) {
    throw new Problem.Conflict(
        "这一事项已有申报 " + other.number() + " 在办理，不能重复申报。",
        Map.of("applicationId", other.id(), "number", other.number(), "state", other.state()));
  }

  static void draftExists(UUID id) {
    throw new Problem.Conflict("这一事项已有一份草稿，请继续填写那一份，或先撤回它。", Map.of("applicationId", id));
  }
}
