package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.eventlog.EventChain;
import java.time.Instant;

/**
 * What an enterprise sent in, as it came. Never changed; erased when its time is over.
 *
 * @param channel {@code widget}, {@code form}, {@code hotline}, {@code import}, {@code api}, …
 * @param externalNumber the number it has in the system it came from, or null
 * @param region GB/T 2260 code or null
 */
public record Appeal(
    String channel,
    String externalNumber,
    Instant askedAt,
    String region,
    String title,
    String text,
    String enterprise,
    String contactName,
    String contactPhone,
    String contactEmail) {

  /** What triage may look at: neither the sender nor the channel. */
  public AppealText forTriage() {
    return new AppealText(title, text, region, askedAt);
  }

  /** Without anything that tells who sent it. */
  public Appeal anonymous() {
    CaseParticulars sender = CaseParticulars.of(this);
    return new Appeal(
        channel,
        externalNumber,
        askedAt,
        region,
        sender.hidden(title, CaseParticulars.SENDER),
        sender.hidden(text, CaseParticulars.SENDER),
        null,
        null,
        null,
        null);
  }

  /** All that tells the sender's own numbers from the office's. */
  public String appeal() {
    return String.join("\n", text(title), text(text), text(contactPhone));
  }

  /** Digest for the log: with the salt erased, it tells nothing of the content. */
  public String digest(String salt) {
    return EventChain.sha256(
        String.join(
            "\u001f",
            salt,
            channel,
            text(externalNumber),
            askedAt.toString(),
            text(region),
            title,
            text,
            text(enterprise),
            text(contactName),
            text(contactPhone),
            text(contactEmail)));
  }

  /** Whether it says the same; the time may differ, since its default is the moment of arrival. */
  public boolean sameContent(Appeal other) {
    return title.equals(other.title) && text.equals(other.text);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    // Its own form would put personal data into logs.
    return "Appeal[" + channel + "]";
  }
}
