package cn.zhitong.assistant.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantedAmountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20万元|0|200000",
        "每家5万元|7|50000",
        "一次性50万元|3|500000",
        "每人1200元|0|2400",
        "每人1200元，每家不超过20万元|1|3600",
        "每件1万元，每年不超过10件|7|90000",
        "费用的15%，最高120万元|0|40000",
        "每家每年不超过5万元|0|20000",
        "保险费的80%|0|10000",
        "保险费的80%|1|10137.25"
      })
  void amount_ofAnApplication_isTheItems(String words, int index, BigDecimal yuan) {
    assertThat(GrantedAmount.of(words, index)).isEqualByComparingTo(yuan);
  }

  @Test
  void amounts_ofTheDemo_areFromItemsThatGrantMoney() throws IOException {
    FilingPlan plan = FilingPlan.SMALL;
    for (String line : PlannedFilings.items(plan)) {
      JsonNode item = StandardJson.MAPPER.readTree(line).path("item");
      assertThat(item.path("kind").asText()).isEqualTo("奖补");
      for (int index = 0; index < plan.applications(); index++) {
        assertThat(GrantedAmount.of(item.path("amount").asText(), index))
            .isBetween(BigDecimal.valueOf(1_000), BigDecimal.valueOf(500_000));
      }
    }
  }
}
