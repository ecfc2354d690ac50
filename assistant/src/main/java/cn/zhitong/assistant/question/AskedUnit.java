package cn.zhitong.assistant.question;

import java.util.regex.Pattern;

/** The kind of figure or party that a question asks for, and how texts write one. */
enum AskedUnit {
  SHARE("百分之几|几个点|几成|几折|打折|千分之几|万分之几|比例|费率|税率|利率", "[%％‰]|百分之|千分之|万分之|[一二三四五六七八九\\d]成|折|分之"),
  MONEY(
      "多少钱|多少元|多少万|多少亿|几万|几块|几百|几千|(?:罚|补|奖|交|缴|收|赔|领|给|拿)(?:款|贴|助|励|费|偿)?(?:[^，。？]{0,4})多少|金额|工本费|起征点|最高补|最多补",
      "元|[%％‰]|百分之|倍|免"),
  DURATION(
      "几天|多少天|多久|几个月|多少个月|几年|多少年|多长时间|期限|时限|几个工作日|几日",
      "(?:[\\d一二两三四五六七八九十百]|半)个?(?:工作)?(?:日|天|月|年|周|小时|时)|立即|即时|当场|当日"),
  DAY("什么时候|哪天|哪一天|几号|几月|何时|截止", "[\\d一二三四五六七八九十](?:日|月|年|天)|之日|期间|前"),
  PARTY("哪个部门|什么部门|哪个单位|找谁|谁管|谁来|向谁|归谁|去哪[里儿]?(?:办|申请|报|投诉|查)", "局|厅|委|部|府|院|关|机构|中心|单位|会|所|公司|人"),
  CONTACT("电话|热线|邮箱|网址", "\\d{5,}|@|www|http|热线");

  private final Pattern asked;
  private final Pattern written;

  AskedUnit(String asked, String written) {
    this.asked = Pattern.compile(asked);
    this.written = Pattern.compile(written);
  }

  /** Whether the question asks for a kind of thing that the text has none of. */
  static boolean missing(String question, String text) {
    for (AskedUnit unit : values()) {
      if (unit.asked.matcher(question).find() && !unit.written.matcher(text).find()) {
        return true;
      }
    }
    return false;
  }
}
