package cn.zhitong.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import org.junit.jupiter.api.Test;

/** Exports name what the API gives as codes. */
class ExportNamesTest {
  @Test
  void codes_thatPagesName_haveTheirNames() {
    assertThat(ExportNames.channel("hotline")).isEqualTo("热线");
    assertThat(ExportNames.model("day-one-1")).isEqualTo("首日（未训练）");
    assertThat(ExportNames.region("350100", Gazetteer.standard())).isEqualTo("福州市");
  }

  @Test
  void codes_thatNobodyNamed_stay() {
    assertThat(ExportNames.channel("kiosk")).isEqualTo("kiosk");
    assertThat(ExportNames.region("999999", Gazetteer.standard())).isEqualTo("999999");
    assertThat(ExportNames.region(null, Gazetteer.standard())).isNull();
  }
}
