package cn.zhitong.assistant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Data sets that may lie beside the repository: their licences keep them out of it. */
public final class MeasureData {
  private MeasureData() {}

  /**
   * A file of {@code ZHITONG_MEASURE_DATA}, or of {@code shared/data} beside a folder that this one
   * is in; empty where there is none, as everywhere but at its authors'.
   */
  public static Optional<Path> file(String name) {
    String folder = System.getenv("ZHITONG_MEASURE_DATA");
    if (folder != null) {
      return Optional.of(Path.of(folder, name)).filter(Files::isReadable);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(name);
      if (Files.isReadable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
