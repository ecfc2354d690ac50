package cn.zhitong.assistant.triage.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.triage.history.HistoryRow;
import org.junit.jupiter.api.Test;

class TrainerTest {

  @Test
  void title_withAMaskedNumber_isCutBehindIt() {
    String before = "我公司租用的厂房漏水两个月了物业一直没有人来修请尽快联系我电话";
    assertThat(before).hasSizeBetween(30, 39);
    HistoryRow row =
        new HistoryRow("1", new AppealText(before + "13812345678", "", null, null), null, "", "");
    assertThat(Trainer.title(row).title()).hasSize(40).startsWith(before + "138**");
  }
}
