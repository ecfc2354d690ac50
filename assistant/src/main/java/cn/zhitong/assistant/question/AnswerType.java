package cn.zhitong.assistant.question;

import java.util.regex.Pattern;

/**
 * What kind of thing a question asks for, and what sentences that hold one look like. The first
 * whose words are in the question decides.
 */
enum AnswerType {
  CONTACT(
      "电话|热线|号码|网址|网站|邮箱|联系方式|公众号|微信号|怎么联系",
      "\\d{3,4}-\\d{7,8}|\\d{5,}|热线|电话|www\\.|http|@|公众号|网址|邮箱",
      220),
  TIME(
      "何时|什么时候|什么时间|哪天|哪一天|几号|几月|多久|多长时间|多少天|几天|几个工作日|时限|期限|日期|截止|有效期|时间是|时间[？?]|几点|哪年",
      "\\d\\s{0,3}(?:年|月|日|天|个工作日|小时|时|点|分钟)|[一二两三四五六七八九十](?:年|个月|日|天|个工作日|小时|周)|\\d:\\d\\d|之日起|期间|即日|截至|前",
      250),
  AMOUNT(
      "多少|几[个家项类种名人次条]|多大|比例|额度|标准|金额|上限|最高|最多|几倍|多高|幅度|利率|税率|价格|费用",
      "\\d|[一二两三四五六七八九十百千万](?:元|个|家|人|倍|成|项|条)|百分之|减半|全额|免",
      275),
  PARTY(
      "谁|哪个部门|哪些部门|什么部门|哪个单位|哪些单位|哪家|由.{0,6}负责|哪里|哪儿|何处|什么地方|地点|向.{0,4}(?:申请|反映)",
      "局|厅|委|部门|单位|政府|办公室|中心|公司|银行|机构|负责|牵头|街道|窗口|平台",
      300),
  REASON("为什么|为何|原因|意义|目的|作用|依据", "因|为了|为|以便|有利于|根据|旨在|确保", 310),
  YES_NO("是否|能否|可否|能不能|可不可以|有没有|吗[？?]?$", "可|不得|不|应|免|予以|无需", 310),
  LIST("", "[一二三四五六七八九]是|[（(][一二三四五六七八九\\d]+[)）]|\\d[.、]|；|、", 430);

  private final Pattern asks;
  private final Pattern answers;
  private final int budget;

  AnswerType(String asks, String answers, int budget) {
    this.asks = Pattern.compile(asks);
    this.answers = Pattern.compile(answers);
    this.budget = budget;
  }

  static AnswerType of(String question) {
    for (AnswerType type : values()) {
      if (type.asks.matcher(question).find()) {
        return type;
      }
    }
    throw new IllegalStateException("LIST takes every question");
  }

  /** Whether the sentence holds such a thing. */
  boolean fits(String sentence) {
    return answers.matcher(sentence).find();
  }

  /** Characters that an answer of this type is quoted in, at most about. */
  int budget() {
    return budget;
  }
}
