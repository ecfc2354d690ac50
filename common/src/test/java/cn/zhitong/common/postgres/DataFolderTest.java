package cn.zhitong.common.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void folder_inUse_refusesASecondUser() {
    Path path = folder.resolve("data");
    try (DataFolder first = DataFolder.open(path)) {
      assertThatThrownBy(() -> DataFolder.open(path))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageContaining("正被另一个直通进程使用")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      assertThat(first.path()).isEqualTo(path);
    }
    DataFolder.open(path).close();
  }

  @Test
  void secret_askedForTwice_isMadeOnce() throws Exception {
    String secret;
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      secret = data.secret("token");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
          .isEqualTo("rwx------");
      assertThat(secret).matches("[0-9a-f]{64}");
      Path file = data.path().resolve("token");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      assertThat(data.secret("token")).isEqualTo(secret);
    }
  }

  @Test
  void folder_thatCannotBeUsed_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("--data");
  }
}
