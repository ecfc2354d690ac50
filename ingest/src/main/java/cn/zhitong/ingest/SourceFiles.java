package cn.zhitong.ingest;

import cn.zhitong.ingest.read.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files under given paths, with the identity that each has by where it lies. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * Every regular file, in order of their names; hidden files and folders are left out. A file's
   * externalId is its path relative to the given folder, {@code /}-separated, or its name where the
   * file itself was given.
   *
   * @throws IOException when a path does not exist or a folder cannot be listed
   */
  public static List<SourceFile> under(List<Path> paths) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(in(path));
      } else {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        files.add(new SourceFile(name, name, path.toRealPath()));
      }
    }
    return files;
  }

  private static List<SourceFile> in(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> Files.isRegularFile(path) && !isHidden(folder.relativize(path)))
          .sorted()
          .map(
              path ->
                  new SourceFile(
                      externalId(folder.relativize(path)), path.getFileName().toString(), path))
          .toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static String externalId(Path relative) {
    List<String> parts = new ArrayList<>();
    relative.forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }
}
