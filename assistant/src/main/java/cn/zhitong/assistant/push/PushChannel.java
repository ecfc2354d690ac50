package cn.zhitong.assistant.push;

import cn.zhitong.common.text.Coded;

/** A way out of the program; the inbox on the enterprise's page is always there. */
enum PushChannel implements Coded {
  MAIL("mail", "邮件", true),
  SMS("sms", "短信", true),
  WEBHOOK("webhook", "接口推送", false);

  private final String code;
  private final String label;
  private final boolean quiet;

  PushChannel(String code, String label, boolean quiet) {
    this.code = code;
    this.label = label;
    this.quiet = quiet;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it wakes people, and rests in quiet hours. */
  boolean restsAtNight() {
    return quiet;
  }
}
