package cn.zhitong.assistant.notice;

import io.quarkus.mailer.Mail;

/**
 * A mail that the program writes by itself. RFC 3834 and Exchange: absence notices do not answer
 * it, which would come back here.
 */
public final class AutomaticMail {
  private AutomaticMail() {}

  /**
   * @param id the same with every try, so that a receiver can tell a repetition
   */
  public static Mail of(Object id, String address, String subject, String text) {
    return Mail.withText(address, subject, text)
        .addHeader("Message-ID", "<" + id + "@zhitong>")
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader("X-Auto-Response-Suppress", "All");
  }
}
