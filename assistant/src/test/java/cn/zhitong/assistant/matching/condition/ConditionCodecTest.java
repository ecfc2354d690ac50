package cn.zhitong.assistant.matching.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCodecTest {
  private final ObjectMapper json = StandardJson.MAPPER;

  @Test
  void tree_writtenAndRead_isTheSame() throws Exception {
    String tree =
        """
        {"type":"all","children":[
          {"type":"at_least","n":2,"children":[
            {"type":"leaf","field":"revenue","op":"between","value":[1,2.5],"unit":"万元",
             "period":"avg_n_years:2","quote":"例","start":0,"end":1,"strength":"hard","mode":"data"},
            {"type":"leaf","field":"custom:前景","quote":"例","strength":"principle",
             "mode":"judgement","what":"前景好"}]},
          {"type":"none","children":[
            {"type":"leaf","field":"dishonesty","op":"=","value":true,"quote":"例",
             "strength":"hard","mode":"data"}]}]}
        """;
    Condition read = ConditionCodec.read(json.readTree(tree));
    assertThat(json.readTree(ConditionCodec.write(read).toString())).isEqualTo(json.readTree(tree));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{\"type\":\"some\",\"children\":[]}",
        "{\"type\":\"all\"}",
        "{\"type\":\"at_least\",\"children\":[]}",
        "{\"type\":\"leaf\",\"op\":\"=\",\"value\":1}",
        "{\"type\":\"leaf\",\"field\":\"staff\",\"op\":\"~\",\"value\":1}",
        "{\"type\":\"leaf\",\"field\":\"staff\",\"op\":\"=\"}",
        "{\"type\":\"leaf\",\"field\":\"staff\",\"op\":\"between\",\"value\":[1]}",
        "{\"type\":\"leaf\",\"field\":\"staff\",\"op\":\">=\",\"value\":\"多\"}",
        "{\"type\":\"leaf\",\"field\":\"staff\",\"op\":\">=\",\"value\":1,\"period\":\"soon\"}"
      })
  void tree_againstTheContract_isRefused(String tree) {
    assertThatThrownBy(() -> ConditionCodec.read(json.readTree(tree)))
        .isInstanceOf(InvalidCondition.class);
  }
}
