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

  /** A part that names what it asks: 建设标准：…; what is granted has headings of its own. */
  private static final Pattern DEMAND =
      Pattern.compile(
          "(?:建设|投入|产出|经营|技术|规模|能力|业绩|人员|场地|设备|信用|环保|安全|产品|服务|投资|运营|效益|质量|财务|诚信|创新|成长|经济|研发|发展|生产|市场|社会|人才)(?:标准|要求|水平|指标|能力)(?=$|[：:，,])");

  /** 「装备应满足下列条件」, 「有以下情况之一的企业不得申报」, 「不予支持的情形」. */
  private static final Pattern ASKING_LIST =
      Pattern.compile(
          "(?:符合|满足|具备|达到)(?:以下|下列|如下)[^，。；]{0,8}(?:条件|要求|标准|情形)|(?:有|存在)(?:以下|下列)[^，。；]{0,16}(?:不得|不予|不能|不再)|^(?:不予|不得|不再)[^，。；]{0,8}(?:的)?(?:情形|情况|对象|范围)$|^除外(?:规定|情形|条款|范围)$");

  private static final Pattern OTHER_LIST = Pattern.compile("材料|资料|程序|流程|步骤|提交|报送|给予|予以(?:奖|补|资)");

  /** 「申报条件和支持标准」: what is asked and what is paid under one heading. */
  private static final Pattern CONDITIONS_AND_AMOUNT =
      Pattern.compile("(?:条件|对象)(?:及|和|与|、|以及)[^，。；]{0,6}(?:标准|方式|额度|内容|措施|政策|金额)");

  /** 「申报单位」, 「申请人要求」: whom a part is about. */
  private static final Pattern APPLICANT =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]+、)?(?:申[报请]|支持|扶持|奖励|补助|补贴|资助|参评|认定)(?:的)?(?:单位|企业|机构|人|者|主体|项目)(?:基本)?(?:要求)?$");

  private final Pattern heading;

  SectionRole(String heading) {
    this.heading = Pattern.compile(heading);
  }

  /** Whether a part that no heading tells leads in what is asked of applicants. */
  static boolean asks(String firstWords) {
    return DEMAND.matcher(firstWords).lookingAt()
        || ASKING_LIST.matcher(firstWords).find() && !OTHER_LIST.matcher(firstWords).find();
  }

  /** The role that a heading names; {@link #NONE} where it names none. */
  static SectionRole of(String heading) {
    if (CONDITIONS_AND_AMOUNT.matcher(heading).find() || APPLICANT.matcher(heading).matches()) {
      return CONDITIONS;
    }
    for (SectionRole role : values()) {
      if (role.heading.matcher(heading).find()) {
        return role;
      }
    }
    return NONE;
  }
}
