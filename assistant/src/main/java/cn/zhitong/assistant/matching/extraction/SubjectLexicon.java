package cn.zhitong.assistant.matching.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which field a number is about, by the words before it ({@code matching/subjects.tsv}). */
final class SubjectLexicon {
  private static final String RESOURCE = "/matching/subjects.tsv";

  private record Rule(String field, QuantityKind kind, Pattern words) {}

  /** Noun before 收入 that makes it a part of the revenue: 设计服务收入. */
  private static final Pattern WHOLE_REVENUE =
      Pattern.compile(
          "(?:^|[，、；：的且并和或]|企业|单位|公司|主体|机构|申报|年度|年|会计|实现|度|(?<!线)上|当|营业|销售|主营|经营|业务|总|平均|年均|累计|合计|报表|全年|同期|应税|开票|的|其|[\\d一二两三四五近个])$");

  private static final Pattern SOME_STAFF =
      Pattern.compile(
          "博士|硕士|学位|学历|职称|外籍|新增|新招|招收|招用|吸纳|引进|残疾|女[性职员工]|本地|青年|高层次|技师|技工|持证|一线|管理人员|缴纳社保人数占");
  private static final Pattern WHOLE_STAFF =
      Pattern.compile(
          "(?:^|[，、；：的且并和或者其达有为在超]|企业|单位|公司|机构|主体|合作社|申报|年度?|[年期]末|在职|在岗|在册|现有|全体|全部|全职|专职|固定|正式|注册|实有|总|平均|所有|企业总?)$");

  /** Figures of others than the applicant belong to no field of its file. */
  private static final Pattern OTHER_PARTY =
      Pattern.compile(
          "在孵|入孵|入驻|园区|会员|集群|商户|街区|服务企业|带动|毕业企业|单店|门店|团队|基金|被投|被并购|被收购|母公司|投资方|单个|单一|单项产品|单品|个人|家庭|本人|申请人");

  /** A sum for each of something is not the sum itself: 人均营业收入, 投资强度. */
  private static final Pattern PER =
      Pattern.compile(
          "人均|户均|亩均|员工年均|职工年均|职工平均|强度|单位(?:面积|用地|产值|产品|能耗|GDP)|平均每|每(?:万元|亿元|百|股|床|[亩人户])");

  private static final String PER_AREA = "unit_area_tax";

  private static final List<Rule> RULES = load();

  private SubjectLexicon() {}

  /** The field of a quantity, by the latest words of its subject. */
  static Optional<String> field(String subject, QuantityKind kind) {
    if (OTHER_PARTY.matcher(subject).find()) {
      return Optional.empty();
    }
    for (Rule rule : RULES) {
      Matcher words = rule.words().matcher(subject);
      if (rule.kind() == kind && words.find()) {
        boolean part =
            rule.field().startsWith("revenue") && isPartOfRevenue(subject, words.start())
                || rule.field().endsWith("staff")
                    && isPartOfStaff(rule.field(), subject, words.start())
                || (kind == QuantityKind.MONEY || kind == QuantityKind.COUNT)
                    && !PER_AREA.equals(rule.field())
                    && PER.matcher(subject).find();
        return part ? Optional.empty() : Optional.of(rule.field());
      }
    }
    return Optional.empty();
  }

  /** 「残疾职工」, 「招收博士后研究人员」: some of the staff, not all. */
  private static boolean isPartOfStaff(String field, String subject, int at) {
    return SOME_STAFF.matcher(subject).find()
        || "staff".equals(field) && !WHOLE_STAFF.matcher(subject.substring(0, at)).find();
  }

  private static boolean isPartOfRevenue(String subject, int at) {
    return !WHOLE_REVENUE.matcher(subject.substring(0, at)).find();
  }

  private static List<Rule> load() {
    List<Rule> rules = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                SubjectLexicon.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t");
          rules.add(new Rule(cells[0], QuantityKind.valueOf(cells[1]), Pattern.compile(cells[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rules);
  }
}
