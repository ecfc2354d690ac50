package cn.zhitong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.DutyRole;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.Responsibility;
import cn.zhitong.ingest.read.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of the tests' own, with what real ones do: covering notices, brackets, spread-out keys. */
class PolicyParserTest {
  private static final String NOTICE =
      """
      索 引 号：AB00001-0101-2031-00012
      发布机构：湖南省人民政府办公厅
      生成日期：2031-03-04

      湖南省人民政府办公厅关于印发
      《支持小店经济发展若干措施》的通知
      湘政办〔２０３１〕 12 号

      各市州人民政府，省直有关单位：
      《支持小店经济发展若干措施》已经同意，现印发给你们。

      湖南省人民政府办公厅
      二〇三一年三月一日

      支持小店经济发展若干措施

      为支持小店发展，制定如下措施。
      一、降低成本
      （一）减免摊位费。对新开小店减免一年摊位费。（责任单位：省商务厅、财政厅，各市州人民政府）
      （二）发放贴息。按照《小店条例》（三十二）的要求给予贴息。（省财政厅牵头，省商务厅、人社厅配合）
      二、优化服务
      （三）一窗办理。开设小店专窗，三个工作日办结。
      本措施自2031年4月1日起施行，有效期5年。《小店扶持办法》（湘政办〔2026〕3号）同时废止。
      """;

  private final PolicyParser parser = new PolicyParser();

  @Test
  void coveringNotice_beforeAText_isRecognised() {
    PolicyMetadata metadata = parse("notice.txt", NOTICE).metadata();
    assertThat(metadata.title()).isEqualTo("湖南省人民政府办公厅关于印发《支持小店经济发展若干措施》的通知");
    assertThat(metadata.attachedTitle()).isEqualTo("支持小店经济发展若干措施");
    assertThat(metadata.documentNumber()).isEqualTo("湘政办〔2031〕12号");
    assertThat(metadata.indexNumber()).isEqualTo("AB00001-0101-2031-00012");
    assertThat(metadata.issuer()).isEqualTo("湖南省人民政府办公厅");
    assertThat(metadata.region()).isEqualTo("430000");
    assertThat(metadata.kind()).isEqualTo(PolicyKind.POLICY);
    assertThat(metadata.issuedOn()).isEqualTo(LocalDate.of(2031, 3, 1));
    assertThat(metadata.generatedOn()).isEqualTo(LocalDate.of(2031, 3, 4));
    assertThat(metadata.effectiveFrom()).isEqualTo(LocalDate.of(2031, 4, 1));
    assertThat(metadata.effectiveTo()).isEqualTo(LocalDate.of(2036, 3, 31));
    assertThat(metadata.supersedes())
        .containsExactly(new PolicyMetadata.Superseded("小店扶持办法", "湘政办〔2026〕3号", null));
  }

  @Test
  void outline_acrossParents_leavesQuotedClauses() {
    ParsedPolicy policy = parse("notice.txt", NOTICE);
    assertThat(paths(policy)).containsExactly("一", "一、(一)", "一、(二)", "二", "二、(三)");
    assertThat(clause(policy, "一、(一)").heading()).isEqualTo("减免摊位费");
    assertThat(duties(policy, "一、(一)")).containsExactly("责任单位 省商务厅", "责任单位 省财政厅", "责任单位 各市州人民政府");
    assertThat(duties(policy, "一、(二)")).containsExactly("牵头 省财政厅", "配合 省商务厅", "配合 省人社厅");
  }

  @Test
  void passages_ofAPolicy_coverTheTextVerbatim() {
    ParsedPolicy policy = parse("notice.txt", NOTICE);
    int covered = 0;
    for (Passage passage : policy.passages()) {
      assertThat(policy.text().substring(passage.start(), passage.end())).isEqualTo(passage.text());
      covered += passage.text().replaceAll("\\s", "").length();
    }
    assertThat(covered).isEqualTo(policy.text().replaceAll("\\s", "").length());
  }

  @Test
  void longText_withoutOutline_isCutAtSentenceEnds() {
    ParsedPolicy policy = parse("long.txt", "小店可以按季度申请补贴，材料一次提交。".repeat(80));
    assertThat(policy.passages()).hasSizeGreaterThan(3);
    assertThat(policy.passages())
        .allSatisfy(p -> assertThat(p.text()).hasSizeBetween(200, 400).endsWith("。"));
    assertThat(policy.passages()).extracting(Passage::path).containsOnlyNulls();
  }

