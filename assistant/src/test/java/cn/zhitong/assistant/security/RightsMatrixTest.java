package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint of the OpenAPI document × every role, against {@code rights.csv}. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RightsMatrixTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";

  /** Where a value of another form is wanted than an id. */
  private static final Map<String, String> VALUES =
      Map.of("year", "1999", "report", "triage", "format", "csv", "name", "nobody");

  @Test
  void everyEndpointHasItsLine() {
    Set<String> documented = new TreeSet<>();
    JsonPath document = TestLogin.visitor().get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> documented.add(method.toUpperCase() + " " + path)));
    assertThat(documented).as("OpenAPI's endpoints and rights.csv").isEqualTo(lines().keySet());
  }

  static Stream<String> endpoints() {
    return lines().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void matrix(String endpoint) {
    List<String> wrong = new ArrayList<>();
    lines()
        .get(endpoint)
        .forEach(
            (role, expected) -> {
              int status = status(role, endpoint);
              boolean may = status != 401 && status != 403;
              boolean right = expected.equals("y") ? may : expected.equals(String.valueOf(status));
              if (!right) {
                wrong.add(role + " expected " + expected + " got " + status);
              }
            });
    assertThat(wrong).as(endpoint).isEmpty();
  }

  private static int status(String role, String endpoint) {
    String method = endpoint.substring(0, endpoint.indexOf(' '));
    String path = endpoint.substring(endpoint.indexOf(' ') + 1);
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
    }
    path = path.replaceAll("\\{[^}]+}", NOBODYS_ID);
    RequestSpecification request = request(role, path).redirects().follow(false);
    if (!method.equals("GET") && !method.equals("DELETE")) {
      request.body("{}");
    }
    int status = request.request(method, path).statusCode();
    // The endpoint takes another form than JSON; whether it may be called is told before that.
    return status == 415 && !role.equals("visitor") ? 415 : status;
  }

  private static RequestSpecification request(String role, String path) {
    if (role.equals("visitor")) {
      return TestLogin.visitor();
    }
    // Logging out would end the login that other tests share.
    return path.startsWith("/api/session")
        ? TestLogin.fresh(Role.of(role))
        : role.equals("handler") ? TestLogin.handlerOf("市气象局") : TestLogin.as(Role.of(role));
  }

  /** Endpoint → role → what is expected. */
  private static Map<String, Map<String, String>> lines() {
    try (InputStream in = RightsMatrixTest.class.getResourceAsStream("/rights.csv")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      String[] roles = lines.get(0).split(",");
      Map<String, Map<String, String>> all = new java.util.TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",");
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 1; i < roles.length; i++) {
          expected.put(roles[i], cells[i]);
        }
        all.put(cells[0], expected);
      }
      return all;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
