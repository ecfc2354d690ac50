package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.matching.match.Matches;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether an enterprise meets an item by its file and what it answers. */
@ApplicationScoped
class Eligibility {
  private static final String SOURCE = "企业自述";
  private static final int MOST_ANSWERS = 200;
  private static final int LONGEST_VALUE = 500;

  private final Matches matches;
  private final Clock clock;

  Eligibility(Matches matches, Clock clock) {
    this.matches = matches;
    this.clock = clock;
  }

  Evaluation of(StoredItem item, EnterpriseFile file, List<Answer> answers) {
    List<Fact> facts = new ArrayList<>(file.facts());
    // What an enterprise states does not go before what its file holds.
    facts.addAll(news(file, answers));
    EnterpriseFile with =
        new EnterpriseFile(
            file.creditCode(),
            file.name(),
            facts,
            file.closedFields(),
            file.closedRegisters(),
            file.revision(),
            file.updatedAt());
    return matches.evaluate(item.content().tree(), with.asFacts(), today());
  }

  /** The answers as facts that the enterprise states. */
  List<Fact> facts(List<Answer> answers) {
    List<Fact> facts = new ArrayList<>();
    for (Answer answer : answers) {
      ObjectNode node = StandardJson.MAPPER.valueToTree(answer);
      node.put("source", SOURCE);
      node.put("observedAt", today().toString());
      try {
        facts.add(FactCodec.read(node, "answers[" + facts.size() + "]"));
      } catch (InvalidCondition e) {
        throw new Problem.InvalidRequest(e.getMessage());
      }
    }
    return facts;
  }

  /** Those among the answers that the file says nothing of. */
  List<Fact> news(EnterpriseFile file, List<Answer> answers) {
    return facts(answers).stream()
        .filter(
            fact ->
                file.facts().stream()
                    .noneMatch(
                        held ->
                            held.field().equals(fact.field())
                                && Objects.equals(held.period(), fact.period())))
        .toList();
  }

  /**
   * Answers as they may be kept.
   *
   * @throws Problem.InvalidRequest where one cannot be read
   * @throws Problem.Forbidden where one is an office's to tell
   */
  List<Answer> checked(List<Answer> answers) {
    if (answers == null) {
      return List.of();
    }
    if (answers.size() > MOST_ANSWERS) {
      throw new Problem.InvalidRequest("answers：最多 " + MOST_ANSWERS + " 项。");
    }
    for (Answer answer : answers) {
      if (answer == null || answer.field() == null || answer.field().isBlank()) {
        throw new Problem.InvalidRequest("answers：每一项都要有 field。");
      }
      if (answer.value() == null || answer.value().toString().length() > LONGEST_VALUE) {
        throw new Problem.InvalidRequest(
            "“" + FieldCatalogue.name(answer.field()) + "”：不能为空，最多 " + LONGEST_VALUE + " 字。");
      }
      boolean office = FieldCatalogue.of(answer.field()).map(field -> !field.own()).orElse(false);
      if (office) {
        throw new Problem.Forbidden(
            "“" + FieldCatalogue.name(answer.field()) + "”由主管部门提供，不用填写；有误的请在企业档案中提出异议。");
      }
    }
    facts(answers);
    return List.copyOf(answers);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
