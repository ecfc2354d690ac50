package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.NoticeConfig;
import cn.zhitong.assistant.notice.SmsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Which ways out are on, and how fast each may go. */
@ApplicationScoped
class PushWays {
  private final PushConfig config;
  private final NoticeConfig notices;
  private final SmsConfig sms;

  PushWays(PushConfig config, NoticeConfig notices, SmsConfig sms) {
    this.sms = sms;
    this.config = config;
    this.notices = notices;
  }

  Set<PushChannel> on() {
    Set<PushChannel> on = EnumSet.noneOf(PushChannel.class);
    if (notices.mail().enterprises()) {
      on.add(PushChannel.MAIL);
    }
    if (sms.isOn()) {
      on.add(PushChannel.SMS);
    }
    if (notices.webhook().url().isPresent() && notices.webhook().secret().isPresent()) {
      on.add(PushChannel.WEBHOOK);
    }
    return on;
  }

  int perSecond(PushChannel channel) {
    return switch (channel) {
      case MAIL -> config.mailsPerSecond();
      case SMS -> sms.perSecond();
      case WEBHOOK -> config.webhooksPerSecond();
    };
  }
}
