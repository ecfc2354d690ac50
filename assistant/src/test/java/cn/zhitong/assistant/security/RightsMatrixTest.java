package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  private static final RestAssuredConfig AS_TEXT =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)
                  .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                  .encodeContentTypeAs("application/yaml", ContentType.TEXT));

  private static Map<String, String> types;

  /** Where a value of another form is wanted than an id. */
  private static final Map<String, String> VALUES =
      Map.of("year", "1999", "number", "1", "report", "triage", "format", "csv", "name", "nobody");

  @Test
  void endpoints_ofTheService_haveTheirLines() {
    assertThat(new TreeSet<>(documented().keySet()))
        .as("OpenAPI's endpoints and rights.csv")
        .isEqualTo(lines().keySet());
  }

  /** Endpoint → media type of its body, empty where it takes none. */
  private static Map<String, String> documented() {
    Map<String, String> documented = new LinkedHashMap<>();
    Map<String, Map<String, Object>> paths =
        TestLogin.token().get("/q/openapi?format=json").jsonPath().getMap("paths");
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  if (METHODS.contains(method) && !path.startsWith("/test/")) {
                    documented.put(method.toUpperCase(Locale.ROOT) + " " + path, type(operation));
                  }
                }));
    return documented;
  }

  private static String type(Object operation) {
    if (((Map<?, ?>) operation).get("requestBody") instanceof Map<?, ?> body
        && body.get("content") instanceof Map<?, ?> content) {
      return content.keySet().iterator().next().toString();
    }
    return "";
  }

  static Stream<String> endpoints() {
    return lines().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void endpoint_askedByEachRole_answersAsTheMatrixSays(String endpoint) {
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
    String type = types().getOrDefault(endpoint, "");
    if (!type.isEmpty()) {
      request
          .config(AS_TEXT)
          .contentType(type.startsWith("multipart") ? type + "; boundary=x" : type);
      request.body(type.startsWith("multipart") ? "--x--\r\n" : "{}");
    }
    return request.request(method, path).statusCode();
  }

  private static Map<String, String> types() {
    if (types == null) {
      types = documented();
    }
    return types;
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
