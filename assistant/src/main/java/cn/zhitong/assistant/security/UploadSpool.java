package cn.zhitong.assistant.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where files of strangers are kept while they come, for nobody else on the machine to read. What a
 * crash left there is taken out at the next start: it belongs to nothing.
 */
@ApplicationScoped
class UploadSpool {
  private static final String NAME = "uploads";

  private final Path folder;

  UploadSpool(@ConfigProperty(name = "zhitong.data-folder") Optional<Path> dataFolder) {
    this.folder = made(dataFolder);
  }

  Path folder() {
    return folder;
  }

  private static Path made(Optional<Path> dataFolder) {
    try {
      if (dataFolder.isEmpty()) {
        Path made = Files.createTempDirectory("zhitong-" + NAME + "-");
        made.toFile().deleteOnExit();
        return made;
      }
      Path own = dataFolder.get().resolve(NAME);
      if (Files.isDirectory(own)) {
        empty(own);
        return own;
      }
      return Files.createDirectory(
          own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
