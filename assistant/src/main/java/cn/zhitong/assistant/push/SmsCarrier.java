package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.SmsGateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Messages by the gateway for text messages. */
@ApplicationScoped
class SmsCarrier implements PushCarrier {
  private final SmsGateway gateway;
  private final PushTexts texts;

  SmsCarrier(SmsGateway gateway, PushTexts texts) {
    this.gateway = gateway;
    this.texts = texts;
  }

  @Override
  public SmsGateway.SmsReply carry(UUID as, List<DeliveryStore.Delivery> group)
      throws InterruptedException {
    DeliveryStore.Delivery first = group.get(0);
    if (first.phone() == null) {
      return new SmsGateway.Refused("企业没有登记手机");
    }
    return gateway.send(
        texts.sms(as, first.phone(), group.stream().map(PushTexts.Said::of).toList()));
  }
}
