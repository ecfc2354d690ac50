package cn.zhitong.assistant.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Chooses the cases that people decide before they see the suggestion. */
@ApplicationScoped
public class BlindCases {
  private static final int STEPS = 10_000;

  private final double share;

  @Inject
  BlindCases(TriageConfig config) {
    this(config.blindShare());
  }

  private BlindCases(double share) {
    this.share = share;
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException("zhitong.triage.blind-share 应在 0 到 1 之间");
    }
  }

  /** That share of all cases, whatever is configured. */
  public static BlindCases of(double share) {
    return new BlindCases(share);
  }

  /** By the case's id alone, so that neither its content nor the node has a say. */
  public boolean choose(UUID caseId) {
    long z =
        (caseId.getLeastSignificantBits() ^ caseId.getMostSignificantBits()) * 0x9E3779B97F4A7C15L;
    z ^= z >>> 32;
    return Math.floorMod(z, STEPS) < share * STEPS;
  }
}
