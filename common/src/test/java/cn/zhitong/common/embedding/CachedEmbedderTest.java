package cn.zhitong.common.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedEmbedderTest {
  @TempDir Path folder;
  private final Counting counting = new Counting();

  @Test
  void passage_acrossInstances_isComputedOnce() {
    List<String> texts = List.of("甲", "乙", "甲");
    List<float[]> first = new CachedEmbedder(counting, folder).embedPassages(texts);
    List<float[]> second = new CachedEmbedder(counting, folder).embedPassages(texts);
    assertThat(counting.passages).containsExactly("甲", "乙");
    assertThat(second).usingRecursiveComparison().isEqualTo(first);
    assertThat(first.get(0)).isEqualTo(counting.vector("甲"));
  }

  @Test
  void vectors_appendedByAnotherProcess_areShared() {
    CachedEmbedder mine = new CachedEmbedder(counting, folder);
    new CachedEmbedder(counting, folder).embedPassages(List.of("丙"));
    mine.embedPassages(List.of("丙", "丁"));
    assertThat(counting.passages).containsExactly("丙", "丁");
  }

  @Test
  void tornTail_ofTheFile_isWrittenOver() throws IOException {
    new CachedEmbedder(counting, folder).embedPassages(List.of("甲", "乙"));
    Path keys = file(".keys");
    try (FileChannel channel = FileChannel.open(keys, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(keys) - 7);
    }
    CachedEmbedder reopened = new CachedEmbedder(counting, folder);
    assertThat(reopened.embedPassages(List.of("甲", "乙", "丙")).get(1))
        .isEqualTo(counting.vector("乙"));
    assertThat(counting.passages).containsExactly("甲", "乙", "乙", "丙");
    counting.passages.clear();
    new CachedEmbedder(counting, folder).embedPassages(List.of("甲", "乙", "丙"));
    assertThat(counting.passages).isEmpty();
  }

  @Test
  void damagedVector_read_isComputedAgain() throws IOException {
    new CachedEmbedder(counting, folder).embedPassages(List.of("甲"));
    byte[] bytes = Files.readAllBytes(file(".vectors"));
    bytes[2] ^= 1;
    Files.write(file(".vectors"), bytes);
    List<float[]> again = new CachedEmbedder(counting, folder).embedPassages(List.of("甲"));
    assertThat(again.get(0)).isEqualTo(counting.vector("甲"));
  }

  @Test
  void generation_thatIsFull_givesWayToTheNext() throws IOException {
    VectorCache cache = new VectorCache(folder, "m", 4, 3);
    for (String text : List.of("甲", "乙", "丙", "丁")) {
      cache.put(java.util.Map.of(text, counting.vector(text)));
    }
    assertThat(cache.get(List.of("甲", "丁")))
        .usingRecursiveComparison()
        .isEqualTo(java.util.Arrays.asList(null, counting.vector("丁")));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void cache_withoutAWritableFolder_works() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    CachedEmbedder embedder = new CachedEmbedder(counting, notAFolder);
    assertThat(embedder.embedPassages(List.of("甲")).get(0)).isEqualTo(counting.vector("甲"));
  }

  @Test
  void questions_embedded_areKeptInMemoryOnly() throws IOException {
    CachedEmbedder embedder = new CachedEmbedder(counting, folder);
    embedder.embedQuery("问");
    float[] again = embedder.embedQuery("问");
    assertThat(counting.questions).isEqualTo(1);
    assertThat(again).isEqualTo(counting.vector("问"));
    assertThat(embedder.embedQuestion("问").emphasis()).isEqualTo(TermWeights.EVEN);
    assertThat(counting.questions).isEqualTo(1);
    assertThat(Files.size(file(".keys"))).isZero();
  }

  private Path file(String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static final class Counting implements Embedder {
    private final List<String> passages = new ArrayList<>();
    private int questions;

    @Override
    public String modelId() {
      return "counting/1";
    }

    @Override
    public int dimensions() {
      return 4;
    }

    @Override
    public List<float[]> embedPassages(List<String> texts) {
      passages.addAll(texts);
      return texts.stream().map(this::vector).toList();
    }

    @Override
    public float[] embedQuery(String question) {
      questions++;
      return vector(question);
    }

    float[] vector(String text) {
      return new float[] {text.hashCode(), text.length(), 1, 0.5f};
    }
  }
}
