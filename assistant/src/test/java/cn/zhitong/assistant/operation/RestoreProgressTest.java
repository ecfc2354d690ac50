package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreProgressTest {
  private static final String BACKUP = "of one day";

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void name() {
    folder = parent.resolve("data.restore");
  }

  @Test
  void begin_afterOneThatBrokeOff_clearsWhatItLeft() throws IOException {
    breakOff(false);

    try (RestoreProgress again = RestoreProgress.begin(folder, "of another day")) {
      assertThat(again.databaseFilled()).isFalse();
      assertThat(folder.resolve("half")).doesNotExist();
    }
  }

  @Test
  void begin_databaseFilled_goesOnWithTheSameBackupAlone() throws IOException {
    breakOff(true);

    assertThatThrownBy(() -> RestoreProgress.begin(folder, "of another day"))
        .hasMessageContaining("另一份备份（of one day）");
    assertThat(folder.resolve("half")).exists();
    try (RestoreProgress again = RestoreProgress.begin(folder, BACKUP)) {
      assertThat(again.databaseFilled()).isTrue();
      assertThat(folder.resolve("half")).doesNotExist();
    }
  }

  @Test
  void begin_whileAnotherIsAtIt_isRefused() throws IOException {
    try (RestoreProgress first = RestoreProgress.begin(folder, BACKUP)) {
      assertThatThrownBy(() -> RestoreProgress.begin(folder, BACKUP))
          .hasMessageStartingWith("另一个 restore 正在恢复到");
      assertThat(first.databaseFilled()).isFalse();
    }
  }

  @Test
  void begin_folderOfSomethingElse_leavesIt() throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("mine"), "text");

    assertThatThrownBy(() -> RestoreProgress.begin(folder, BACKUP))
        .hasMessageContaining("不是恢复留下的目录");
    assertThat(folder.resolve("mine")).hasContent("text");
  }

  private void breakOff(boolean filled) throws IOException {
    try (RestoreProgress first = RestoreProgress.begin(folder, BACKUP)) {
      Files.writeString(folder.resolve("half"), "text");
      if (filled) {
        first.databaseIsFilled();
      }
    }
  }
}
