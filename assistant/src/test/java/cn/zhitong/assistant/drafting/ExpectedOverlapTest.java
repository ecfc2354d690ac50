package cn.zhitong.assistant.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedOverlapTest {

  @Test
  void gain_ofAText_isTheShareOfPairsThatItHas() {
    assertThat(of("请登录平台").gain("请登录平台")).isEqualTo(1, within(1e-9));
    assertThat(of("请登录平台").gain("请登录")).isEqualTo(.5, within(1e-9));
    assertThat(of("请登录平台").gain("不予受理")).isZero();
  }

  @Test
  void gain_ofWhatWasWritten_isNothing() {
    ExpectedOverlap expectation = of("请登录平台，再提交申请材料");
    expectation.write("请登录平台");
    assertThat(expectation.gain("请登录平台")).isZero();
    assertThat(expectation.gain("，再提交申请材料")).isEqualTo(8 / 12.0, within(1e-9));
  }

  /** Ten characters allow twelve: what stands behind them does not count. */
  @Test
  void gain_beyondTheRepliesLength_isNothing() {
    ExpectedOverlap expectation = of("请登录平台提交申请书");
    expectation.write("关于您来信所问的事情经");
    assertThat(expectation.gain("请登录平台提交申请书")).isZero();
  }

  @Test
  void gain_ofLikelierReplies_isMore() {
    ExpectedOverlap expectation =
        new ExpectedOverlap(List.of("请登录平台", "不予受理"), new double[] {3, 1});
    assertThat(expectation.gain("请登录平台")).isEqualTo(.75, within(1e-9));
    assertThat(expectation.gain("不予受理")).isEqualTo(.25, within(1e-9));
  }

  /** A proposal's frame is for the office; its words are the reply's. */
  @Test
  void gain_ofAProposalsFrame_isNothing() {
    assertThat(of("请登录平台").gain("【请核实：请登录平台】")).isEqualTo(1, within(1e-9));
  }

  private static ExpectedOverlap of(String reply) {
    return new ExpectedOverlap(List.of(reply), new double[] {1});
  }
}
