package cn.zhitong.assistant.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RequestIdsTest {
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Test
  void id_givenByTheCaller_isKept() {
    given()
        .header("X-Request-Id", "gateway-4711.a")
        .get("/q/health/live")
        .then()
        .header("X-Request-Id", equalTo("gateway-4711.a"));
  }

  @Test
  void id_notGiven_isMade() {
    given().get("/q/health/live").then().header("X-Request-Id", matchesPattern(UUID_FORM));
  }

  @Test
  void id_thatCouldForgeLogs_isReplaced() {
    given()
        .header("X-Request-Id", "bad\" id,{}")
        .get("/q/health/live")
        .then()
        .header("X-Request-Id", matchesPattern(UUID_FORM));
  }

  @Test
  void id_ofARequest_standsInItsLog() throws Exception {
    CompletableFuture<String> logged = new CompletableFuture<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.complete(ExtLogRecord.wrap(entry).getMdc(RequestIds.MDC_KEY));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(LoggingResource.class.getName());
    logger.addHandler(listener);
    try {
      given().header("X-Request-Id", "traced-0001").get("/test/logs").then().statusCode(204);
      assertThat(logged.get(5, TimeUnit.SECONDS)).isEqualTo("traced-0001");
    } finally {
      logger.removeHandler(listener);
    }
  }
}
