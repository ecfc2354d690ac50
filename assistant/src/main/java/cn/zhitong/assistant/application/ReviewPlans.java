package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.item.StoredItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** How applications for an item are handled: as the item's rule says, else as the settings do. */
@ApplicationScoped
class ReviewPlans {
  private static final String ORDINARY = "普通";
  private static final String SUBSIDY = "奖补";

  private final ApplicationRuleStore rules;
  private final ApplicationConfig config;

  ReviewPlans(ApplicationRuleStore rules, ApplicationConfig config) {
    this.rules = rules;
    this.config = config;
  }

  ReviewPlan of(StoredItem item) {
    ItemContent content = item.content();
    Optional<ApplicationRule> rule = rules.of(item.id());
    String department = content.department() == null ? null : blank(content.department());
    List<String> steps =
        rule.map(ApplicationRule::steps)
            .filter(own -> !own.isEmpty())
            .orElse(department == null ? List.of() : List.of(department));
    boolean ordinary = content.mode() == null || content.mode().equals(ORDINARY);
    int standard = ordinary ? config.complexWorkingDays() : config.simpleWorkingDays();
    // What has no kind may be money as well.
    boolean money = content.kind() == null || content.kind().equals(SUBSIDY);
    return new ReviewPlan(
        department == null && !steps.isEmpty() ? steps.get(0) : department,
        steps,
        rule.map(ApplicationRule::acceptDays).orElse(config.acceptWorkingDays()),
        rule.map(ApplicationRule::workingDays).orElse(standard),
        rule.map(ApplicationRule::publicityDays).orElse(money ? config.publicityWorkingDays() : 0),
        rule.map(ApplicationRule::calendarDays).orElse(false),
        rule.map(ApplicationRule::capFen).or(() -> AmountCap.fen(content.amount())).orElse(null),
        rule.map(ApplicationRule::objectionWay).orElse(config.objectionWay()));
  }

  private static String blank(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
