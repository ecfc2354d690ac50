package cn.zhitong.bench.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import cn.zhitong.eval.drive.ServiceProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes are replaced one by one while people file and search, as docs/operation.md tells: out
 * of the balancer, asked to stop, started again, back. Slow because it starts a node four times.
 */
class RestartedNodeJarTest {
  private static final int PEOPLE = 4;

  /** What a node says that is to stop and has requests under way. */
  private static final String WAITING = "Waiting for HTTP requests to complete";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ObjectMapper json = StandardJson.MAPPER;
  private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean ending;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void nodes_replacedOneByOne_noRequestFails() throws Exception {
    Path home = BuiltJarFolder.home();
    try (DataFolder data = DataFolder.open(folder.resolve("database"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.getenv("ZHITONG_PG_BIN"))) {
      Map<String, String> environment = environment(database);
      List<ServiceProcess> nodes = new ArrayList<>();
      try {
        for (String name : List.of("甲", "乙")) {
          nodes.add(ServiceProcess.start(name, home, folder.resolve(name), environment));
        }
        AtomicReference<List<ServiceProcess>> balancer = new AtomicReference<>(List.copyOf(nodes));
        List<Thread> people = people(balancer);
        for (int i = 0; i < nodes.size(); i++) {
          awaitDone(20);
          ServiceProcess old = nodes.get(i);
          balancer.set(List.of(nodes.get(1 - i)));
          String answer = stopMidway(old);
          assertThat(answer).as("a request that was under way").startsWith("HTTP/1.1 201 ");
          awaitDone(20);
          nodes.set(
              i, ServiceProcess.start(old.name(), home, folder.resolve(old.name()), environment));
          balancer.set(List.copyOf(nodes));
        }
        awaitDone(20);
        ending = true;
        for (Thread person : people) {
          person.join();
        }
        assertThat(failed).isEmpty();
        JsonNode proof = new ScenarioClient(nodes).get("/api/cases/verification");
        assertThat(proof.path("intact").asBoolean()).isTrue();
      } finally {
        ending = true;
        nodes.forEach(ServiceProcess::close);
      }
    }
  }

  /** All visitors come from one address here. */
  private static Map<String, String> environment(EmbeddedDatabase database) {
    return Map.of(
        "ZHITONG_LOG_KEY",
        UUID.randomUUID().toString(),
        "ZHITONG_DB_URL",
        database.jdbcUrl(),
        "ZHITONG_DB_USER",
        EmbeddedDatabase.USER,
        "ZHITONG_DB_PASSWORD",
        database.password(),
        "ZHITONG_CASEWORK_APPEALS_PER_MINUTE",
        "100000");
  }

  private List<Thread> people(AtomicReference<List<ServiceProcess>> balancer) {
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      int person = i;
      Thread thread = new Thread(() -> work(person, balancer), "person-" + person);
      thread.setDaemon(true);
      people.add(thread);
      thread.start();
    }
    return people;
  }

  /** Each request once, to a node that the balancer has just then; nothing is repeated. */
  private void work(int person, AtomicReference<List<ServiceProcess>> balancer) {
    try {
      for (int number = 0; !ending; number++) {
        List<ServiceProcess> up = balancer.get();
        FaultClient client = new FaultClient(List.of(up.get((person + number) % up.size())));
        FaultClient.Outcome outcome =
            number % 2 == 0
                ? client.post("/api/cases", appeal(person + "-" + number), true, Map.of())
                : client.post("/api/search", search(), true, Map.of());
        if (outcome.done()) {
          done.incrementAndGet();
        } else {
          failed.add(outcome.problem() + client.refusals() + client.unclear());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ObjectNode appeal(String title) {
    return json.createObjectNode().put("title", title).put("text", title + "：厂房漏水，请协调物业维修。");
  }

  private ObjectNode search() {
    return json.createObjectNode().put("query", "厂房维修补助");
  }

  private void awaitDone(int more) {
    int wanted = done.get() + more;
    await().atMost(PATIENCE).until(() -> done.get() >= wanted || !failed.isEmpty());
  }

  /** Asks a node to stop while half a request is there, and sends the rest. */
  private String stopMidway(ServiceProcess node) throws Exception {
    URI url = URI.create(node.url());
    byte[] body = appeal("半途").toString().getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/cases HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + node.token()
            + "\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    Thread stop = new Thread(node::close, "stop");
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body, 0, body.length / 2);
      out.flush();
      // Asked after it, so that the node has begun to read the half.
      assertThat(new ScenarioClient(List.of(node)).get("/q/health/live")).isNotEmpty();
      stop.start();
      await().atMost(PATIENCE).until(() -> node.log().contains(WAITING));
      out.write(body, body.length / 2, body.length - body.length / 2);
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      stop.join();
    }
  }
}
