package cn.zhitong.assistant.casework.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Themes of appeals and meetings about them. */
@ConfigMapping(prefix = "zhitong.themes")
public interface ThemeConfig {
  /** Days back within which inspections of one enterprise are repeated; a quarter. */
  @WithDefault("90")
  int inspectionDays();

  /** Appeals about one enterprise's inspections that make a repetition. */
  @WithDefault("2")
  int inspectionRepeats();

  /** How long before a meeting people are reminded; long enough to make way for it. */
  @WithDefault("PT2H")
  Duration meetingReminder();
}
