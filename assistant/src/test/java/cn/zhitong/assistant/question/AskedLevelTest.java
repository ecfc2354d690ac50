package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.TestHits;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedLevelTest {
  @ParameterizedTest
  @CsvSource({
    "出国参展省里给报多少, 清江市商务局, true",
    "出国参展省里给报多少, 东陵省商务厅, false",
    "市里还给配套吗, 东陵省商务厅, true",
    "市里还给配套吗, 清江市商务局, false",
    "县里有租金补贴吗, 清江市商务局, true",
    "园区里找谁盖章, 清江市商务局, false",
    "厂区里的食堂能单卖吗, 东陵省自然资源厅, false",
    "省里和市里的能一起拿吗, 清江市商务局, false",
    "全省上下都这么办吗, 清江市商务局, false",
    "市上市公司有奖吗, 东陵省财政厅, false",
    "省里给报多少, 商务部, false",
    "参展给报多少, 清江市商务局, false"
  })
  void rule_ofAnotherLevel_isNotWhatIsAskedFor(String question, String issuer, boolean other) {
    assertThat(AskedLevel.of(question).filter(level -> level.isOther(of(issuer))).isPresent())
        .isEqualTo(other);
  }

  private static Hit of(String issuer) {
    String title = issuer + "关于参展补助的通知";
    return TestHits.of(new PolicyId(new UUID(0, 2)), title, issuer, "补助");
  }
}
