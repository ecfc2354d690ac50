package cn.zhitong.assistant.triage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppealMattersTest {

  @Test
  void matters_setApartByTheWriter_areSplit() {
    assertThat(AppealMatters.of("我公司有两个问题：1、厂区门口的路灯坏了两个月没人修。2、请问高新技术企业认定什么时候申报？"))
        .containsExactly("厂区门口的路灯坏了两个月没人修。", "请问高新技术企业认定什么时候申报？");
    assertThat(AppealMatters.of("一、园区公交末班车太早，职工下班没有车。二、园区幼儿园学位不够，希望扩建。三、变压器容量不足经常跳闸。")).hasSize(3);
    assertThat(AppealMatters.of("我们小区停水三天了，请尽快恢复供水。另外，想咨询公司注销需要哪些材料？"))
        .containsExactly("我们小区停水三天了，请尽快恢复供水。", "另外，想咨询公司注销需要哪些材料？");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "请问办理营业执照需要什么材料？1.身份证 2.租房合同 3.章程，这些够吗",
        "厂区门口的路灯坏了两个月没人修，请尽快处理。",
        "另外，想咨询公司注销需要哪些材料？",
        "2.5万元的补贴一直没到账，第1批企业都收到了。",
        "",
      })
  void matter_alone_staysWhole(String text) {
    assertThat(AppealMatters.of(text)).isEmpty();
  }
}
