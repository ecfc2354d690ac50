package cn.zhitong.common.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartmentNamesTest {
  private final DepartmentNames names = DepartmentNames.standard();

  @ParameterizedTest
  @CsvSource({
    "省工信厅,省工业和信息化厅",
    "市工信局,市工业和信息化局",
    "市人社局,市人力资源和社会保障局",
    "省发改委,省发展和改革委员会",
    "省发展改革委,省发展和改革委员会",
    "厦门市发展改革委,厦门市发展和改革委员会",
    "市市场监管局,市市场监督管理局",
    "县住建局,县住房和城乡建设局",
    "区市监局,区市场监督管理局",
    "省委编办,省委机构编制委员会办公室",
    "市城管执法局,市城市管理局",
    "某某小组,某某小组"
  })
  void shortNames_ofDepartments_areBroughtToTheirFullForm(String printed, String full) {
    assertThat(names.canonical(printed)).isEqualTo(full);
  }

  @Test
  void departments_withTheirPrefix_areFound() {
    assertThat(names.find("请省工信厅会同大连市人社局、财政局研究"))
        .extracting(DepartmentMention::printed)
        .containsExactly("省工信厅", "大连市人社局", "财政局");
  }

  @Test
  void names_ofACatalogue_areTaken() {
    DepartmentNames more = names.with(Map.of("企服办", "企业服务办公室"));
    assertThat(more.canonical("市企服办")).isEqualTo("市企业服务办公室");
    assertThat(more.same("市企服办", "市企业服务办公室")).isTrue();
  }
}
