package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.AutomaticMail;
import cn.zhitong.assistant.notice.SmsGateway;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Messages by e-mail, with a way to end them by one press. */
@ApplicationScoped
class MailCarrier implements PushCarrier {
  private final Mailer mailer;
  private final PushTexts texts;

  MailCarrier(Mailer mailer, PushTexts texts) {
    this.mailer = mailer;
    this.texts = texts;
  }

  @Override
  public SmsGateway.SmsReply carry(UUID as, List<DeliveryStore.Delivery> group) {
    DeliveryStore.Delivery first = group.get(0);
    if (first.email() == null) {
      return new SmsGateway.Refused("企业没有登记邮箱");
    }
    PushTexts.MailText text = texts.mail(group.stream().map(PushTexts.Said::of).toList());
    mailer.send(
        AutomaticMail.of(as, first.email(), text.subject(), text.text())
            .addHeader("List-Unsubscribe", "<" + texts.oneClickUrl(first.messageId()) + ">")
            .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    return new SmsGateway.Taken();
  }
}
