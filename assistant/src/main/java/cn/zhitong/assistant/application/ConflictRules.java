package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.item.ItemContent.ExclusionBody;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an enterprise cannot have beside something else: 互斥 not at all, 就高 only the higher of the
 * two, 同一项目不重复 not for the same project. Either item may say so.
 */
@ApplicationScoped
class ConflictRules {
  private static final String HIGHER = "就高";
  private static final String SAME_PROJECT = "同一项目";

  /** The answer that tells one project from another. */
  static final String PROJECT = "custom:项目名称";

  private final Items items;

  ConflictRules(Items items) {
    this.items = items;
  }

  /**
   * Another application of the same enterprise.
   *
   * @param project that it is for, read from its log where a rule asks for it; gives null where it
   *     does not say
   */
  record RivalApplication(FoldedApplication row, Supplier<String> project) {}

  /** An exclusion that one of the two items states. */
  private record Clause(RivalApplication other, ExclusionBody exclusion) {}

  /**
   * At submission.
   *
   * @param others under way or granted
   * @throws Problem.Conflict with the clause
   */
  void atSubmission(
      StoredItem item, Long capFen, List<Answer> answers, List<RivalApplication> others) {
    String project = project(answers);
    for (Clause clause : clauses(item.id(), item.content(), others)) {
      FoldedApplication other = clause.other().row();
      if (isHigher(clause)) {
        boolean nothingToGain =
            other.approvedFen() != null && capFen != null && other.approvedFen() >= capFen;
        if (nothingToGain) {
          throw conflict(clause, "已按“" + other.itemTitle() + "”批准，金额不低于本事项上限");
        }
      } else if (!isOtherProject(clause, project)) {
        throw conflict(clause, "已申报“" + other.itemTitle() + "”");
      }
    }
  }

  /**
   * At approval.
   *
   * @param amountFen that is to be approved; null for what is no money
   * @throws Problem.Conflict with the clause
   */
  void atApproval(
      ApplicationFile file, ItemContent item, Long amountFen, List<RivalApplication> others) {
    ApplicationState standing = file.standing();
    List<RivalApplication> granted =
        others.stream()
            .filter(
                one ->
                    ApplicationStatus.GRANTED.stream()
                        .anyMatch(state -> state.code().equals(one.row().state())))
            .toList();
    String project = project(standing.answers());
    for (Clause clause : clauses(standing.created().itemId(), item, granted)) {
      FoldedApplication other = clause.other().row();
      if (isHigher(clause)) {
        requireHigher(clause, standing.plan().capFen(), amountFen, other);
      } else if (!isOtherProject(clause, project)) {
        throw conflict(clause, "“" + other.itemTitle() + "”已经批准");
      }
    }
  }

  /** Beside what was granted, only the difference up to this item's bound. */
  private static void requireHigher(
      Clause clause, Long capFen, Long amountFen, FoldedApplication other) {
    long granted = other.approvedFen() == null ? 0 : other.approvedFen();
    boolean difference = capFen != null && amountFen != null && amountFen <= capFen - granted;
    if (granted > 0 && !difference) {
      String most =
          capFen == null || capFen <= granted
              ? ""
              : "，最多再批准差额 " + Yuan.text(capFen - granted) + " 元";
      throw conflict(
          clause, "“" + other.itemTitle() + "”已批准 " + Yuan.text(granted) + " 元，只能就高享受" + most);
    }
  }

  private static boolean isHigher(Clause clause) {
    return clause.exclusion().kind() != null && clause.exclusion().kind().contains(HIGHER);
  }

  private static boolean isOtherProject(Clause clause, String project) {
    String kind = clause.exclusion().kind();
    if (kind == null || !kind.contains(SAME_PROJECT) || project == null) {
      return false;
    }
    String other = clause.other().project().get();
    return other != null && !project.equals(other);
  }

  private List<Clause> clauses(UUID itemId, ItemContent content, List<RivalApplication> others) {
    List<Clause> found = new ArrayList<>();
    for (RivalApplication other : others) {
      FoldedApplication row = other.row();
      if (row.itemId().equals(itemId)) {
        continue;
      }
      content.exclusions().stream()
          .filter(one -> names(one, row.itemId(), row.itemTitle()))
          .forEach(one -> found.add(new Clause(other, one)));
      theirs(row).stream()
          .filter(one -> names(one, itemId, content.title()))
          .forEach(one -> found.add(new Clause(other, one)));
    }
    return found;
  }

  private List<ExclusionBody> theirs(FoldedApplication row) {
    return items
        .version(row.itemId(), row.itemVersion())
        .map(item -> item.content().exclusions())
        .orElse(List.of());
  }

  /** By id, or by words that stand in the title. */
  private static boolean names(ExclusionBody exclusion, UUID itemId, String title) {
    String named = exclusion.itemId();
    return named != null
        && !named.isBlank()
        && (named.equals(itemId.toString()) || title != null && title.contains(named.strip()));
  }

  static String project(List<Answer> answers) {
    return answers.stream()
        .filter(one -> one.field().equals(PROJECT))
        .map(one -> String.valueOf(one.value()).strip())
        .findFirst()
        .orElse(null);
  }

  private static Problem.Conflict conflict(Clause clause, String why) {
    FoldedApplication other = clause.other().row();
    String kind = Optional.ofNullable(clause.exclusion().kind()).orElse("互斥");
    String quote = Optional.ofNullable(clause.exclusion().quote()).orElse("");
    return new Problem.Conflict(
        why + "（申报 " + other.number() + "），不能同时享受（" + kind + "）。依据：“" + quote + "”",
        Map.of(
            "rule",
            kind,
            "quote",
            quote,
            "otherApplicationId",
            other.id(),
            "otherNumber",
            other.number()));
  }
}
