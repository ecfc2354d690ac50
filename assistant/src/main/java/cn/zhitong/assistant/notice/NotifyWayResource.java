package cn.zhitong.assistant.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a form may offer: a way that is off would be a promise that nobody keeps. */
@Path("/api/notify-ways")
@PermitAll
@Tag(name = "提醒")
public class NotifyWayResource {
  private final NoticeConfig config;
  private final SmsConfig sms;

  NotifyWayResource(NoticeConfig config, SmsConfig sms) {
    this.config = config;
    this.sms = sms;
  }

  public record Way(String code, String label) {}

  @GET
  @Operation(
      summary = "可选的告知方式",
      description = "已启用的对外告知方式，作为 POST /api/cases 中 notifyBy 的取值；站内消息总有，不在其中。")
  public List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    add(ways, NotifyWay.SMS, sms.isOn());
    add(ways, NotifyWay.MAIL, config.mail().enterprises());
    add(ways, NotifyWay.WEBHOOK, config.webhook().url().isPresent());
    return ways;
  }

  private static void add(List<Way> ways, NotifyWay way, boolean on) {
    if (on) {
      ways.add(new Way(way.code(), way.label()));
    }
  }
}
