package cn.zhitong.assistant.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Appeals of four matters, each around its own axis. */
class BackgroundModelTest {
  private static final int DIMENSIONS = 8;

  private final Random random = new Random(2);

  private List<float[]> appeals(int... counts) {
    List<float[]> vectors = new ArrayList<>();
    for (int matter = 0; matter < counts.length; matter++) {
      for (int i = 0; i < counts[matter]; i++) {
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
          vector[d] = (float) random.nextGaussian() * .1f + (d == matter ? 1 : 0);
        }
        vectors.add(vector);
      }
    }
    return vectors;
  }

  private static BackgroundModel.Expectation among(BackgroundModel usual, List<float[]> vectors) {
    return usual.among(
        vectors.stream()
            .map(vector -> new TopicDocument("", List.of(), List.of(), vector))
            .toList());
  }

  private static int[] numbers(int first, int count) {
    return IntStream.range(first, first + count).toArray();
  }

  @Test
  void excess_ofWhatStayedAndDoubled_isNoneAndHalf() {
    BackgroundModel usual = BackgroundModel.of(appeals(100, 100, 100, 100));
    BackgroundModel.Expectation expectation = among(usual, appeals(200, 100, 100, 0));
    assertThat(expectation.excess(numbers(0, 200))).isCloseTo(.5, within(.15));
    assertThat(expectation.excess(numbers(200, 100))).isLessThan(.25);
  }

  @Test
  void excess_ofAMatterNeverSeen_isAll() {
    BackgroundModel usual = BackgroundModel.of(appeals(100, 100));
    BackgroundModel.Expectation expectation = among(usual, appeals(100, 100, 30));
    assertThat(expectation.excess(numbers(200, 30))).isGreaterThan(.9);
  }

  @Test
  void place_unknown_isReckonedAMixtureOfThoseKnown() {
    BackgroundModel usual =
        BackgroundTraining.train(List.of(appeals(300, 0, 100), appeals(0, 300, 100)));
    BackgroundModel.Expectation first = among(usual, appeals(300, 0, 100));
    assertThat(first.excess(numbers(0, 300))).isLessThan(.35);
    BackgroundModel.Expectation other = among(usual, appeals(100, 300, 100));
    assertThat(other.excess(numbers(100, 300))).isLessThan(.35);
  }

  @Test
  void excess_whereNothingIsKnown_isAll() {
    List<float[]> vectors = appeals(20);
    assertThat(among(BackgroundModel.nothing(), vectors).excess(numbers(0, 20))).isEqualTo(1);
    assertThat(among(BackgroundModel.forModel("another model"), vectors).excess(numbers(0, 20)))
        .isEqualTo(1);
  }

  @Test
  void shippedBackground_read_isForTheShippedModel() {
    assertThat(BackgroundModel.forModel("bge-small-zh-v1.5/fp32").isNothing()).isFalse();
    assertThat(BackgroundModel.forModel("another model").isNothing()).isTrue();
  }

  @Test
  void background_written_canBeRead() throws IOException {
    List<float[]> before = appeals(50, 100, 80);
    BackgroundModel usual =
        BackgroundTraining.train(List.of(before.subList(0, 120), before.subList(120, 230)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    usual.write("model", out);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
    assertThat(in.readUTF()).isEqualTo("model");
    BackgroundModel read = BackgroundModel.read(in);
    List<float[]> now = appeals(50, 150, 0, 20);
    for (int[] group : List.of(numbers(0, 50), numbers(50, 150), numbers(200, 20))) {
      assertThat(among(read, now).excess(group))
          .isCloseTo(among(usual, now).excess(group), within(.02));
    }
  }
}
