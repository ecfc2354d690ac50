package cn.zhitong.assistant.casework.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** What happens to cases that stay overdue, by steps; the shipped ones are in the properties. */
@ConfigMapping(prefix = "zhitong.deadlines")
public interface EscalationConfig {

  /** Steps by name. */
  Map<String, Step> escalation();

  /**
   * Working days for which what was brought in late, and nobody has opened, raises no alarm: two
   * are what a desk needs to look through a list of past orders.
   */
  @WithDefault("2")
  int quietWorkingDays();

  /** One step, taken once for each due day. */
  interface Step {
    /** Working days after the due day. */
    @WithDefault("1")
    int after();

    /** {@code urge} 催办, {@code supervise} 督办, or {@code notify}: a reminder only. */
    String act();

    /** Said as the reason. */
    Optional<String> reason();
  }
}
