package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.PolicyKind;
import java.util.regex.Pattern;

/** What a text is, by its title and, for replies, its salutation. */
final class Kinds {
  private static final Pattern REPLY_TITLE =
      Pattern.compile("(?:建议|提案|议案|来信|咨询|信访).{0,12}(?:的)?(?:答复|复函|办理情况|回复)|(?:答复|回复)(?:的函|函|意见)?$");
  private static final Pattern REPLY_BODY =
      Pattern.compile(
          "(?:代表|委员|同志|先生|女士|公司|您|你)[^。]{0,20}[:：]?[\\s\\S]{0,300}?收悉[\\s\\S]{0,300}?(?:答复|回复|复函)(?:如下|于下)?");
  private static final Pattern INTERPRETATION =
      Pattern.compile("解读|图解|一图读懂|一图看懂|政策问答|热点问答|问答$|答记者问|起草说明|政策说明");
  private static final Pattern GUIDE =
      Pattern.compile(
          "(?:申报|办事|服务|操作|申请|填报|兑现|申领|办理)(?:工作)?(?:指南|指引|须知|手册|流程|说明)|(?:指南|指引|须知)(?:[（(].*[）)])?$");
  private static final Pattern POLICY_END =
      Pattern.compile(
          "(?:通知|意见|办法|规定|条例|方案|公告|通告|决定|决议|批复|细则|措施|规划|计划|法|规则|令|制度|纲要|章程|标准|目录|清单|函|十条|政策|要点|通报)[》”]?(?:[（(【].{1,30}[）)】])*$");

  private Kinds() {}

  /**
   * @param title may be null
   * @param official whether it has a document number or a law's history
   */
  static Provenance<PolicyKind> of(Provenance<String> title, String stored, boolean official) {
    String name = title == null ? "" : title.value();
    if (title != null) {
      if (REPLY_TITLE.matcher(name).find()) {
        return title.with(PolicyKind.REPLY);
      }
      // 关于印发《…操作指南》的通知 is a notice; 《…办法》政策解读 is none.
      boolean notice = name.matches(".*》的(?:通知|公告|决定|通告|批复|意见)$");
      if (!notice && INTERPRETATION.matcher(name).find()) {
        return title.with(PolicyKind.INTERPRETATION);
      }
      if (GUIDE.matcher(notice ? "" : name).find()) {
        return title.with(PolicyKind.GUIDE);
      }
    }
    String opening = stored.substring(0, Math.min(stored.length(), 700));
    if (!official && REPLY_BODY.matcher(opening).find()) {
      int at = opening.indexOf("收悉");
      return Provenance.at(PolicyKind.REPLY, Provenance.BODY, at, at + 2);
    }
    if (official || POLICY_END.matcher(name).find()) {
      return title == null
          ? Provenance.derived(PolicyKind.POLICY, "有发文字号")
          : title.with(PolicyKind.POLICY);
    }
    return Provenance.derived(PolicyKind.OTHER, "没有公文标题，也没有发文字号");
  }
}
