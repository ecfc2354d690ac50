package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.Answer.Refused;
import java.util.regex.Pattern;

/** Why a question on whose matter nothing was found is refused, and what its asker reads. */
final class Refusals {
  /** Private life, entertainment and general knowledge, which no library of policies speaks of. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "天气|下雨|气温|笑话|段子|唱歌|唱首|星座|运势|算命|电影|电视剧|小说|菜谱|怎么做菜|好吃|餐馆|馆子|火锅"
              + "|女朋友|男朋友|老婆|老公|离婚|恋爱|相亲|彩礼|婆媳|减肥|化妆|护肤|宠物|猫咪|狗狗"
              + "|股价|股票|大盘|彩票|双色球|比特币|汇率|球赛|世界杯|明星|游戏|旅游攻略|学区|高考|考研|幼儿园"
              + "|发烧|感冒|吃什么药|退休金|生日|祝福语|翻译|作文|写一?首|写诗|情书|地球|月球|恐龙|皇帝");

  private static final Pattern ENTERPRISE =
      Pattern.compile("企业|公司|工厂|厂|店|个体户|商户|经营|员工|职工|雇|招工|申报|补贴|政策|纳税|税|许可|执照|登记|海关|进口|出口|项目|园区");

  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?:你们|政府|窗口|部门|办事).{0,12}(?:太慢|太低|太差|不作为|推诿|踢皮球|没人管|没人接|不管|不理|敷衍)|到底管不管|没人管|打电话没人接");

  private static final Pattern ASKS =
      Pattern.compile("怎么办|去哪|找谁|哪里|哪个部门|多久|多少|有规定|规定吗|补贴|罚|欠|可以|能不能|应该");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private Refusals() {}

  static Refused of(AnalyzedQuestion question) {
    String text = question.text();
    if (!CHINESE.matcher(text).find()) {
      return new Refused(RefusalReason.NO_EVIDENCE, AnswerTexts.NO_EVIDENCE_ENGLISH);
    }
    if (isOffTopic(text)) {
      return new Refused(RefusalReason.OUT_OF_SCOPE);
    }
    return isComplaint(text)
        ? new Refused(RefusalReason.NO_EVIDENCE, AnswerTexts.COMPLAINT)
        : new Refused(RefusalReason.NO_EVIDENCE);
  }

  /** Whether clauses would only be in the way, whatever they share with the words. */
  static boolean isNoQuestion(AnalyzedQuestion question) {
    return isOffTopic(question.text()) || isComplaint(question.text());
  }

  /** Whether the question is about private life and nothing that enterprises or offices do. */
  static boolean isOffTopic(String question) {
    return PRIVATE.matcher(question).find() && !ENTERPRISE.matcher(question).find();
  }

  /** Whether it vents anger at how an office works and asks nothing that a clause could answer. */
  static boolean isComplaint(String question) {
    return COMPLAINT.matcher(question).find() && !ASKS.matcher(question).find();
  }
}
