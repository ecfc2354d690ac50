package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyId;

/** What saving a policy did. */
public record SaveResult(PolicyId id, Change change) {

  /** Whether the identity was new, had other contents, or the same. */
  public enum Change {
    CREATED("created"),
    UPDATED("updated"),
    UNCHANGED("unchanged");

    private final String code;

    Change(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
