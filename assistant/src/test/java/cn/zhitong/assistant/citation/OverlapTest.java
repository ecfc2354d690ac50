package cn.zhitong.assistant.citation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.outline.Sentences;
import cn.zhitong.ingest.outline.Sentences.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the least overlap rests on: sentences of one policy held against passages of others. */
class OverlapTest {
  /** The least share of wording that {@link Verifier} asks for. */
  private static final double LEAST = .45;

  private static final int PASSAGE = 4;

  @Test
  void sentences_ofOtherPolicies_fallBelowButForSetPhrases() throws Exception {
    List<List<String>> policies = policies();
    Random random = new Random(7);
    List<Double> unrelated = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      for (String sentence : policies.get(i)) {
        for (int draw = 0; draw < 10; draw++) {
          List<String> other =
              policies.get((i + 1 + random.nextInt(policies.size() - 1)) % policies.size());
          int from = random.nextInt(Math.max(1, other.size() - PASSAGE));
          String passage =
              String.join("", other.subList(from, Math.min(other.size(), from + PASSAGE)));
          if (!passage.contains(sentence)) {
            unrelated.add(Verifier.overlap(sentence, passage));
          }
        }
      }
    }
    unrelated.sort(null);
    long above = unrelated.stream().filter(share -> share >= LEAST).count();
    assertThat(unrelated).hasSizeGreaterThan(1000);
    assertThat((double) above / unrelated.size())
        .as(
            "median %.2f, 95%% %.2f, 99%% %.2f, most %.2f of %d",
            at(unrelated, .5),
            at(unrelated, .95),
            at(unrelated, .99),
            at(unrelated, 1),
            unrelated.size())
        .isLessThan(.07);
    assertThat(at(unrelated, .5)).isLessThan(.2);
  }

  @Test
  void sentences_thatAreRight_areAbove() throws Exception {
    double least =
        VerifierTest.sentences()
            .filter(row -> row.get()[0].equals("OK"))
            .mapToDouble(
                row -> Verifier.overlap((String) row.get()[1], names((String) row.get()[2])))
            .min()
            .orElseThrow();
    assertThat(least).isGreaterThanOrEqualTo(LEAST);
  }

  private static String names(String quote) {
    return quote + "\n云泽省支持中小企业高质量发展若干措施\n云政办〔2025〕12号\n云泽省人民政府办公厅\n";
  }

  private static double at(List<Double> sorted, double quantile) {
    return sorted.get((int) Math.round(quantile * (sorted.size() - 1)));
  }

  private static List<List<String>> policies() throws Exception {
    Path folder = Path.of(OverlapTest.class.getResource("/demo/policies").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().matches(".*\\.(txt|md)"))
          .sorted()
          .map(OverlapTest::sentences)
          .toList();
    }
  }

  private static List<String> sentences(Path file) {
    try {
      String text = Files.readString(file);
      return Sentences.of(text, 0, text.length()).stream()
          .map((Span span) -> text.substring(span.start(), span.end()).strip())
          .filter(sentence -> sentence.length() >= 12)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
