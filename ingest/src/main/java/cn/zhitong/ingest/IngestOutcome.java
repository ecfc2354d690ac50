package cn.zhitong.ingest;

import cn.zhitong.common.text.Coded;
import cn.zhitong.ingest.policy.PolicyId;

/**
 * What became of one policy, or of a file that gave none.
 *
 * @param externalId identity within the source; of a file that could not be read, the file's
 * @param reason in Chinese, what is wrong and what to do; null where there is nothing to say
 * @param policyId null when nothing is stored
 */
public record IngestOutcome(String externalId, Result result, String reason, PolicyId policyId) {

  /** What happened to it. */
  public enum Result implements Coded {
    CREATED("created", "新增"),
    UPDATED("updated", "更新"),
    UNCHANGED("unchanged", "未变"),
    SKIPPED("skipped", "跳过"),
    FAILED("failed", "失败");

    private final String code;
    private final String label;

    Result(String code, String label) {
      this.code = code;
      this.label = label;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String label() {
      return label;
    }

    /**
     * @throws IllegalArgumentException when no result has this code
     */
    public static Result ofCode(String code) {
      return Coded.of(Result.class, code);
    }
  }

  static IngestOutcome failed(String externalId, String reason) {
    return new IngestOutcome(externalId, Result.FAILED, reason, null);
  }

  static IngestOutcome skipped(String externalId, String reason) {
    return new IngestOutcome(externalId, Result.SKIPPED, reason, null);
  }
}
