package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Pattern;

/** Whether a text has something to apply for at all, or is an explanation, a list or a how-to. */
final class ItemScreen {
  private static final Pattern APPLY =
      Pattern.compile(
          "申报|申请(?:条件|认定|资助|补助|指南)|认定|资助|补助|补贴|奖励|奖补|贴息|扶持|资金|项目|征集|评选|若干(?:措施|政策)|条件|券");
  private static final Pattern ARTICLE =
      Pattern.compile(
          "解读|公示|(?<!白)名单|公告栏|好处|益处|意义|所需的?(?:材料|资料)|流程|步骤|问答|常见问题|问题$|核算|什么是|如何|怎么|怎样|为什么|补发|换发|转让|概述|简介|区别|须知|注意事项|答复");
  private static final Pattern STRONG = Pattern.compile("条件及|申报条件|申请条件|组织申报|申报的?通知|申报指南|申报工作");
  private static final Pattern ASKS =
      Pattern.compile("[应须需](?:当|要|同时|同时具备)?(?:符合|满足|具备|具有)|申报条件|申请条件|认定条件|申报对象|支持条件|资助条件|注册|法人资格");

  /** Rules on how authorities work; without a grant there is nothing in them to apply for. */
  private static final Pattern REGULATION =
      Pattern.compile("条例$|机制|入企检查|安全生产检查|行政处罚|开办和?注销|信用修复|供应方式|平台管理|快办|法律服务|用能成本|营商环境");

  private static final Pattern SELLER = Pattern.compile("我司|本公司|委托协议|代理人撰写|协助客户|客户准备");

  private ItemScreen() {}

  static boolean isNoItem(PolicyDraft policy) {
    String title = policy.title() == null ? "" : policy.title();
    String text = policy.text();
    if (SELLER.matcher(text).find()) {
      return true;
    }
    if (STRONG.matcher(title).find()) {
      return false;
    }
    if (ARTICLE.matcher(title).find()) {
      return true;
    }
    if (REGULATION.matcher(title).find() && !Remarks.isGrant(text)) {
      return true;
    }
    boolean official = policy.issuer() != null && !policy.issuer().isBlank();
    return !official && !APPLY.matcher(title).find() && !ASKS.matcher(text).find();
  }
}
