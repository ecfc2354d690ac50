package cn.zhitong.ingest.policy;

import cn.zhitong.common.text.Coded;

/** What a published text is. */
public enum PolicyKind implements Coded {
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

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException when the code is none of policy, interpretation, guide, reply,
   *     other
   */
  public static PolicyKind ofCode(String code) {
    return Coded.of(PolicyKind.class, code);
  }
}
