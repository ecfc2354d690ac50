package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Pattern;

/** What a part of a notice is about, by its heading. */
enum SectionRole {
  MATERIALS("材料|资料(?!库)|附件|表格"),
  WINDOW("(?:申报|受理|申请|办理|报名)?(?:时间|时限|期限|截止|截至)"),
  CONTACT("联系|咨询|地址|电话"),
  AMOUNT("(?:支持|奖励|补助|资助|补贴|扶持|奖补|优惠|兑现|贴息)[^，。；]{0,6}(?:标准|方式|额度|内容|措施|政策|金额|力度|方案)|政策优惠|资金安排"),
  CONDITIONS(
      "(?:申报|申请|认定|资助|支持|奖励|受理|补贴|补助|扶持|准入|设立|基本|适用|享受|必要|其他|参评|服务|评价)?[^，。；]{0,10}(?:条件|对象|资格|主体|范围)(?!.{0,4}(?:审核|要求$))|申报对象及要求|基本要求"),
  PROCEDURE(
      "程序|流程|(?<!模式和)(?<!组织)方式|办法|步骤|组织(?!形式|体系|架构|机构|能力|结构)|审核|拨付|受理|公示|评审|(?<!经营|企业|质量|财务|规范|内部|安全|项目)管理(?!能力|水平|规范|体系|制度)|监督"),
  BASIS("依据|目的|总则|附则|概述|说明"),
  NOTES("注意事项|其他事项|有关要求|工作要求|保障措施|申报要求|其他要求|事项"),
  NONE("(?!)");

  private final Pattern heading;

  SectionRole(String heading) {
    this.heading = Pattern.compile(heading);
  }

  /** The role that a heading names; {@link #NONE} where it names none. */
  static SectionRole of(String heading) {
    for (SectionRole role : values()) {
      if (role.heading.matcher(heading).find()) {
        return role;
      }
    }
    return NONE;
  }
}
