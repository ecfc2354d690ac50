package cn.zhitong.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.question.Turn;
import cn.zhitong.common.json.StandardJson;
import org.junit.jupiter.api.Test;

class ChatRequestTest {

  @Test
  void turns_withIdentifiers_areMaskedForTheModel() throws Exception {
    ChatRequest request =
        StandardJson.MAPPER.readValue(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"我的手机13812345678，冷库补贴多少？\"},"
                + "{\"role\":\"assistant\",\"content\":\"每月8元，已记下13812345678。\"},"
                + "{\"role\":\"user\",\"content\":\"那期限呢？\"}]}",
            ChatRequest.class);
    Turn turn = request.turns().get(0);
    assertThat(turn.question()).isEqualTo("我的手机，冷库补贴多少？");
    assertThat(turn.answer()).isEqualTo("每月8元，已记下。");
  }
}
