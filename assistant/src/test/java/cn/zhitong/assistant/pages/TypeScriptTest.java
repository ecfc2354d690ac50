package cn.zhitong.assistant.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The pages' TypeScript: its types, and its logic by the tests in {@code src/test/web}. Compiler
 * and runner come from Maven (see the profile {@code typescript}); nothing is asked of the network.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TypeScriptTest {
  private static final Path FOLDER = Path.of("target", "typescript");
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static TypeScriptTools tools;

  @BeforeAll
  static void unpack() throws IOException {
    boolean there = Files.isDirectory(FOLDER.resolve("jars"));
    if (!there) {
      assertThat(Boolean.getBoolean("zhitong.ci")).as("the compiler is needed in CI").isFalse();
      assumeTrue(false, "built with -Dquick, which leaves the TypeScript compiler out");
    }
    tools = TypeScriptTools.in(FOLDER);
  }

  @Test
  void sources_compiled_haveNoTypeErrors() {
    Said said =
        run(
            List.of(
                "run",
                "-A",
                // Its script is CommonJS and has no package.json of type commonjs.
                "--unstable-detect-cjs",
                tools.compiler().toString(),
                "--pretty",
                "false",
                "-p",
                "tsconfig.json"));
    assertThat(said.text()).isBlank();
    assertThat(said.status()).isZero();
  }

  /** One test of ours for each of theirs, so that they are counted and named. */
  @TestFactory
  Stream<DynamicTest> logic_ofThePages_passesItsOwnTests() throws Exception {
    Path report = FOLDER.resolve("junit.xml").toAbsolutePath();
    Files.deleteIfExists(report);
    Said said =
        run(
            List.of(
                "test",
                "-A",
                "--no-check",
                "--no-remote",
                "--unstable-sloppy-imports",
                "--import-map=" + tools.importMap(),
                "--junit-path=" + report,
                "src/test/web"));
    assertThat(report).as(said.text()).exists();
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    assertThat(cases.getLength()).as(said.text()).isPositive();
    return IntStream.range(0, cases.getLength()).mapToObj(i -> test((Element) cases.item(i)));
  }

  private static DynamicTest test(Element told) {
    NodeList failures = told.getElementsByTagName("failure");
    return DynamicTest.dynamicTest(
        told.getAttribute("name"),
        () -> {
          if (failures.getLength() > 0) {
            fail(failures.item(0).getTextContent());
          }
        });
  }

  private record Said(int status, String text) {}

  private static Said run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(tools.deno().toString()));
    command.addAll(arguments);
    File out = FOLDER.resolve("said.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out);
    builder.environment().put("DENO_DIR", FOLDER.resolve("cache").toAbsolutePath().toString());
    builder.environment().put("DENO_NO_UPDATE_CHECK", "1");
    builder.environment().put("NO_COLOR", "1");
    try {
      Process process = builder.start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("no end after " + LIMIT + ": " + command);
      }
      return new Said(process.exitValue(), Files.readString(out.toPath(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
