package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {
  private static final IndexedPolicy POLICY =
      new IndexedPolicy(
          UUID.randomUUID(),
          "stamp",
          "用电补贴办法",
          null,
          null,
          null,
          "policy",
          LocalDate.of(2025, 1, 1),
          null,
          List.of());

  @TempDir Path folder;

  @Test
  void index_closedAndOpenedAgain_isKept() {
    fill();
    try (TextIndex index = new TextIndex(folder)) {
      assertThat(index.stamps()).containsEntry(POLICY.id(), "stamp");
    }
  }

  @Test
  void index_damaged_isMadeAnew() throws IOException {
    fill();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.writeString(file, "damaged");
      }
    }

    try (TextIndex index = new TextIndex(folder)) {
      assertThat(index.stamps()).isEmpty();
    }
    fill();
  }

  private void fill() {
    try (TextIndex index = new TextIndex(folder)) {
      index.put(POLICY);
      index.commit();
      index.refresh();
      assertThat(index.stamps()).hasSize(1);
    }
  }
}
