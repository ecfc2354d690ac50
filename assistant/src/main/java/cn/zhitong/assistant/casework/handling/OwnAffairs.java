package cn.zhitong.assistant.casework.handling;

import java.util.regex.Pattern;

/**
 * Sentences of a reply that are about the enterprise it is written to, not about the matter: what
 * it owes or was fined, and where somebody has been to see it.
 */
final class OwnAffairs {
  private static final String ADDRESSED = "(?:贵|你们?|您)(?:公司|单位|企业|工厂|厂|门店|店铺|店|司|处|户|方|家)";

  /** Not 您好, and not what everybody is asked to do: 请您到…办理. */
  private static final String YOU = "(?:(?<!请)(?:您|你)(?!好)|贵)";

  private static final String AMOUNT =
      "(?:\\d[\\d,，.]{0,16}|[一二两三四五六七八九十百千])\\s{0,2}[万亿千百]?\\s{0,2}(?:元|块)";

  private static final String AFFAIR =
      "欠|罚款|罚金|滞纳|补缴|账户|账号|余额|处罚|违法|违规|立案|约谈|查封|扣押|吊销|失信|起诉|被查|整改|" + AMOUNT;

  private static final String HOUSE =
      "(?:路|街|巷|弄|道|村|园|里)[^。！？\\n]{0,6}\\d{1,5}号(?!窗口|楼大厅)|\\d(?:单元|幢|栋|室)";

  /** Where offices themselves receive people. */
  private static final String OFFICE = "(?![^。！？\\n]{0,12}(?:政务|服务中心|大厅|窗口|办事|局))";

  /** Bounded on both sides: a sentence of office prose has some eighty characters. */
  private static final Pattern ADDRESSED_WITH_AFFAIR =
      Pattern.compile(
          ADDRESSED
              + "[^。！？\\n]{0,80}(?:"
              + AFFAIR
              + ")|(?:"
              + AFFAIR
              + ")[^。！？\\n]{0,80}"
              + ADDRESSED);

  private static final Pattern OWING =
      Pattern.compile(
          YOU
              + "[^。！？\\n]{0,40}(?:欠|未结清|未缴|滞纳)[^。！？\\n]{0,20}|"
              + "(?:欠|未结清)[^。！？\\n]{0,10}"
              + AMOUNT);

  private static final Pattern VISITED =
      Pattern.compile(
          "(?:"
              + ADDRESSED
              + "|(?:您|你|贵)(?:位于|的|们?在|处|登记)[^。！？\\n]{0,10}|到您|到你)[^。！？\\n]{0,20}(?:"
              + HOUSE
              + ")"
              + OFFICE);

  private static final Pattern TALKED_TO =
      Pattern.compile("(?:约谈|走访|上门|当面)[^。！？\\n]{0,12}" + ADDRESSED + "|" + ADDRESSED + "负责人");

  private OwnAffairs() {}

  static boolean in(String reply) {
    return ADDRESSED_WITH_AFFAIR.matcher(reply).find()
        || OWING.matcher(reply).find()
        || VISITED.matcher(reply).find()
        || TALKED_TO.matcher(reply).find();
  }
}
