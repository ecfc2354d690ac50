package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.web.Problem;
import java.time.LocalDate;
import java.util.List;

/** Facts that an enterprise states itself: marked as such, and none that an office keeps. */
final class OwnStatement {
  private static final String SOURCE = "企业自述";

  private OwnStatement() {}

  /**
   * @throws Problem.Forbidden where a fact is an office's to tell
   */
  static List<Fact> of(List<Fact> facts, LocalDate today) {
    return facts.stream().map(fact -> stated(fact, today)).toList();
  }

  private static Fact stated(Fact fact, LocalDate today) {
    boolean register = FieldCatalogue.of(fact.field()).map(field -> !field.own()).orElse(false);
    if (register) {
      throw new Problem.Forbidden("“" + FieldCatalogue.name(fact.field()) + "”由主管部门提供；有误的请提出异议。");
    }
    return new Fact(
        fact.field(),
        fact.value(),
        fact.unit(),
        fact.period(),
        fact.validFrom(),
        fact.validTo(),
        fact.level(),
        SOURCE,
        today);
  }
}
