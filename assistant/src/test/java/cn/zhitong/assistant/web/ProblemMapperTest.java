package cn.zhitong.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.embedding.ModelNotConfigured;
import cn.zhitong.common.jdbc.JdbcException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void database_gaveUpATransaction_is503WithATimeToTryAgain(String state) {
    try (Response response =
        mapper.database(new JdbcException(new SQLException("given up", state)))) {
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER)).isNotBlank();
      ProblemBody body = (ProblemBody) response.getEntity();
      assertThat(body.type()).isEqualTo("urn:zhitong:problem:overloaded");
      assertThat(body.detail()).contains("没有保存").doesNotContain("given up");
    }
  }

  @Test
  void database_otherFailure_is500WithANumber() {
    try (Response response =
        mapper.database(new JdbcException(new SQLException("no such column", "42703")))) {
      assertThat(response.getStatus()).isEqualTo(500);
      ProblemBody body = (ProblemBody) response.getEntity();
      assertThat(body.type()).isEqualTo("urn:zhitong:problem:internal");
      assertThat(body.detail()).doesNotContain("no such column");
    }
  }
}
