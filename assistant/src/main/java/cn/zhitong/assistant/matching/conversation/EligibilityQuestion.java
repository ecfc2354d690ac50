package cn.zhitong.assistant.matching.conversation;

import java.util.regex.Pattern;

/**
 * Tells 我们能享受哪些政策 from a question about one matter: somebody asks for himself, for items in
 * general, and says nothing else than what his enterprise is.
 */
final class EligibilityQuestion {
  private static final String ASKER = "我们|我方|我司|我厂|我|咱们|咱|本公司|本企业|本单位|本厂|敝司";
  private static final String THING = "政策|补贴|补助|奖补|奖励|优惠|扶持|资金|项目|事项|支持|红利";
  private static final String WHICH = "哪些|哪几项|哪几个|什么|啥|多少";
  private static final String ABLE = "能够|能|可以|可|享受|享有|申报|申请|申领|领取|领|拿|获得|得到|符合|适用|适合|匹配|满足|够得上|有资格";

  private static final String FILLER =
      "请问|你好|您好|想问|想知道|问一下|问下|麻烦|帮忙|帮|看看|看|查查|查一下|查|现在|目前|今年|当前|到底|大概|可能|都|还|有|是|在|的|了|到|上|来|一家|一个|家|个"
          + "|注册|位于|属于|从事|做|搞|行业|企业|公司|厂|单位|类型|惠企|相关|各项|国家|省里|市里|政府|条件|名单"
          + "|和|与|及|或|吗|呢|呀|啊|吧|哦|谢谢|这样|这种|这类|[，。？！、；：,.?!;:\\s（）()]";

  private static final Pattern ONLY =
      Pattern.compile("(?:" + String.join("|", ASKER, THING, WHICH, ABLE, FILLER) + ")*");

  private static final Pattern FIRST_PERSON = Pattern.compile(ASKER);
  private static final Pattern ASKS = Pattern.compile(WHICH);
  private static final Pattern OF_ITEMS = Pattern.compile(THING);
  private static final Pattern CAN = Pattern.compile(ABLE);

  /** Words that answer a question back without telling anything. */
  private static final Pattern SKIPPED =
      Pattern.compile(
          ".*(?:不清楚|不确定|不知道|不知|没有|都没|跳过|不限|不想说|其他|其它|以上都不是|都不是|无|说不好|不好说).*", Pattern.DOTALL);

  private static final Pattern REPLY =
      Pattern.compile(
          "(?:"
              + String.join("|", ASKER, FILLER)
              + "|不清楚|不确定|不知道|不知|没有|都没|跳过|不限|不想说|其他|其它|以上都不是|都不是|无|说不好|不好说|地区|规模|资质|级|省|市|县|区|类)*");

  private EligibilityQuestion() {}

  /**
   * @param rest the question without the words that tell what the enterprise is
   */
  static boolean is(String rest) {
    return FIRST_PERSON.matcher(rest).find()
        && ASKS.matcher(rest).find()
        && OF_ITEMS.matcher(rest).find()
        && CAN.matcher(rest).find()
        && ONLY.matcher(rest).matches();
  }

  /** Whether a reply to a question back says nothing else than what the enterprise is. */
  static boolean isOnlyReply(String rest) {
    return REPLY.matcher(rest).matches();
  }

  static boolean isSkipped(String reply) {
    return SKIPPED.matcher(reply).matches();
  }
}
