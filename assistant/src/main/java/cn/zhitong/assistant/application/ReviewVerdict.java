package cn.zhitong.assistant.application;

import cn.zhitong.common.text.Coded;

/** What a department says at its step of the review. */
enum ReviewVerdict implements Coded {
  AGREE("agree", "同意"),
  /** It stays at this step: the lead rejects it, or the department thinks better of it. */
  DISAGREE("disagree", "不同意"),
  SEND_BACK("send_back", "退回上一步");

  private final String code;
  private final String label;

  ReviewVerdict(String code, String label) {
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
}
