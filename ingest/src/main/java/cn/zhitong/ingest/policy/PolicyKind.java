package cn.zhitong.ingest.policy;

/** What a published text is. */
public enum PolicyKind {
  POLICY("policy", "政策文件"),
  INTERPRETATION("interpretation", "政策解读"),
  GUIDE("guide", "申报指南"),
  REPLY("reply", "建议提案答复"),
  OTHER("other", "其他");

  private final String code;
  private final String label;

  PolicyKind(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException when the code is none of policy, interpretation, guide, reply,
   *     other
   */
  public static PolicyKind ofCode(String code) {
    for (PolicyKind value : values()) {
      if (value.code.equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "unknown PolicyKind '" + code + "', expected policy, interpretation, guide, reply, other");
  }
}
