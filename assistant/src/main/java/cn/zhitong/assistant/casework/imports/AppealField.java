package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.tables.ColumnNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a hotline's list can hold, and the names under which it usually stands. */
enum AppealField {
  NUMBER(
      "externalNumber",
      "工单编号",
      "编号|单号|流水号|序列号|受理号",
      "工单编号",
      "工单号",
      "受理编号",
      "诉求编号",
      "来件编号",
      "编号",
      "单号"),
  TITLE("title", "标题", "标题|主题|题名", "标题", "工单标题", "诉求标题", "来件标题", "主题"),
  TEXT(
      "text",
      "正文",
      "内容|描述|详情|详述|正文|事由|具体情况|反映情况|诉求情况|问题情况|说明",
      "诉求内容",
      "来电内容",
      "来件内容",
      "工单内容",
      "问题描述",
      "诉求描述",
      "具体内容",
      "详情",
      "正文",
      "内容",
      "诉求",
      "问题"),
  ASKED_AT(
      "askedAt",
      "提出时间",
      "时间|日期|登记$",
      "来电时间",
      "诉求时间",
      "提出时间",
      "来件时间",
      "受理时间",
      "登记时间",
      "创建时间",
      "时间",
      "来电日期",
      "登记"),
  REGION(
      "region",
      "地区",
      "地区|区域|区划|所属地|事发地|属地|所在地|所在区县|地点|地址",
      "区划代码",
      "所属地区",
      "诉求区域",
      "事发地",
      "所在地区",
      "地区",
      "区域"),
  ENTERPRISE("enterprise", "企业名称", "企业|单位|公司|商户|市场主体", "企业名称", "单位名称", "公司名称", "所属企业", "企业"),
  CONTACT_PHONE(
      "contactPhone",
      "联系电话",
      "电话|手机|联系方式|联络方式|来电号码|主叫号码",
      "联系电话",
      "来电号码",
      "手机号码",
      "手机号",
      "联系方式",
      "电话"),
  CONTACT_EMAIL("contactEmail", "电子邮箱", "邮箱|邮件|e-?mail", "电子邮箱", "邮箱"),
  CONTACT_NAME("contactName", "联系人", "联系人|来电人|诉求人|反映人|申请人|联络人|姓名|称呼", "联系人", "来电人", "姓名", "诉求人");

  /** What the hotline did with it, sorted it into or counts of it is no part of the appeal. */
  private static final Pattern ANOTHER =
      Pattern.compile(
          "承办|办理|主办|协办|责任|处理|处置|答复|回复|办结|反馈|回访|评价|满意|派单|派发|转办|审核|签收|分类|类别|类型|状态|来源|渠道"
              + "|截止|期限|到期|时限|时长|备注|规模|行业|性质|信用代码|归属|是否|次数|人数|数量|率$|坐席|话务|导出|更新|修改");

  private final String key;
  private final String label;
  private final Pattern words;
  private final List<String> names;

  AppealField(String key, String label, String words, String... names) {
    this.key = key;
    this.label = label;
    this.words = Pattern.compile(words);
    this.names = List.of(names);
  }

  /** The field's name in the API. */
  String key() {
    return key;
  }

  /** What the page calls it. */
  String label() {
    return label;
  }

  /** Usual names, the surest first, the API's own last. */
  List<String> names() {
    return java.util.stream.Stream.concat(names.stream(), java.util.stream.Stream.of(key)).toList();
  }

  /** Whether a column that bears none of the usual names seems to hold it. */
  boolean suggestedBy(String column) {
    String plain = ColumnNames.plain(column);
    return plain.length() <= 20 && words.matcher(plain).find() && !ANOTHER.matcher(plain).find();
  }

  static Optional<AppealField> ofKey(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
