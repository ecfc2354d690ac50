package cn.zhitong.bench.ingest;

import cn.zhitong.eval.ServiceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Texts recombined from the demo's sentences by a seeded generator: as many as wanted, the same on
 * every machine, and in the words of real policies.
 */
public final class SyntheticTexts {
  private static final int SHORTEST = 12;

  private final List<String> sentences;
  private final SplittableRandom random;

  private SyntheticTexts(List<String> sentences, long seed) {
    this.sentences = sentences;
    this.random = new SplittableRandom(seed);
  }

  /** From the demo's text files, which stand in the checkout that the launcher named. */
  public static SyntheticTexts ofDemo(long seed) throws IOException {
    Path home = ServiceOptions.home();
    for (Path root = home; root != null; root = root.getParent()) {
      Path demo = root.resolve("assistant/src/main/resources/demo/policies");
      if (Files.isDirectory(demo)) {
        return new SyntheticTexts(sentences(demo), seed);
      }
    }
    throw new IOException("no demo policies above " + home);
  }

  private static List<String> sentences(Path demo) throws IOException {
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(demo)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().matches(".*\\.(txt|md)")) {
          for (String part : Files.readString(file).split("(?<=[。；])|\\n")) {
            String sentence = part.replaceAll("\\s+|^[#*\\-]+", "");
            if (sentence.length() >= SHORTEST && sentence.endsWith("。")) {
              sentences.add(sentence);
            }
          }
        }
      }
    }
    return List.copyOf(sentences);
  }

  /** Whole sentences, cut to exactly this many characters. */
  public String text(int characters) {
    StringBuilder text = new StringBuilder();
    while (text.length() < characters) {
      text.append(sentences.get(random.nextInt(sentences.size())));
    }
    return text.substring(0, characters);
  }

  public List<String> texts(int count, int characters) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(characters));
    }
    return texts;
  }

  /**
   * A policy with title, number, clauses and an end.
   *
   * @param number makes title and document number its own
   * @param characters of the clauses together, about
   */
  public String policy(int number, int characters) {
    StringBuilder text = new StringBuilder();
    text.append("测试省人民政府关于第").append(number).append("号事项的若干措施\n\n");
    text.append("测政发〔2024〕").append(number).append("号\n\n");
    int clauses = Math.max(1, characters / 150);
    for (int i = 1; i <= clauses; i++) {
      text.append(i).append('、').append("事项").append(i).append("。");
      int end = text.length() + characters / clauses;
      while (text.length() < end) {
        text.append(sentences.get(random.nextInt(sentences.size())));
      }
      text.append("\n\n");
    }
    return text.append("本措施自2024年1月1日起施行。\n").toString();
  }
}
