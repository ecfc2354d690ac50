package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.SmsGateway;
import java.util.List;
import java.util.UUID;

/** How messages get out by one channel. */
interface PushCarrier {
  /**
   * Sends messages of one enterprise as one.
   *
   * @param as id by which the receiver tells a second try
   * @return what the receiver said
   * @throws RuntimeException where it is to be tried again
   */
  SmsGateway.SmsReply carry(UUID as, List<DeliveryStore.Delivery> group)
      throws InterruptedException;
}
