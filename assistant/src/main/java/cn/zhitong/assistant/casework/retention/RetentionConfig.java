package cn.zhitong.assistant.casework.retention;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How long personal data is kept. */
@ConfigMapping(prefix = "zhitong.retention")
public interface RetentionConfig {

  /**
   * Days after the last event of a case that is over (办结, 不予受理, 撤回) after which its texts and
   * contacts are erased. Unset keeps them: how long is for the operator's archive rules to say.
   */
  Optional<Integer> eraseAfterDays();
}
