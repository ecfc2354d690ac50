package cn.zhitong.assistant.triage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccusationsTest {
  private static final List<String> NAMES =
      List.of("明州市税务局", "明州市住房和城乡建设局", "明州市教育局", "明州市城市管理局", "东湖区", "南桥街道");

  @ParameterizedTest
  @CsvSource({
    "投诉明州市税务局窗口人员, 明州市税务局",
    "举报市税务局：税务局干部收钱办事, 明州市税务局",
    "税务局工作人员态度恶劣，业务不熟, 明州市税务局",
    "城市管理局多次推诿，互相扯皮, 明州市城市管理局",
    "住房和城乡建设局接到反映后，一直不作为, 明州市住房和城乡建设局",
    "东湖区多次推诿，至今没有答复, 东湖区",
    "南桥街道执法队不作为, 南桥街道",
  })
  void office_complainedOf_isFound(String text, String name) {
    assertThat(Accusations.in(text, NAMES)).containsOnlyKeys(name);
    assertThat(text).contains(Accusations.in(text, NAMES).get(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "向明州市税务局投诉某公司不开发票",
        "投诉到城市管理局，楼下烧烤店油烟扰民",
        "请教育局管管这所学校，乱收费太严重",
        "投诉税务局旁边的工地夜间施工",
        "请问税务局几点上班？",
        "建议教育局督促学校，老师态度恶劣",
        "东湖区锦绣家园物业不作为",
        "东湖区供电所推诿，迟迟不来",
        "举报人：东湖区一居民，反映楼道堆物",
      })
  void office_onlyNamed_isNotAccused(String text) {
    assertThat(Accusations.in(text, NAMES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "西湖区教育局不作为, 西湖区教育局",
    "明州市西湖区教育局不作为, 西湖区教育局",
    "教育局不作为, 教育局;西湖区教育局;东湖区教育局",
    "明州市教育局不作为, 教育局",
    "公安局东湖分局不作为, 东湖分局",
    "公安局推诿到派出所, 公安局",
    "城市管理局不作为, 城市管理局",
    "市场监督管理局不作为, 市场监督管理局",
  })
  void office_ofAnotherPlaceOrAbove_isNotAccused(String text, String accused) {
    List<String> names =
        List.of("教育局", "西湖区教育局", "东湖区教育局", "公安局", "东湖分局", "明州市税务局", "城市管理局", "市场监督管理局");
    assertThat(Accusations.in(text, names)).containsOnlyKeys(accused.split(";"));
  }

  @Test
  void village_ofAPlace_isNotThePlace() {
    assertThat(Accusations.in("举报东湖区南桥镇私自占地", NAMES)).isEmpty();
  }
}
