package cn.zhitong.assistant.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class AnswerListReaderTest {
  @Test
  void answers_listOrObject_areTheSame() throws JsonProcessingException {
    Answer staff = new Answer("staff", 35, null, null);

    assertThat(read("{\"answers\":[{\"field\":\"staff\",\"value\":35}]}").answers())
        .containsExactly(staff);
    assertThat(read("{\"answers\":{\"staff\":35}}").answers()).containsExactly(staff);
    assertThat(read("{\"answers\":{}}").answers()).isEmpty();
    assertThat(read("{}").answers()).isNull();
    assertThat(read("{\"answers\":null}").answers()).isNull();
  }

  private static ApplicationRequest read(String body) throws JsonProcessingException {
    return StandardJson.MAPPER.readValue(body, ApplicationRequest.class);
  }
}
