package cn.zhitong.assistant.push;

import cn.zhitong.common.text.Coded;

/** Where a push stands. */
enum PushState implements Coded {
  PREVIEW("preview", "试算，未发送"),
  AWAITING_APPROVAL("awaiting_approval", "待第二人批准"),
  QUEUED("queued", "已进入发送"),
  REJECTED("rejected", "未批准");

  private final String code;
  private final String label;

  PushState(String code, String label) {
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
