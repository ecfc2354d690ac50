package cn.zhitong.assistant.notice;

import cn.zhitong.common.text.Coded;

/** How an enterprise can be told of its case; the inbox of its account is always there. */
public enum NotifyWay implements Coded {
  INBOX("inbox", "站内消息"),
  SMS("sms", "短信"),
  MAIL("mail", "邮件"),
  /** By the platform that takes the webhook, which tells its enterprises itself. */
  WEBHOOK("webhook", "平台消息");

  private final String code;
  private final String label;

  NotifyWay(String code, String label) {
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
