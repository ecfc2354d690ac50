package cn.zhitong.assistant.notice;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A provider of text messages. */
public interface SmsGateway {
  /**
   * A text message by template.
   *
   * @param id the same with every try: the gateway sends one it has seen no second time
   * @param template code of ours: item, unknown, evidence, digest, case
   * @param params what the template is filled with; no personal data
   * @param text the whole text, for gateways without templates
   */
  record SmsMessage(
      UUID id, String phone, String template, Map<String, String> params, String text) {}

  /** What the gateway said. */
  sealed interface SmsReply {}

  /** It will send it; whether it arrived says a receipt. */
  record Taken() implements SmsReply {}

  /** Too many for now. */
  record Throttled(Duration pause) implements SmsReply {}

  /** It never will: wrong number, unknown template. */
  record Refused(String reason) implements SmsReply {}

  /** Nobody knows; to be tried again under the same id. */
  record Unclear(String reason) implements SmsReply {}

  SmsReply send(SmsMessage message) throws InterruptedException;
}