  @Test
  void law_parsed_isOutlinedByChapterAndArticle() {
    String law =
        """
        小店条例

        2030年5月6日 中华人民共和国国务院令第901号公布

        第一章 总则
        第一条 为了支持小店，制定本条例。
        第二章 经营
        第二条 小店应当：
        （一）亮照经营；
        （二）明码标价。
        第三条 违反第二条规定的，责令改正。
        第四条 本条例自2030年7月1日起施行。
        """;
    ParsedPolicy policy = parse("小店条例(2033-08-09).md", law);
    assertThat(paths(policy))
        .containsExactly(
            "第一章", "第一章、第一条", "第二章", "第二章、第二条", "第二章、第二条、(一)", "第二章、第二条、(二)", "第二章、第三条", "第二章、第四条");
    assertThat(policy.metadata().documentNumber()).isEqualTo("国务院令第901号");
    assertThat(policy.metadata().issuer()).isEqualTo("国务院");
    assertThat(policy.metadata().issuedOn()).isEqualTo(LocalDate.of(2033, 8, 9));
    assertThat(policy.metadata().effectiveFrom()).isEqualTo(LocalDate.of(2033, 8, 9));
  }

  @Test
  void metadata_thatCannotBeKnown_isLeftEmpty() {
    String reply =
        "尊敬的王某某代表：\n您提出的“关于改善夜市照明的建议”收悉。现答复如下：\n我市夜市由各区管理，青岛市正在更换灯具，青岛市南区已完成。\n2031年2月3日";
    PolicyMetadata metadata = parse("r.txt", reply).metadata();
    assertThat(metadata.kind()).isEqualTo(PolicyKind.REPLY);
    assertThat(metadata.about()).isEqualTo("关于改善夜市照明的建议");
    assertThat(metadata.region()).isEqualTo("370200");
    assertThat(metadata.issuedOn()).isEqualTo(LocalDate.of(2031, 2, 3));
    assertThat(metadata.title()).isNull();
    assertThat(metadata.issuer()).isNull();
    assertThat(metadata.documentNumber()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "湘商〔2031〕7号,湘商〔2031〕7号",
    "湘商[2031]7号,湘商〔2031〕7号",
    "湘商【２０３１】７号,湘商〔2031〕7号",
    "（湘商（2031）第7号）,湘商〔2031〕7号",
    "湘 商 ［2031］ 7 号,湘商〔2031〕7号"
  })
  void documentNumber_inAnyForm_isNormalised(String printed, String normal) {
    String text = "湖南省商务厅关于开展小店评选的通知\n" + printed + "\n各市州商务局：\n按照国发〔2020〕1号文件，开展评选。";
    assertThat(parse("n.txt", text).metadata().documentNumber()).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "本办法自印发之日起施行。,2031-05-06,",
    "本办法自发布之日起30日后施行。,2031-06-05,",
    "本办法自2031年8月1日起施行，试行两年。,2031-08-01,2033-07-31",
    "本办法自印发之日起施行，有效期至2032年12月31日。,2031-05-06,2032-12-31",
    "评选每年举行。,,"
  })
  void validity_inAText_isRead(String sentence, LocalDate from, LocalDate to) {
    String text = "湖南省商务厅关于小店评选的办法\n小店评选按年举行。\n" + sentence + "\n湖南省商务厅\n2031年5月6日";
    PolicyMetadata metadata = parse("v.txt", text).metadata();
    assertThat(metadata.effectiveFrom()).isEqualTo(from);
    assertThat(metadata.effectiveTo()).isEqualTo(to);
  }

  @Test
  void metadata_given_wins() {
    PolicyMetadata given = PolicyMetadata.builder().issuer("长沙市商务局").build();
    ParsedPolicy policy =
        parser.parse(new SourceText("n", "n.txt", NOTICE, List.of(), null, given));
    assertThat(policy.metadata().issuer()).isEqualTo("长沙市商务局");
    assertThat(policy.sources())
        .anyMatch(s -> s.field().equals("issuer") && s.source().equals("given"));
  }

  private ParsedPolicy parse(String fileName, String text) {
    return parser.parse(new SourceText(fileName, fileName, text, List.of(), null, null));
  }

  private static List<String> paths(ParsedPolicy policy) {
    return policy.clauses().stream().map(Clause::path).filter(Objects::nonNull).toList();
  }

  private static Clause clause(ParsedPolicy policy, String path) {
    return policy.clauses().stream().filter(c -> path.equals(c.path())).findFirst().orElseThrow();
  }

  private static List<String> duties(ParsedPolicy policy, String path) {
    return clause(policy, path).responsibilities().stream().map(PolicyParserTest::shown).toList();
  }

  private static String shown(Responsibility duty) {
    return (duty.role() == DutyRole.RESPONSIBLE ? "责任单位" : duty.role().label())
        + " "
        + duty.department();
  }

  @Test
  void key_gluedToTheNumber_isNoPartOfIt() {
    String text =
        "索引号QY00100-0201-2025-00006\n发文字号青政办〔2025〕6号\n关于支持冷链物流企业发展的通知\n各乡镇人民政府：\n一、建设补助。新建冷库按照库容给予补助。\n";
    ParsedPolicy parsed =
        new PolicyParser()
            .parse(
                new SourceText(
                    "a.txt", "a.txt", text, List.of(), null, PolicyMetadata.builder().build()));
    assertThat(parsed.metadata().documentNumber()).isEqualTo("青政办〔2025〕6号");
  }
}
