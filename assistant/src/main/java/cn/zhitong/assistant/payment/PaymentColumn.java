package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.tables.ColumnNames;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of payment lists by the names that offices and banks give them, the likeliest first:
 * a list may have both a payee and an enterprise, or a paid and an approved amount.
 */
enum PaymentColumn {
  APPLICATION_ID("申报 ID", "applicationId 申报ID 申报id"),
  NUMBER(
      "申报编号",
      "申报编号 申报号 申报单号 申报受理编号 申报流水号 申请编号 申请号 申请单号 受理编号 受理号 受理单号 受理流水号 业务编号 业务号"
          + " 业务单号 业务流水号 办件编号 办件号 办理编号 项目申报编号 申报项目编号 申报书编号 单据编号 编号 单号 number"
          + " applicationNumber applicationNo application_number applicationId"),
  CODE(
      "统一社会信用代码",
      "统一社会信用代码 社会信用代码 统一信用代码 信用代码 企业信用代码 收款单位信用代码 收款人信用代码 收款单位统一社会信用代码"
          + " 收款人统一社会信用代码 收款方信用代码 收款方统一社会信用代码 纳税人识别号 税号 证件号码 组织机构代码 creditCode credit_code taxId uscc"),
  PAYEE(
      "收款单位",
      "收款单位 收款单位名称 收款人 收款人名称 收款人全称 收款户名 收款人户名 收款账户名称 收款账户名 户名 账户名称 账户名 开户名称"
          + " 收款方 收款方名称 收款方户名 收款企业 收款企业名称 对方户名 对方账户名称 payee payeeName"),
  ENTERPRISE(
      "企业名称",
      "企业名称 企业全称 单位名称 申报单位 申报单位名称 申报企业 申报企业名称 申请单位 申请企业 申报主体 市场主体名称 获补单位"
          + " 获补企业 受益企业 企业 单位 公司名称 名称 enterprise enterpriseName company name"),
  AMOUNT(
      "金额",
      "本次拨付金额 本期拨付金额 本次支付金额 本次兑付金额 本次实付金额 本次拨付 实付金额 实拨金额 实发金额 实际拨付金额 实际支付金额"
          + " 实际到账金额 实际金额 拨付金额 支付金额 到账金额 付款金额 兑付金额 兑现金额 发放金额 打款金额 转账金额 拨款金额"
          + " 下达金额 入账金额 交易金额 贷方发生额 发生额 拨付资金 兑付资金 奖补金额 补助金额 补贴金额 奖励金额 扶持金额"
          + " 资金额 金额 amount paidAmount amountYuan paid_amount amountFen"),
  DAY(
      "拨付日期",
      "拨付日期 实际拨付日期 支付日期 实际支付日期 到账日期 付款日期 兑付日期 兑现日期 发放日期 实付日期 打款日期 转账日期 拨款日期"
          + " 入账日期 交易日期 记账日期 清算日期 拨付时间 支付时间 到账时间 付款时间 兑付时间 兑现时间 发放时间 打款时间 转账时间"
          + " 拨款时间 交易时间 入账时间 拨付日 支付日 到账日 日期 时间 paidOn paidAt date paymentDate payDate paid_on day"),
  VOUCHER(
      "凭证号",
      "凭证号 凭证编号 凭证号码 支付凭证号 支付凭证编号 记账凭证号 支付令号 支付令编号 支付令 支付编号 支付单号 付款单号 付款凭证号"
          + " 拨款单号 拨付凭证号 拨付单号 银行流水号 交易流水号 支付流水号 转账流水号 流水号 回单号 回单编号 电子回单号 凭证"
          + " voucher voucherNo voucherNumber serial transactionId"),
  ACCOUNT(
      "收款账号", "收款账号 收款人账号 收款单位账号 收款方账号 收款银行账号 收款账户 银行账号 银行账户 开户账号 账号 账户 银行卡号 卡号 account accountNo"),
  LOT("批次", "批次 批次号 拨付批次 资金批次 支付批次 发放批次 兑付批次 lot batch batchNo"),
  ITEM(
      "事项",
      "事项 事项名称 政策事项 政策事项名称 申报事项 申报事项名称 兑现事项 项目名称 项目 申报项目 申报项目名称 奖补项目 补助项目 补贴项目"
          + " 资金项目 奖补事项 扶持项目 政策名称 资金名称 item itemTitle itemName project"),
  NOTE("备注", "备注 摘要 说明 附言 用途 remark note memo");

  private static final Pattern UNIT = Pattern.compile("[/_·]?(?:单位)?(?:人民币)?(?:亿元|万元|千元|元|分)$");

  /** Amounts that are another's: what was asked for, granted or is left. */
  private static final Pattern OTHER_AMOUNT =
      Pattern.compile("申请|申报|核定|核准|批准|审核|审定|应|累计|预算|余额|结余|未|拟|差|上年|营业|投资|合同|税");

  private final String label;
  private final List<String> names;

  PaymentColumn(String label, String names) {
    this.label = label;
    this.names = List.of(names.split(" "));
  }

  String label() {
    return label;
  }

  /** All names that tell a header. */
  static List<String> allNames() {
    return Arrays.stream(values()).flatMap(one -> one.names.stream()).toList();
  }

  /** Which column is where; what is in none is not read. */
  static Map<PaymentColumn, Integer> places(List<String> header) {
    List<String> plain = header.stream().map(PaymentColumn::plain).toList();
    Map<PaymentColumn, Integer> places = new EnumMap<>(PaymentColumn.class);
    for (PaymentColumn column : values()) {
      column.names.stream()
          .map(name -> plain.indexOf(plain(name)))
          .filter(place -> place >= 0 && !places.containsValue(place))
          .findFirst()
          .ifPresent(place -> places.put(column, place));
    }
    suggest(plain, places, AMOUNT, Pattern.compile("金额|资金$"), OTHER_AMOUNT);
    suggest(
        plain,
        places,
        DAY,
        Pattern.compile("(?:拨|付|到账|发放|兑).*(?:日期|时间)"),
        Pattern.compile("应|拟|计划"));
    suggest(plain, places, CODE, Pattern.compile("信用代码"), Pattern.compile("法人代表|付款"));
    suggest(
        plain,
        places,
        NUMBER,
        Pattern.compile("(?:申报|申请|受理|业务).*(?:编号|单号)"),
        Pattern.compile("批次"));
    suggest(plain, places, VOUCHER, Pattern.compile("凭证|流水号|回单"), Pattern.compile("日期|时间|金额"));
    return places;
  }

  /** A single column whose name has the word, where none bears a usual name. */
  private static void suggest(
      List<String> plain,
      Map<PaymentColumn, Integer> places,
      PaymentColumn column,
      Pattern word,
      Pattern not) {
    if (places.containsKey(column)) {
      return;
    }
    List<Integer> fitting = new java.util.ArrayList<>();
    for (int place = 0; place < plain.size(); place++) {
      String name = plain.get(place);
      if (!places.containsValue(place) && word.matcher(name).find() && !not.matcher(name).find()) {
        fitting.add(place);
      }
    }
    if (fitting.size() == 1) {
      places.put(column, fitting.get(0));
    }
  }

  static String plain(String name) {
    String plain = ColumnNames.plain(Normalizer.normalize(name, Normalizer.Form.NFKC));
    String without = UNIT.matcher(plain).replaceFirst("");
    return without.isEmpty() ? plain : without;
  }
}
