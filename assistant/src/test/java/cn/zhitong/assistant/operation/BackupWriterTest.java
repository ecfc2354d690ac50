package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupWriterTest {
  @TempDir Path folder;

  /**
   * A service beside the backup removes files there at any time, so looking would fail at times.
   */
  @Test
  void addTree_folderThatIsNotWanted_isNotLookedInto() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("index/words"));
    Files.writeString(data.resolve("index/words/segment"), "derived");
    Files.createDirectories(data.resolve("heads"));
    Files.writeString(data.resolve("heads/2026-03-02"), "a head");
    Files.writeString(data.resolve("token"), "a token");
    List<String> asked = new ArrayList<>();
    BackupManifest manifest;
    try (BackupWriter writer =
        new BackupWriter(folder.resolve("a.tar.gz"), null, BackupCipher.AES)) {
      writer.addTree(
          data,
          BackupManifest.FOLDER,
          path -> {
            asked.add(path.toString());
            return !path.startsWith("index");
          });
      manifest = writer.finish("2026-03-02T01:00:00Z", "15.4");
    }
    assertThat(asked).containsExactly("heads", "heads/2026-03-02", "index", "token");
    assertThat(manifest.entries())
        .extracting(BackupManifest.Item::name)
        .containsExactly("folder/heads/2026-03-02", "folder/token");
  }
}
