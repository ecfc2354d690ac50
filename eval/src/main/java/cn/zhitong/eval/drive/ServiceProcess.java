package cn.zhitong.eval.drive;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service of its own process, from the built jar, that can be killed. */
public final class ServiceProcess implements AutoCloseable {
  /** A first start makes a database cluster; a machine with much else to do takes minutes. */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private final String name;
  private final Path data;
  private final Process process;
  private final String url;
  private final String token;
  private final AtomicInteger served = new AtomicInteger();
  private volatile boolean dead;

  private ServiceProcess(String name, Path data, Process process, String url, String token) {
    this.name = name;
    this.data = data;
    this.process = process;
    this.url = url;
    this.token = token;
  }

  /**
   * @param home the checkout, with its built jar
   * @param data the node's data folder; made where there is none
   * @param environment what the node gets beside what we have, e.g. {@code ZHITONG_DB_URL}
   * @param arguments of {@code serve}, beside folder and port
   */
  public static ServiceProcess start(
      String name, Path home, Path data, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Files.createDirectories(data.getParent());
    Path log = data.resolveSibling(data.getFileName() + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dzhitong.home=" + home,
                "-jar",
                jar(home).toString(),
                "--data",
                data.toString(),
                "--port",
                "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // It never touches the database that an operator configured.
    builder.environment().keySet().removeIf(key -> key.startsWith("ZHITONG_DB_"));
    builder.environment().putAll(environment);
    Path ready = data.resolve("serve.json");
    Files.deleteIfExists(ready);
    Process process = builder.start();
    long giveUp = System.nanoTime() + START_LIMIT.toNanos();
    while (!Files.exists(ready)) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        end(process);
        throw new IOException("节点 " + name + " 没有启动，日志末尾：\n" + tail(log));
      }
      Thread.sleep(200);
    }
    JsonNode announced = StandardJson.MAPPER.readTree(ready.toFile());
    return new ServiceProcess(
        name,
        data,
        process,
        announced.path("url").asText(),
        Files.readString(data.resolve("token")).strip());
  }

  /** The jar that the build leaves. */
  public static Path jar(Path home) {
    return home.resolve("assistant/target/quarkus-app/quarkus-run.jar");
  }

  public String name() {
    return name;
  }

  public String url() {
    return url;
  }

  public String token() {
    return token;
  }

  /** What it has written to its log so far. */
  public String log() throws IOException {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /** Whether it was killed. */
  public boolean dead() {
    return dead;
  }

  /** Notes that it has answered a request. */
  public void countServed() {
    served.incrementAndGet();
  }

  /** How many requests it has answered, as those who sent them noted. */
  public int served() {
    return served.get();
  }

  /** kill -9: nothing of it gets to say goodbye. */
  public void kill() throws InterruptedException {
    dead = true;
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    end(process);
  }

  /** Asked first, so that it stops its database too. */
  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String tail(Path log) throws IOException {
    String text = Files.exists(log) ? Files.readString(log) : "";
    return text.substring(Math.max(0, text.length() - 3000));
  }
}
