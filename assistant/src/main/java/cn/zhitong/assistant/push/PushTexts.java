package cn.zhitong.assistant.push;

import cn.zhitong.assistant.casework.LinkTokens;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.notice.SmsGateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What enterprises are told. Of the enterprise itself nothing is said but that an item fits it, or
 * which fact is missing: whoever else reads the mail learns no figure of it.
 */
@ApplicationScoped
class PushTexts {
  /** What links in messages may do: mark one as opened, and end its kind. */
  static final String LINK = "push-message";

  static final String ITEM = "item";
  static final String UNKNOWN = "unknown";
  static final String EVIDENCE = "evidence";
  static final String DIGEST = "digest";

  private final LinkTokens tokens;

  PushTexts(LinkTokens tokens) {
    this.tokens = tokens;
  }

  /** What is said of one item. */
  record Said(UUID messageId, UUID itemId, PushContent content, boolean met, String field) {
    static Said of(DeliveryStore.Delivery one) {
      return new Said(one.messageId(), one.itemId(), one.content(), one.met(), one.field());
    }
  }

  record MailText(String subject, String text, String unsubscribeUrl) {}

  MailText mail(List<Said> all) {
    Said first = all.get(0);
    String subject =
        all.size() == 1
            ? (first.met() ? "贵企业符合一项政策：" : "贵企业可能符合一项政策：") + first.content().title()
            : "贵企业可能享受的 " + all.size() + " 项政策";
    List<String> lines = new ArrayList<>();
    lines.add("您好：");
    for (Said one : all) {
      lines.add("");
      lines.addAll(lines(one));
    }
    lines.add("");
    lines.add("依据平台掌握的企业档案判断，以主管部门审核为准。请勿转发：链接只供贵企业使用。");
    lines.add("与贵企业无关？打开“企业匹配”页，在消息上点“与我无关”。");
    String unsubscribe = unsubscribeUrl(first.messageId());
    lines.add("不再接收“" + first.content().kind() + "”类推送：" + unsubscribe);
    return new MailText(subject, String.join("\n", lines), unsubscribe);
  }

  private List<String> lines(Said one) {
    PushContent content = one.content();
    List<String> lines = new ArrayList<>();
    lines.add("【" + content.title() + "】");
    if (content.amount() != null) {
      lines.add("能得到什么：" + content.amount());
    }
    if (content.window() != null || content.windowTo() != null) {
      lines.add(
          "什么时候：" + (content.window() == null ? "至 " + content.windowTo() : content.window()));
    }
    if (content.department() != null) {
      lines.add("找哪个部门：" + content.department());
    }
    lines.add(why(one));
    lines.add("查看条件和依据：" + itemUrl(one));
    return lines;
  }

  static String why(Said one) {
    if (one.met()) {
      return "为什么发给您：按已有数据，贵企业符合全部条件。";
    }
    return one.field() == null
        ? "为什么发给您：按已有数据，贵企业符合能核对的条件，其余条件凭材料核验。"
        : "为什么发给您：只差一项数据“" + FieldCatalogue.name(one.field()) + "”就能判定，请补充。";
  }

  /** The text message and what its template is filled with. */
  SmsGateway.SmsMessage sms(UUID id, String phone, List<Said> all) {
    Said first = all.get(0);
    Map<String, String> params = new LinkedHashMap<>();
    params.put("title", first.content().title());
    params.put("count", Integer.toString(all.size()));
    if (first.field() != null) {
      params.put("field", FieldCatalogue.name(first.field()));
    }
    params.put("url", all.size() == 1 ? itemUrl(first) : tokens.site() + "/enterprise");
    String template = all.size() > 1 ? DIGEST : template(first);
    return new SmsGateway.SmsMessage(id, phone, template, params, smsText(template, params));
  }

  private static String template(Said one) {
    if (one.met()) {
      return ITEM;
    }
    return one.field() == null ? EVIDENCE : UNKNOWN;
  }

  static String smsText(String template, Map<String, String> params) {
    String end = "详见 " + params.get("url") + "（可退订）";
    return switch (template) {
      case DIGEST -> "【政企直通】贵企业可能享受 " + params.get("count") + " 项政策，" + end;
      case UNKNOWN ->
          "【政企直通】“" + params.get("title") + "”只差“" + params.get("field") + "”一项数据即可判定，" + end;
      case EVIDENCE -> "【政企直通】贵企业符合“" + params.get("title") + "”能核对的条件，" + end;
      default -> "【政企直通】贵企业符合“" + params.get("title") + "”的条件，" + end;
    };
  }

  String itemUrl(Said one) {
    return tokens.site() + "/items/" + one.itemId() + "#p=" + tokens.token(LINK, one.messageId());
  }

  private String unsubscribeUrl(UUID messageId) {
    return tokens.site() + "/subscribe#push=" + tokens.token(LINK, messageId);
  }

  /** Where mail programs unsubscribe by one press (RFC 8058). */
  String oneClickUrl(UUID messageId) {
    return tokens.site() + "/api/push-links/" + tokens.token(LINK, messageId) + "/unsubscription";
  }
}
