package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.retrieval.LibraryVocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingCorrectorTest {
  private static final LibraryVocabulary LIBRARY =
      vocabulary(
          "返还", "稳岗", "广告费", "网吧", "比例", "奖励", "补贴", "申报", "租金", "厂房", "高新技术企业", "材料", "监管", "网上",
          "得人", "十一", "作出");

  private final SpellingCorrector corrector = new SpellingCorrector(() -> LIBRARY);

  @ParameterizedTest
  @CsvSource({
    "稳岗反还比利是多少, 稳岗返还比例是多少",
    "稳岗返环比例是多少, 稳岗返还比例是多少",
    "广高费能扣多少, 广告费能扣多少",
    "网巴离学校多远, 网吧离学校多远",
    "厂房租斤补贴怎么申抱, 厂房租金补贴怎么申报"
  })
  void corrected_characterThatSoundsLikeTheRightOne_isPutRight(String typed, String meant) {
    assertThat(corrector.corrected(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "厂房租金补贴多少钱",
    "上ERP和MES能报销吗",
    "张三开的小公司能拿奖励吗",
    "枫林镇的厂房",
    "自家厂房往上加两层",
    "陪着耽误干活，政府能帮着出点吗",
    "那个文件管到哪一年",
    "供电所的人说要自己掏钱",
    "都是一样的东西",
    "How much is the subsidy for exporters",
    "HR SaaS"
  })
  void corrected_whatIsNoSlip_staysAsItIs(String typed) {
    assertThat(corrector.corrected(typed)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource({
    "gaoqi jiangli duoshao, 高企奖励多少",
    "gaoqijiangliduoshao, 高企奖励多少",
    "changfang zujin butie zenme shenqing, 厂房租金补贴怎么申请"
  })
  void corrected_pinyin_isWrittenInCharacters(String typed, String meant) {
    assertThat(corrector.corrected(typed)).isEqualTo(meant);
  }

  @Test
  void corrected_withoutALibrary_changesNothing() {
    assertThat(new SpellingCorrector(() -> LibraryVocabulary.EMPTY).corrected("网巴"))
        .isEqualTo("网巴");
  }

  private static LibraryVocabulary vocabulary(String... words) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> pairs = new HashSet<>();
    for (String word : List.of(words)) {
      counts.put(word, 3);
      for (int i = 0; i + 2 <= word.length(); i++) {
        pairs.add(word.substring(i, i + 2));
      }
    }
    return new LibraryVocabulary(counts, pairs);
  }
}
