package cn.zhitong.common.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reader that ships; loading it takes a second or two. */
@Timeout(60)
class AnswerReaderTest {
  private static final ReaderPassage FEE =
      new ReaderPassage("云泽省路灯管理办法", "费用", "第九条 因建设需要迁移路灯的，迁移费用由申请人承担，按照实际工程量结算。");
  private static final ReaderPassage WEATHER =
      new ReaderPassage("云泽省气象灾害防御条例", "预警", "第三条 台风预警信号由气象台站统一发布，其他单位和个人不得发布。");

  private static AnswerReader reader;

  @BeforeAll
  static void load() {
    reader = AnswerReader.load();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  @Test
  void read_answerBesideAnotherMatter_isTheMoreLikely() {
    List<AnswerReader.Reading> readings = reader.read("挪路灯的钱谁出", List.of(FEE, WEATHER));
    assertThat(readings.get(0).probability()).isGreaterThan(readings.get(1).probability());
  }

  @Test
  void read_manyPassages_givesEachTheSameAsAlone() {
    List<ReaderPassage> passages = new ArrayList<>();
    for (int i = 0; i < AnswerReader.MAX_WINDOWS + 2; i++) {
      passages.add(i % 2 == 0 ? FEE : WEATHER);
    }
    List<AnswerReader.Reading> together = reader.read("挪路灯的钱谁出", passages);
    float alone = reader.read("挪路灯的钱谁出", List.of(FEE)).get(0).probability();
    assertThat(together).hasSize(passages.size());
    assertThat(together.get(6).probability()).isCloseTo(alone, within(1e-3f));
  }

  @Test
  void read_shortAndLongPassages_givesEachTheSameAsAlone() {
    ReaderPassage longer = new ReaderPassage("", "", FEE.text().repeat(4));
    ReaderPassage shorter = ReaderPassage.of("费用由申请人承担。");
    List<ReaderPassage> passages = List.of(longer, shorter, WEATHER, longer, shorter, shorter);
    List<AnswerReader.Reading> together = reader.read("挪路灯的钱谁出", passages);
    for (int i = 0; i < passages.size(); i++) {
      AnswerReader.Reading alone = reader.read("挪路灯的钱谁出", List.of(passages.get(i))).get(0);
      assertThat(together.get(i).probability()).isCloseTo(alone.probability(), within(1e-3f));
      assertThat(together.get(i).end()).isEqualTo(alone.end());
    }
  }

  @Test
  void cut_lengths_isWhereLeastIsFilledUpAndWorthARun() {
    assertThat(AnswerReader.cut(new int[] {})).isZero();
    assertThat(AnswerReader.cut(new int[] {90})).isZero();
    assertThat(AnswerReader.cut(new int[] {96, 98, 100, 100})).as("hardly anything saved").isZero();
    assertThat(AnswerReader.cut(new int[] {20, 22, 30, 100, 110})).isEqualTo(3);
    assertThat(AnswerReader.cut(new int[] {20, 100, 100, 100, 100, 100})).isEqualTo(1);
  }

  @Test
  void score_noPassages_isEmpty() {
    assertThat(reader.score("挪路灯的钱谁出", List.of())).isEmpty();
  }

  @Test
  void header_ofTheShippedReader_namesItsData() {
    assertThat(reader.header()).contains("\"what\":\"reader\"").contains("writer-a.jsonl");
  }
}
