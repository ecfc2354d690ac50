package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.read.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The files of an upload; what came packed is unpacked into a folder that goes away with it. The
 * bounds are those of all archives together.
 */
final class ZipUpload implements AutoCloseable {
  /** More files than a person looks through the results of. */
  private static final int MOST_FILES = 500;

  /** Of all files together; each is bound by the size of one upload too. */
  private static final long MOST_BYTES = 500L << 20;

  private final Path folder;
  private final List<SourceFile> files = new ArrayList<>();
  private int unpacked;
  private long bytes;

  private ZipUpload(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws Problem when an archive cannot be unpacked, or holds too much
   */
  static ZipUpload of(List<FileUpload> uploaded) {
    try {
      ZipUpload upload = new ZipUpload(Files.createTempDirectory("zhitong-zip"));
      try {
        for (FileUpload file : uploaded) {
          upload.add(file.fileName().replace('\\', '/'), file.uploadedFile());
        }
        return upload;
      } catch (IOException | RuntimeException e) {
        upload.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Problem.UnreadableFile("压缩包打不开，可能已损坏或设有密码；请重新打包成 zip 再上传。", Map.of());
    }
  }

  /** In the order in which they came, those of an archive in the order of their names. */
  List<SourceFile> files() {
    return List.copyOf(files);
  }

  private void add(String name, Path file) throws IOException {
    if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      unpack(file);
    } else {
      files.add(source(name, file));
    }
  }

  private static SourceFile source(String name, Path file) {
    return new SourceFile(name, name.substring(name.lastIndexOf('/') + 1), file);
  }

  private void unpack(Path packed) throws IOException {
    try (ZipFile zip = open(packed)) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && isFile(entry.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.isEmpty()) {
        throw new Problem.UnreadableFile("压缩包里没有文件，请检查后重新打包。", Map.of());
      }
      unpacked += entries.size();
      if (unpacked > MOST_FILES) {
        throw new Problem.TooLarge("压缩包里有 " + unpacked + " 份文件，一次最多 " + MOST_FILES + " 份，请分批上传。");
      }
      for (ZipEntry entry : entries) {
        String name = entry.getName().replace('\\', '/');
        Path file = folder.resolve(files.size() + ".bin");
        try (InputStream in = zip.getInputStream(entry)) {
          copy(in, file, name);
        }
        files.add(source(name, file));
      }
    }
  }

  /** The sizes that an archive states are not to be trusted. */
  private void copy(InputStream in, Path file, String name) throws IOException {
    byte[] buffer = new byte[64 << 10];
    long own = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        own += n;
        bytes += n;
        if (own > Upload.MAX_BYTES || bytes > MOST_BYTES) {
          throw new Problem.TooLarge("压缩包里的“" + name + "”太大：单份不超过 50 MB，合计不超过 500 MB，请分批上传。");
        }
        out.write(buffer, 0, n);
      }
    }
  }

  /** Windows packs Chinese names in GBK unless it says otherwise. */
  private static ZipFile open(Path packed) throws IOException {
    try {
      ZipFile zip = new ZipFile(packed.toFile(), StandardCharsets.UTF_8);
      boolean sound = zip.stream().noneMatch(entry -> entry.getName().indexOf('\uFFFD') >= 0);
      if (sound) {
        return zip;
      }
      zip.close();
    } catch (ZipException | IllegalArgumentException e) {
      return new ZipFile(packed.toFile(), Charset.forName("GB18030"));
    }
    return new ZipFile(packed.toFile(), Charset.forName("GB18030"));
  }

  private static boolean isFile(String name) {
    String base = name.substring(name.lastIndexOf('/') + 1);
    return !name.startsWith("__MACOSX/")
        && !base.startsWith(".")
        && !base.startsWith("~$")
        && !base.equalsIgnoreCase("Thumbs.db");
  }

  @Override
  public void close() {
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot remove the unpacked upload", e);
    }
  }
}
