package cn.zhitong.assistant.demo;

import cn.zhitong.ingest.read.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo's content as it lies in the program. */
public final class DemoFiles {
  private static final String FOLDER = "demo/";

  private DemoFiles() {}

  static InputStream open(String name) throws IOException {
    InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IOException("missing resource " + FOLDER + name);
    }
    return in;
  }

  /** A file as text, in UTF-8. */
  public static String text(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Its lines, but for blank ones. */
  public static List<String> lines(String name) throws IOException {
    return text(name).lines().filter(line -> !line.isBlank()).toList();
  }

  /** Policies by their names, copied into a folder. */
  public static List<SourceFile> policies(List<String> names, Path folder) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (String name : names) {
      // Numbered, since the file system may not take Chinese names; the name goes along apart.
      Path copy = folder.resolve(files.size() + name.substring(name.lastIndexOf('.')));
      try (InputStream in = open("policies/" + name)) {
        Files.copy(in, copy);
      }
      files.add(new SourceFile(name, name, copy));
    }
    return files;
  }
}
