package cn.zhitong.assistant.matching.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Strength;
import cn.zhitong.common.region.Gazetteer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses of each linguistic kind and the trees they mean ({@code extraction-cases.txt}). */
class ConditionExtractionTest {
  private static final String REGION = "330108";
  private final ItemExtractor extractor = new ItemExtractor(Gazetteer.standard());

  static Stream<Arguments> cases() throws IOException {
    try (InputStream in =
        ConditionExtractionTest.class.getResourceAsStream("/matching/extraction-cases.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      List<Arguments> cases = new ArrayList<>();
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        cases.add(Arguments.of(lines.get(i), lines.get(i + 1).strip()));
      }
      return cases.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void clause_ofAKind_becomesItsTree(String text, String tree) {
    List<ItemDraft> items = extract("设备更新项目补助", text);
    String found =
        items.stream().map(item -> written(item.conditions())).collect(Collectors.joining(" || "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(tree);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void quotes_ofEveryLeaf_areVerbatim(String text, String tree) {
    for (ItemDraft item : extract("设备更新项目补助", text)) {
      for (ConditionLeaf leaf : ConditionLeaves.of(item.conditions())) {
        if (leaf.mode() != LeafMode.IMPLIED) {
          assertThat(text.substring(leaf.start(), leaf.end())).isEqualTo(leaf.quote());
        }
      }
    }
  }

  @Test
  void labels_onLinesOfTheirOwn_areKindsBesideEachOther() {
    String text = "经营规模要求：\n水稻：面积300亩以上；\n蔬菜：面积40亩以上。";
    assertThat(written(extract("种植补助", text).get(0).conditions()))
        .isEqualTo(
            "all(region in_region 330108 ~implied; any(all(~judgement 水稻; custom:面积 >= 300 亩);"
                + " all(~judgement 蔬菜; custom:面积 >= 40 亩)))");
  }

  @Test
  void quote_inATextWithBlanksAndLines_keepsThem() {
    String text = "申报条件：\n1. 在 本市 注册 的企业；\n2. 注册资本 500 万元以上。";
    ItemDraft item = extract("补助申报", text).get(0);
    assertThat(ConditionLeaves.of(item.conditions()))
        .extracting(ConditionLeaf::quote)
        .containsExactly("在 本市 注册", "注册资本 500 万元以上");
  }

  @ParameterizedTest
  @ValueSource(strings = {"关于某办法的解读", "某奖励资金拟支持企业名单公示", "软件登记的好处", "商标转让流程", "补贴申报常见问题"})
  void article_byItsTitle_hasNoItem(String title) {
    assertThat(extractUnsigned(title, "企业可以获得10万元补助。申请人应在本市注册。")).isEmpty();
  }

  @Test
  void cityByOneCharacter_ofItsIssuer_isItsPlace() {
    PolicyDraft policy = new PolicyDraft("开办补助", "在连注册的企业。研发人员10人以上。", "大连市某局", "210200");
    assertThat(written(extractor.extract(policy).get(0).conditions()))
        .isEqualTo("all(region in_region 210200; rd_staff >= 10)");
  }

  @Test
  void measures_underOneHeadingOfConditions_areItemsOfTheirOwn() {
    String text =
        """
        一、支持对象
        在本区注册的企业、高校和科研机构等。
        二、申报条件
        1．支持试验平台建设。
        （1）场地500平方米以上。
        （2）管理制度健全。
        2．支持技术人员培训
        （1）年培训200人次以上。
        三、支持标准
        1．支持试验平台建设。给予不超过100万元支持。
        2．支持技术人员培训。
        （1）年培训500人次以上的，给予10万元奖励。
        （2）年培训200人次以上的，给予4万元奖励。
        """;
    assertThat(extract("平台与人才补助", text)).extracting(ItemDraft::amount).doesNotContainNull();
    assertThat(extract("平台与人才补助", text))
        .extracting(item -> written(item.conditions()))
        .containsExactly(
            "all(region in_region 330108; custom:场地 >= 500 平方米; ~judgement 管理制度健全)",
            "all(region in_region 330108; custom:年培训 >= 200; any(custom:年培训 >= 500; custom:年培训 >= 200))");
  }

  @Test
  void notice_withSections_readsConditionsAmountMaterialsAndWindow() {
    String text =
        """
        关于组织申报数字化补助的通知
        各有关企业：
        根据有关规定，现将申报事项通知如下。
        一、申报条件
        （一）在本区注册的独立法人企业；
        （二）项目投资额不低于30万元。
        二、支持标准
        按项目投资额的20%给予补助，最高不超过50万元。
        三、申报材料
        1.申请表；
        2.营业执照复印件。
        四、申报时间
        2025年3月1日至2025年4月30日。
        """;
    ItemDraft item = extract("关于组织申报数字化补助的通知", text).get(0);
    assertThat(written(item.conditions()))
        .isEqualTo(
            "all(region in_region 330108; legal_person = true; project_investment >= 30 万元)");
    assertThat(item.amount()).contains("最高不超过50万元");
    assertThat(item.materials()).containsExactly("申请表", "营业执照复印件");
    assertThat(item.window().from()).isEqualTo("2025-03-01");
    assertThat(item.window().to()).isEqualTo("2025-04-30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"首次申报的企业不受注册年限限制。", "申报企业应符合下列条件：（一）成立两年以上；（二）职工不少于20人。其中，小微企业不受第（五）项限制。"})
  void waiver_ofNoConditionFound_isADoubt(String text) {
    String all = "企业应在本市注册。" + text;
    assertThat(extract("补助申报", all).get(0).doubts())
        .anyMatch(doubt -> doubt.startsWith("没有找到这句话放宽的是哪一项条件"));
  }

  @Test
  void waiver_besideItsCondition_isNoDoubt() {
    String text = "企业成立满两年。整体迁入的企业不受成立年限限制。";
    assertThat(extract("补助申报", text).get(0).doubts())
        .noneMatch(doubt -> doubt.startsWith("没有找到这句话放宽的是哪一项条件"));
  }

  @Test
  void measures_withGrantsOfTheirOwn_areItemsOfTheirOwn() {
    String text =
        """
        一、支持扩大产能
        企业设备投资额达到500万元以上的，按照投资额的10%给予补助，最高200万元。
        二、支持开拓市场
        上年度出口额100万美元以上的企业，按照展位费的50%给予补助，最高10万元。
        """;
    List<ItemDraft> items = extract("关于支持工业发展的若干措施", text);
    assertThat(items).hasSize(2);
    assertThat(items)
        .extracting(item -> written(item.conditions()))
        .containsExactly(
            "all(region in_region 330108 ~implied; equipment_investment >= 500 万元)",
            "all(region in_region 330108 ~implied; export_value >= 100 万美元 last_year)");
  }

  private List<ItemDraft> extract(String title, String text) {
    return extractor.extract(new PolicyDraft(title, text, "杭州市滨江区某局", REGION));
  }

  private List<ItemDraft> extractUnsigned(String title, String text) {
    return extractor.extract(new PolicyDraft(title, text, null, REGION));
  }

  private static String written(Condition node) {
    if (node instanceof ConditionGroup group) {
      String n = group.atLeast() == null ? "" : ":" + group.atLeast();
      return group.children().stream()
          .map(ConditionExtractionTest::written)
          .collect(Collectors.joining("; ", group.type().code() + n + "(", ")"));
    }
    ConditionLeaf leaf = (ConditionLeaf) node;
    String strength = leaf.strength() == Strength.HARD ? null : "!" + leaf.strength().code();
    if (leaf.op() == null) {
      return joined("~" + leaf.mode().code(), leaf.quote(), strength);
    }
    return joined(
        leaf.field(),
        leaf.op().code(),
        leaf.values().stream().map(FactValue::text).collect(Collectors.joining(",")),
        leaf.unit(),
        leaf.period() == null ? null : leaf.period().code(),
        strength,
        leaf.mode() == LeafMode.IMPLIED ? "~implied" : null);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" "));
  }
}
