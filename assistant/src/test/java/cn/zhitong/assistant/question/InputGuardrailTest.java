package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputGuardrailTest {
  @ParameterizedTest
  @CsvSource({
    "您好呀,您好！",
    "在吗？,您好！",
    "hello,您好！",
    "好的谢谢啦,不客气",
    "明白了,不客气",
    "拜拜,再见",
    "你们是做什么的,我是",
    "你是机器人吗,我是"
  })
  void refuses_smallTalk_repliesFittingly(String said, String reply) {
    assertThat(InputGuardrail.refuses(said))
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.reason()).isEqualTo(RefusalReason.SMALL_TALK);
              assertThat(refused.text()).startsWith(reply);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"你好，我想问下冷库补贴", "谢谢，再问一下什么时候申报", "好的那材料呢", "嗨皮牛奶厂算小微企业吗"})
  void refuses_questionAfterAGreeting_isAsked(String question) {
    assertThat(InputGuardrail.refuses(question)).isEmpty();
  }
}
