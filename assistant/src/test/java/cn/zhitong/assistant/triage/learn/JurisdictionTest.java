package cn.zhitong.assistant.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTest {

  @ParameterizedTest
  @CsvSource({
    "东湖区市场监督管理局, 东湖区, 市场监督管理局",
    "清河县人民政府, 清河县, 人民政府",
    "清河县, 清河县, 人民政府",
    "东湖区和平街道办事处, 东湖区, 街道",
    "和平街道市场监督管理所, '', 街道市场监督管理所",
    "滨海新区管理委员会, 滨海新区, 管理委员会",
    "教育局, '', 教育局",
    "城市管理行政执法局, '', 城市管理行政执法局",
    "市政管理处, '', 市政管理处",
  })
  void names_ofOffices_areTakenApart(String name, String area, String function) {
    assertThat(Jurisdiction.area(name)).isEqualTo(area);
    assertThat(Jurisdiction.function(name)).isEqualTo(function);
  }

  @Test
  void area_ofAnOffice_isTrustedAsFarAsTheHistoryBearsItOut() {
    List<String> labels = List.of("东湖区教育局", "江城市公积金中心", "供热办");
    List<AppealDocument> documents = new ArrayList<>();
    int[] labelOf = new int[60];
    for (int i = 0; i < 60; i++) {
      // Everybody names the city, whoever owns the matter.
      labelOf[i] = i % 3;
      String text = i % 3 == 0 ? "江城东湖的学校" : "江城的事情";
      documents.add(new AppealDocument("", text, List.of(), new float[] {1}));
    }
    Jurisdiction jurisdiction =
        new Jurisdiction(labels, Jurisdiction.trust(documents, labelOf, labels));
    float[][] evidence = new float[3][ClassFeatures.Kind.values().length];
    jurisdiction.look(documents.get(0), evidence);
    assertThat(evidence[0][ClassFeatures.Kind.AREA_NAMED.ordinal()]).isGreaterThan(.9f);
    assertThat(evidence[1][ClassFeatures.Kind.AREA_NAMED.ordinal()]).isBetween(.2f, .5f);
    assertThat(evidence[1][ClassFeatures.Kind.OTHER_AREA_NAMED.ordinal()]).isGreaterThan(.9f);
  }
}
