package cn.zhitong.assistant.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An address of its own before the service, which can go down, come up again and hold back an
 * answer. It passes on what is read; questions it answers itself, first with the clauses that may
 * be related, then with the answer.
 */
final class ServiceGateway implements AutoCloseable {
  private final URI service;
  private final String related;
  private final String answer;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private HttpServer server;
  private int port;

  ServiceGateway(URI service, String related, String answer) {
    this.service = service;
    this.related = related;
    this.answer = answer;
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** Starts it, at the address that it had before. */
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    port = server.getAddress().getPort();
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  void stop() {
    server.stop(0);
  }

  /** Answers wait from now on. */
  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "*");
    try (exchange) {
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        exchange.sendResponseHeaders(204, -1);
      } else if (exchange.getRequestURI().getPath().equals("/api/questions")) {
        question(exchange);
      } else {
        pass(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void question(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(("event: related\ndata: " + related + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    if (held.await(60, TimeUnit.SECONDS)) {
      out.write(("event: answer\ndata: " + answer + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private void pass(HttpExchange exchange) throws IOException, InterruptedException {
    HttpResponse<byte[]> passed =
        client.send(
            HttpRequest.newBuilder(service.resolve(exchange.getRequestURI().toString())).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    passed
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    exchange.sendResponseHeaders(
        passed.statusCode(), passed.body().length == 0 ? -1 : passed.body().length);
    exchange.getResponseBody().write(passed.body());
  }
}
