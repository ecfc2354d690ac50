package cn.zhitong.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.embedding.ModelNotConfigured;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
  private final ProblemMapper mapper = new ProblemMapper();

  @Test
  void model_notConfigured_is503WithWhatToSetAndNoTimeToTryAgain() {
    try (Response response = mapper.model(new ModelNotConfigured("bge+0123456789ab"))) {
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getMediaType()).hasToString("application/problem+json");
      assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER)).isNull();
      ProblemBody body = (ProblemBody) response.getEntity();
      assertThat(body.type()).isEqualTo("urn:zhitong:problem:misconfigured");
      assertThat(body.status()).isEqualTo(503);
      assertThat(body.detail())
          .contains("bge+0123456789ab", "ZHITONG_ENCODER_ADAPTER", "database reembed");
    }
  }

  @Test
  void problem_overloaded_saysWhenToTryAgain() {
    try (Response response = mapper.problem(new Problem.Overloaded("请稍后重试。", 7))) {
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("7");
    }
  }
}
