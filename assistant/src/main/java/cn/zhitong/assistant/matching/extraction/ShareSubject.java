package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which field a share is: what part of what whole. */
final class ShareSubject {
  private static final Pattern OF =
      Pattern.compile("^(.*?)(?:占(?!有率)|与|/)(?:同期|本|其|企业|单位|公司|当年|全部|年度|年)*(.*)$");
  private static final Pattern AMONG =
      Pattern.compile("^(.*?(?:职工|员工|从业人员|人员|收入))中[，、]?(.*?)(?:所占|占)?的?(?:比例?|比重)");
  private static final Pattern RESEARCH = Pattern.compile("研发|研究开发|研究与试验发展|R&D|技术开发");
  private static final Pattern MONEY = Pattern.compile("费|投入|支出|经费|总额");
  private static final Pattern INCOME = Pattern.compile("收入|营收|销售");
  private static final Pattern STAFF = Pattern.compile("职工|员工|人员|人数|从业");
  private static final Pattern WHOLE_STAFF = Pattern.compile("^(?:企业|单位|公司|本|当年|总|全体|职工|员工|从业)+.*");
  private static final Pattern RESEARCHERS = Pattern.compile("研发人员|研究开发人员|研究人员|科研人员|从事研发");
  private static final Pattern TECHNICIANS = Pattern.compile("科技人员|科技活动人员|技术人员|专业技术|科技");
  private static final Pattern GRADUATES = Pattern.compile("大专|本科|大学|学历|硕士|博士");

  /** Fewer than the graduates whom the catalogue's field counts. */
  private static final Pattern HIGHER_DEGREES = Pattern.compile("硕士|博士|研究生");

  private static final Pattern MAIN = Pattern.compile("主营业务|主营|主导产品");
  private static final Pattern GROWTH = Pattern.compile("增长|增速|增幅|增加|提高");

  /** 「服务收入不低于300万元且」占…: the figure before is no part of the name. */
  private static final Pattern FIGURE =
      Pattern.compile("^(.{2,20}?)(?:不低于|不少于|不超过|达到|超过|≥)?\\d.*$");

  private ShareSubject() {}

  /**
   * @param part words before the bound
   * @param base words between bound and number, or null: 不低于企业总收入的
   */
  static String field(String part, String base) {
    String above = part;
    String whole = base == null ? "" : base;
    Matcher among = AMONG.matcher(part);
    if (among.matches()) {
      above = among.group(2);
      whole = among.group(1);
    }
    Matcher of = OF.matcher(part.replaceAll("(?:所占|占)(?:比例?|比重)$", ""));
    if (of.matches()) {
      above = of.group(1);
      whole = of.group(2) + whole;
    }
    if (whole.isEmpty() || GROWTH.matcher(above).find()) {
      return SubjectLexicon.field(part, QuantityKind.SHARE).orElseGet(() -> single(part));
    }
    if (RESEARCH.matcher(above).find()
        && MONEY.matcher(above).find()
        && INCOME.matcher(whole).find()) {
      return "rd_ratio";
    }
    if (STAFF.matcher(whole).find() && WHOLE_STAFF.matcher(whole).matches()) {
      if (RESEARCHERS.matcher(above).find()) {
        return "rd_staff_ratio";
      }
      if (GRADUATES.matcher(above).find() && !HIGHER_DEGREES.matcher(above).find()) {
        return "college_ratio";
      }
      if (TECHNICIANS.matcher(above).find()) {
        return "tech_staff_ratio";
      }
    }
    if (MAIN.matcher(above).find() && INCOME.matcher(whole).find()) {
      return "main_revenue_ratio";
    }
    return CustomField.ofSubject(FIGURE.matcher(above).replaceFirst("$1")) + "占比";
  }

  /** 「研发投入占比」 and 「研发强度」 name no whole. */
  private static String single(String part) {
    boolean intensity = part.contains("强度") || part.contains("占比") || part.contains("比例");
    if (intensity && RESEARCHERS.matcher(part).find()) {
      return "rd_staff_ratio";
    }
    return RESEARCH.matcher(part).find() && intensity ? "rd_ratio" : CustomField.ofSubject(part);
  }
}
