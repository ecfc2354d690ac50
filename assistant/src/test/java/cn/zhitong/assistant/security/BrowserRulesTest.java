package cn.zhitong.assistant.security;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class BrowserRulesTest {

  @Test
  void response_ofAnyKind_carriesTheHeaders() {
    visitor()
        .get("/api/session")
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "strict-origin-when-cross-origin")
        .header(
            "Content-Security-Policy",
            containsString("frame-ancestors 'self' " + TestDatabase.WIDGET_ORIGIN));
  }

  @Test
  void pages_served_haveNoInlineScript() {
    visitor()
        .get("/")
        .then()
        .header("Content-Security-Policy", containsString("script-src 'self';"))
        .body(not(containsString("<script>")));
  }

  /** Its page is among the program's files only where that is packaged: see the test of the jar. */
  @Test
  void scriptsOfSwagger_onItsPage_runByTheirHashesOnly() {
    String policy = TestLogin.token().get("/q/swagger-ui/").header("Content-Security-Policy");
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe");
    // The empty string's hash, as in the specification; what is loaded needs none.
    assertThat(InlineScripts.sources("<script src='a.js'> </script><script></script>"))
        .containsExactly("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cases",
        "/api/attachments",
        "/api/questions/01a23268-00fa-73ff-9144-e46483fa3f8a/feedback",
        "/api/questions/conversations/01a23268-00fa-73ff-9144-e46483fa3f8a"
      })
  void allowedSite_preflightingWhatTheWidgetCalls_may(String path) {
    visitor()
        .header("Origin", TestDatabase.WIDGET_ORIGIN)
        .header("Access-Control-Request-Method", "POST")
        .options(path)
        .then()
        .header("Access-Control-Allow-Headers", containsString("x-tracking-code"))
        .statusCode(204)
        .header("Access-Control-Allow-Origin", TestDatabase.WIDGET_ORIGIN)
        .header("Access-Control-Allow-Credentials", nullValue());
  }

  /** What the form offers and suggests is asked for there, too. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/notify-ways", "/api/suggestions", "/api/places"})
  void allowedSite_askingWhatTheWidgetShows_may(String path) {
    visitor()
        .header("Origin", TestDatabase.WIDGET_ORIGIN)
        .get(path)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", TestDatabase.WIDGET_ORIGIN);
  }

  @Test
  void allowedSite_callingTheRest_mayNot() {
    visitor()
        .header("Origin", TestDatabase.WIDGET_ORIGIN)
        .get("/api/session")
        .then()
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void otherSite_calling_isRefused() {
    visitor()
        .header("Origin", "https://evil.example")
        .body("{}")
        .post("/api/cases")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:zhitong:problem:forbidden"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "https://a.example/path", "a.example", "https://u@a.example"})
  void malformedOrigin_inTheSettings_isNoticedAtStart(String origin) {
    assertThatThrownBy(() -> new BrowserRules(() -> Optional.of(List.of(origin)), null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed-origins");
  }
}
