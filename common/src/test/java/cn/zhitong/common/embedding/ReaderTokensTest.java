package cn.zhitong.common.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReaderTokensTest {
  private static ReaderTokens tokens;

  @BeforeAll
  static void load() {
    tokens = ReaderTokens.load();
  }

  @AfterAll
  static void close() {
    tokens.close();
  }

  @Test
  void pair_shortText_holdsAllOfItBehindQuestionAndTitle() {
    ReaderTokens.Pair pair = tokens.pair("补多少", new ReaderPassage("甲市办法", "总则", "每户补贴五万元。"));
    // [CLS] 3 [SEP] 4 + 2 [SEP] | 8 [SEP]
    assertThat(pair.textFrom()).isEqualTo(12);
    assertThat(pair.ids()).hasSize(21);
    assertThat(pair.start()).isZero();
    assertThat(pair.end()).isEqualTo(8);
  }

  @Test
  void pair_longText_readsTheSentencesOnTheQuestionsMatter() {
    String other = "本条规定适用于全市范围内依法登记注册的各类经营主体，另有规定的从其规定。".repeat(8);
    String answer = "油烟净化设备每季度至少清洗一次。";
    ReaderTokens.Pair pair = tokens.pair("油烟净化器多久洗一次", ReaderPassage.of(other + answer + other));
    assertThat(pair.start()).isLessThanOrEqualTo(other.length());
    assertThat(pair.end()).isGreaterThanOrEqualTo(other.length() + answer.length());
    assertThat(pair.ids().length - pair.textFrom()).isLessThanOrEqualTo(ReaderTokens.SEGMENT);
  }

  @Test
  void pair_endlessQuestionAndTitle_staysWithinTheModelsTokens() {
    String endless = "无标点的长句".repeat(200);
    ReaderTokens.Pair pair = tokens.pair(endless, new ReaderPassage(endless, endless, endless));
    assertThat(pair.textFrom()).isLessThanOrEqualTo(ReaderTokens.SEGMENT);
    assertThat(pair.ids().length).isLessThanOrEqualTo(2 * ReaderTokens.SEGMENT);
  }

  @Test
  void pair_emptyText_isThePairOfTheQuestionAlone() {
    assertThat(tokens.pair("有什么补贴", ReaderPassage.of("")).end()).isZero();
  }
}
