package cn.zhitong.assistant.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.eval.drive.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of Swagger UI as it is packaged: its inline scripts are the only ones let in. */
class SwaggerPageJarTest {
  @TempDir Path folder;

  @Test
  void inlineScripts_ofTheBuiltJar_areNamedByTheirHashes() throws Exception {
    try (ServiceProcess node =
        ServiceProcess.start("甲", BuiltJar.home(), folder.resolve("data"), Map.of())) {
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(node.url() + "/q/swagger-ui/"))
                      .header(
                          "Authorization",
                          "Bearer " + Files.readString(folder.resolve("data/token")).strip())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      List<String> scripts =
          Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL)
              .matcher(page.body())
              .results()
              .map(found -> found.group(1))
              .toList();
      assertThat(scripts).isNotEmpty();
      for (String script : scripts) {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
      }
      assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe");
    }
  }
}
