package cn.zhitong.assistant.privacy;

import java.util.regex.Pattern;

/** What the words before a number say it is. */
enum NumberLabel {
  ID_CARD("(?:身份证|身份證|居民证|证件|身份号|ID(?:CARD)?(?=[\\s:：.号]))[^0-9。；;\\n]{0,10}"),
  CARD(
      "(?:卡号|卡號|银行卡|借记卡|信用卡|储蓄卡|工资卡|存折|账号|帐号|賬號|账户|帐户|CARD)"
          + "(?:号码?|尾号|名|为|是|NO|[\\s:：.,，(\\[#=-])*"),
  /** Numbers of things that are nobody's. */
  THING(
      "(?:订单|运单|流水|单号|编号|文号|序号|批号|交易号?|发票|注册|代码|项目|合同|工单|受理号|案号|货号|条码|统计|版本)"
          + "(?:号码?|代码|编号|为|是|NO|[\\s:：.,，(\\[#=-])*"),
  /** Of offices, printed for everybody. */
  OFFICE_LINE(
      "(?:咨询|服务|监督|举报|投诉|受理|客服|值班|报修|便民|政策|办公|公开|维权)(?:电话|热线|专线|座机)"
          + "(?:号码?|为|是|[\\s:：.,，(\\[#=-])*"
          + "|(?:热线|专线|总机)(?:电话|号码?|为|是|[\\s:：.,，(\\[#=-])*"),
  PHONE(
      "(?:手机|电话|電話|座机|固话|联系方式|联系号码|拨打|电联|来电|回电|微信|号码|TEL|PHONE|MOBILE|CELL|MOB)"
          + "(?:号码?|同号|号|为|是|NO|[\\s:：.,，(\\[#=-])*"),
  /** 致电…, 联系…: a telephone, where what follows looks like one. */
  CALL("(?:致电|热线|联系)[:： ]{0,2}"),
  NONE("(?!)");

  private final Pattern before;

  NumberLabel(String words) {
    before = Pattern.compile("(?:" + words + ")$");
  }

  /** Longer than any label with what may stand between it and its number. */
  private static final int LOOK_BACK = 20;

  /** The label of a number that begins at an index. */
  static NumberLabel of(NormalizedText text, int start) {
    int from = Math.max(0, start - LOOK_BACK);
    String before = text.slice(from, start);
    if (before.chars().noneMatch(Character::isLetter)) {
      return NONE;
    }
    for (NumberLabel label : values()) {
      if (label.before.matcher(before).find()) {
        return label;
      }
    }
    return NONE;
  }
}
