package cn.zhitong.assistant.triage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.common.json.StandardJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reading an owner's history, and what is said of it before anything is learnt. */
class HistoryTest {

  private static History csv(String text, String columns) throws IOException {
    return HistoryReader.table(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        HistoryColumns.of(columns));
  }

  private static History lines(String text, String columns) throws IOException {
    return HistoryReader.lines(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        HistoryColumns.of(columns),
        StandardJson.MAPPER);
  }

  @Test
  void columns_namedAsPlatformsDoOrGiven_areKnown() throws Exception {
    String known = "工单编号,标题,诉求内容,诉求类型,承办单位\n7,停电,东城停电,投诉,供电公司\n";
    HistoryRow row = csv(known, null).rows().get(0);
    assertThat(row.id()).isEqualTo("7");
    assertThat(row.appeal().text()).isEqualTo("东城停电");
    assertThat(row.category()).isEqualTo(Category.DEMAND);
    assertThat(row.department()).isEqualTo("供电公司");
    HistoryRow given = csv("what,who\n停电了,供电公司\n", "text=what, department=who").rows().get(0);
    assertThat(given.id()).isEqualTo("#2");
    assertThat(given.department()).isEqualTo("供电公司");
    assertThat(lines("{\"话\":\"停电了\"}\n", "text=话").rows().get(0).appeal().text()).isEqualTo("停电了");
  }

  @Test
  void table_withoutWhatIsNeeded_isAClearError() {
    assertThatThrownBy(() -> csv("a,b\n1,2\n", null))
        .hasMessageContaining("title=标题")
        .hasMessageContaining("a、b");
    assertThatThrownBy(() -> csv("标题\n停电\n", "text=内容")).hasMessageContaining("“内容”");
    assertThatThrownBy(() -> HistoryColumns.of("标题=title")).hasMessageContaining("columns");
  }

  @Test
  void table_withNeitherCategoryNorDepartment_isRefusedBeforeAnythingIsLearnt() {
    assertThatThrownBy(() -> csv("标题,内容,来电时间\n停电,东城停电,2025-9-1\n", null))
        .hasMessageContaining("类别（category）")
        .hasMessageContaining("承办部门（department）")
        .hasMessageContaining("来电时间");
  }

  @Test
  void badRows_inATable_areCountedAndDescribed() throws Exception {
    History history = lines("{\"title\":\"停电\"}\nnot json\n{\"title\":\" \"}\n", null);
    assertThat(history.rows()).hasSize(1);
    assertThat(history.badCount()).isEqualTo(2);
    assertThat(history.empty()).isEqualTo(1);
    assertThat(history.bad()).extracting(History.Bad::line).containsExactly(2, 3);
  }

  @Test
  void report_ofAHistory_findsWhatWouldSpoilALearning() throws Exception {
    History.Builder rows = new History.Builder();
    String appeal = "开发区滨海路十七号楼下的烧烤店每天营业到凌晨三点，油烟和喧哗让整栋楼的住户都无法休息";
    rows.add(1, "a", "烧烤店扰民", appeal, "投诉", "城管局");
    rows.add(2, "b", "烧烤店扰民", appeal + "。", "投诉", "城管局");
    rows.add(3, "c", "烧烤店扰民了", appeal + "，请管管", "咨询", "环保局");
    for (int i = 0; i < 12; i++) {
      rows.add(
          4 + i, "d" + i, "咨询：第" + i + "项补贴", "第" + i * 37 + "号项目怎么办理，联系13800138000", "咨询", "财政局");
    }
    rows.add(16, "e", "", " ", "", "");
    DataReport report = DataReport.of(rows.build(), Set.of("财政局"));
    assertThat(report.rows()).isEqualTo(15);
    assertThat(report.empty()).isEqualTo(1);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.nearDuplicates()).isGreaterThanOrEqualTo(3);
    assertThat(report.departmentDisagreement().differing()).isGreaterThanOrEqualTo(2);
    assertThat(report.departmentDisagreement().exampleIds().get(0)).contains("a", "c");
    assertThat(report.rareLabels()).containsOnly(entry("城管局", 2), entry("环保局", 1));
    assertThat(report.leaks()).extracting(DataReport.Leak::word).contains("咨询");
    assertThat(report.personalData()).containsOnly(entry("mobile", 12));
    assertThat(report.hubRows()).isEqualTo(12);
  }
}
