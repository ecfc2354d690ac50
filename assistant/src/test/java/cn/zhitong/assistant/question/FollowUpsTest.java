package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a library: what the words of a question alone decide. */
class FollowUpsTest {
  private final FollowUps followUps = new FollowUps(Gazetteer.standard());

  private String complete(String question, String before) {
    return followUps.complete(
        question, List.of(new Turn(before, "…", List.of())), TopicEvidence.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"怎么申请", "什么时候申报", "那补贴多少？", "需要哪些材料", "费率呢", "最高多少钱", "它的期限是多久", "骗取的怎么处理"})
  void complete_onlyGenericWords_carriesTheTopic(String question) {
    assertThat(complete(question, "冷链车购置补贴的条件是什么")).startsWith("冷链车购置补贴");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "办卫生许可证要几天",
        "冷链车奖励多少",
        "质押贷款贴息比例是多少",
        "《数据条例》第三条",
        "首版次奖多少",
        "另外，质押贷款贴息多少",
        "那质押贷款贴息呢",
        "云主机补贴比例",
        "好的"
      })
  void complete_subjectOfItsOwn_standsAlone(String question) {
    assertThat(complete(question, "厂房租金补贴的条件是什么")).isEqualTo(question);
  }

  @ParameterizedTest
  @CsvSource({
    "福州市见习补贴每月多少,厦门市呢,厦门市见习补贴每月多少",
    "福州市见习补贴每月多少,那厦门市的呢,厦门市见习补贴每月多少",
    "咨询类来件几天答复,诉求类的呢,诉求类来件几天答复",
    "首次认定奖励多少,重新认定的呢,重新认定奖励多少",
    "冷链车购置补贴有什么条件,怎么申请,冷链车购置补贴怎么申请",
    "企业招用残疾人有什么补贴,怎么申请,企业招用残疾人补贴怎么申请",
    "福州市见习补贴每月多少,如果是外省来的学生呢,福州市见习补贴每月多少，如果是外省来的学生",
  })
  void complete_ellipsis_asksTheSameOfAnother(String before, String question, String standalone) {
    assertThat(complete(question, before)).isEqualTo(standalone);
  }

  @Test
  void complete_pointsToATurnBeforeTheLast_standsAlone() {
    List<Turn> turns =
        List.of(new Turn("冷链车购置补贴有什么条件", "", List.of()), new Turn("首版次软件奖多少", "", List.of()));
    assertThat(followUps.complete("刚才说的冷链车，要什么材料", turns, TopicEvidence.none()))
        .isEqualTo("冷链车，要什么材料");
  }

  @Test
  void carried_saysToo_hasTheSubjectOfTheLast() {
    Turn last = new Turn("境外展会补助多少", "", List.of(PolicyId.create()));
    assertThat(followUps.carried("国内的展览也算吗", List.of(last), TopicEvidence.none()))
        .hasValue("境外展会补助国内的展览也算吗");
    assertThat(followUps.carried("宠物医院怎么办证", List.of(last), TopicEvidence.none())).isEmpty();
  }

  @Test
  void complete_firstQuestion_isItself() {
    assertThat(followUps.complete("怎么申请", List.of(), TopicEvidence.none())).isEqualTo("怎么申请");
  }
}
