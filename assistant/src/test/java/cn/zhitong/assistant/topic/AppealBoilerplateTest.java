package cn.zhitong.assistant.topic;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.topic.AppealBoilerplate.TitledText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppealBoilerplateTest {
  private static final String FRAME =
      "本公司成立于%d年，是本地的规模以上工业企业，长期合法经营照章纳税，今年订单不足成本上升压力很大，但仍坚持不裁员不欠薪，"
          + "现将困难报告如下：%s。以上报告如无不当请予支持，恳请有关部门深入企业调研解决。";

  /** One for each of as many appeals as are tried; none has a clause of another's. */
  private static final List<String> MATTERS =
      List.of(
          "厂门前的桥限重以后原料车进不来必须绕行高速增加运费也耽误交货时间客户已经提出索赔要求",
          "工业用水管网老化经常爆管停水一停就是整天锅炉被迫熄火重新点火耗费大量燃料请尽快更换管道",
          "新买的地块红线与图纸不符多次申请复测没有结果银行因此不肯放款项目停在原地已有半年时间",
          "夏季错峰轮到白天停产工人只能夜班招工更难上级曾经答应照顾连续工艺的企业却迟迟没有文件",
          "出口货物在港口被查验三回每回滞箱费用都由企业承担明明单证齐全希望能够提高查验效率",
          "环评批复要求的监测点位找不到有资质的单位来装省内只有两家排期到明年春天眼看就要超期",
          "宿舍离厂区十里没有公交夜里下班的女工只能拼车希望公交公司延长末班或者加开一趟定制班车",
          "我们的专利被邻县作坊仿冒举报以后只罚了款没有查封设备现在他们换了名字继续生产销售",
          "锅炉改成燃气以后气价连涨补贴只发了头一年后面的说要等财政安排预算不知道还有没有");

  @Test
  void frame_ofAppealsOnSeveralMatters_isTakenOut() {
    List<TitledText> appeals = framed();
    List<TitledText> own = AppealBoilerplate.without(appeals);
    for (int i = 0; i < appeals.size(); i++) {
      assertThat(own.get(i).text()).contains(MATTERS.get(i)).doesNotContain("不裁员", "深入企业");
      assertThat(own.get(i).title()).as("names no matter").isEmpty();
    }
  }

  @Test
  void template_ofOneMatter_stays() {
    List<TitledText> appeals =
        IntStream.range(0, 12)
            .mapToObj(i -> new TitledText("桥梁限重", FRAME.formatted(1990 + i, MATTERS.get(0))))
            .toList();
    assertThat(AppealBoilerplate.without(appeals)).isEqualTo(appeals);
  }

  /** What people happen to say alike is short. */
  @Test
  void phrases_thatManyUse_stay() {
    List<TitledText> appeals =
        MATTERS.stream()
            .map(matter -> new TitledText("求助", "您好，" + matter + "，请有关部门尽快处理，谢谢领导。"))
            .toList();
    assertThat(AppealBoilerplate.without(appeals)).isEqualTo(appeals);
  }

  @Test
  void title_thatNamesTheMatter_stays() {
    List<TitledText> appeals = new ArrayList<>(framed());
    for (int i = 0; i < 10; i++) {
      appeals.add(new TitledText("桥梁限重绕行", FRAME.formatted(1980 + i, MATTERS.get(0))));
    }
    List<TitledText> own = AppealBoilerplate.without(appeals);
    assertThat(own.subList(MATTERS.size(), own.size()))
        .allMatch(one -> one.title().equals("桥梁限重绕行"))
        .allMatch(one -> one.text().contains(MATTERS.get(0)))
        .allMatch(one -> !one.text().contains("不裁员"));
  }

  private static List<TitledText> framed() {
    return IntStream.range(0, MATTERS.size())
        .mapToObj(i -> new TitledText("困难报告", FRAME.formatted(2000 + i, MATTERS.get(i))))
        .toList();
  }
}
