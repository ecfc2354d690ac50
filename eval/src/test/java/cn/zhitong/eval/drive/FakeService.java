package cn.zhitong.eval.drive;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A service that answers as the test says; for runners that only know HTTP. */
public final class FakeService implements Service {
  private final HttpServer server;
  private final Map<String, Function<String, Reply>> handlers = new HashMap<>();

  /** Status, body, and headers beside the usual ones. */
  public record Reply(int status, String body, Map<String, String> headers) {
    public Reply(int status, String body) {
      this(status, body, Map.of());
    }
  }

  public FakeService() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String request =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Function<String, Reply> handler = handlers.get(exchange.getRequestURI().getPath());
          Reply reply = handler == null ? new Reply(404, "{}") : handler.apply(request);
          byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Retry-After", "0");
          reply.headers().forEach(exchange.getResponseHeaders()::add);
          exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  public FakeService on(String path, Function<String, Reply> handler) {
    handlers.put(path, handler);
    return this;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public String token() {
    return "t";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
