package cn.zhitong.assistant.matching.tag;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagMentionTest {
  private static final ObjectMapper JSON = StandardJson.MAPPER;

  /** Short names of leaves, for the tables below. */
  private static final Map<String, String> LEAVES =
      Map.of(
          "high", "{'field':'qualification','op':'has','value':'高新技术企业','quote':'高企'}",
          "either", "{'field':'qualification','op':'has','value':['高新技术企业','科技型中小企业']}",
          "small", "{'field':'scale','op':'in','value':['小型','微型']}",
          "micro", "{'field':'scale','op':'=','value':'微型'}",
          "rich", "{'field':'revenue','op':'>=','value':2000,'unit':'万元','period':'last_year'}",
          "richer", "{'field':'revenue','op':'>=','value':3000,'unit':'万元','period':'last_year'}",
          "ever", "{'field':'revenue','op':'>=','value':2000.0,'unit':'万元'}",
          "asked", "{'field':'qualification','mode':'evidence','what':'高新技术企业证书'}");

  /** {@code all(high,small)} and the like. */
  private static Condition tree(String written) throws JsonProcessingException {
    return ConditionCodec.read(JSON.readTree(json(written).replace('\'', '"')));
  }

  private static String json(String written) {
    int open = written.indexOf('(');
    if (open < 0) {
      return LEAVES.get(written);
    }
    StringBuilder children = new StringBuilder();
    int depth = 0;
    int from = open + 1;
    for (int i = open + 1; i < written.length(); i++) {
      char c = written.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0 || depth == 0 && c == ',') {
        children.append(children.isEmpty() ? "" : ",").append(json(written.substring(from, i)));
        from = i + 1;
      }
    }
    return "{'type':'" + written.substring(0, open) + "','children':[" + children + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "high                       | high               | true",
        "all(rich,high)             | high               | true",
        "all(rich,any(high,small))  | high               | true",
        "all(rich,either)           | high               | true",
        "all(rich,high)             | either             | false",
        "all(rich,small)            | micro              | true",
        "all(rich,micro)            | small              | false",
        "all(rich,none(high))       | high               | false",
        "all(none(high),small)      | none(high)         | true",
        "all(rich)                  | richer             | false",
        "all(rich)                  | ever               | false",
        "all(ever)                  | ever               | true",
        "all(high,all(small,rich))  | all(high,rich)     | true",
        "all(high,any(small,rich))  | all(high,rich)     | false",
        "any(high,small,rich)       | any(high,small)    | true",
        "all(high,small)            | any(high,small)    | false",
        "all(rich,high)             | all(high)          | true",
        "all(asked,rich)            | high               | false",
      })
  void isIn_conditions_whereTheyAskForTheSame(String conditions, String tag, boolean named)
      throws JsonProcessingException {
    assertThat(TagMention.isIn(tree(conditions), tree(tag))).isEqualTo(named);
  }
}
