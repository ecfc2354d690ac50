package cn.zhitong.assistant.triage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** What an operator decides about triage. */
@ConfigMapping(prefix = "zhitong.triage")
public interface TriageConfig {

  /**
   * Working days by place and category, where they differ from 2, 5 and 10: {@code
   * zhitong.triage.working-days.all.demand=7}, {@code
   * zhitong.triage.working-days."350100".consultation=1}. A place's rule holds for the places in
   * it.
   */
  Map<String, Map<String, Integer>> workingDays();

  /**
   * Share of cases that are decided before the suggestion is shown: decisions with the suggestion
   * in view flatter it. At 5 % a platform with 100 cases a day has 450 such in a quarter, enough to
   * know an accuracy of .8 to within .04.
   */
  @WithDefault("0.05")
  double blindShare();
}
