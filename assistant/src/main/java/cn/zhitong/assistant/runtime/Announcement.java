package cn.zhitong.assistant.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says where the service is: to the operator on the terminal, to the other commands in {@code
 * serve.json} of the data folder.
 */
@ApplicationScoped
public class Announcement {
  /** {@code {url, pid}}; there while the service is ready. */
  public static final String FILE = "serve.json";

  private final HttpServer server;
  private final Instance<FirstPasswords> firstPasswords;
  private final ObjectMapper json;

  @ConfigProperty(name = "quarkus.http.host")
  String host;

  @ConfigProperty(name = "zhitong.data-folder")
  Optional<Path> dataFolder;

  Announcement(HttpServer server, Instance<FirstPasswords> firstPasswords, ObjectMapper json) {
    this.server = server;
    this.firstPasswords = firstPasswords;
    this.json = json;
  }

  /** The service answers; passwords made by this start are shown now and never again. */
  public void started() {
    if (!firstPasswords.isResolvable()) {
      return;
    }
    Map<String, String> passwords = firstPasswords.get().passwordsOnce();
    if (!passwords.isEmpty()) {
      System.out.println("首次启动，已建立以下账号。密码只显示这一次，请记下：");
      passwords.forEach((name, password) -> System.out.printf("  %-14s %s%n", name, password));
    }
  }

  /** Everything asked for is loaded. */
  public void ready() {
    dataFolder.ifPresent(this::write);
    System.out.printf("直通已就绪：%s（按 Ctrl-C 停止）%n", url("localhost"));
  }

  private void write(Path folder) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("url", url("127.0.0.1"));
    body.put("pid", ProcessHandle.current().pid());
    Path part = folder.resolve(FILE + ".part");
    try {
      Files.writeString(part, json.writeValueAsString(body));
      Files.move(
          part,
          folder.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address to be called from this machine. */
  private String url(String local) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    boolean loopback = host.equals("127.0.0.1") || host.equals("localhost");
    return "http://%s:%d".formatted(everywhere || loopback ? local : host, OwnPort.of(server));
  }
}
