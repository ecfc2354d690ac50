package cn.zhitong.assistant.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelThoughtsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1} | {\"a\":1}",
        "<think>maybe {\"a\":2}</think>{\"a\":1} | {\"a\":1}",
        "maybe {\"a\":2}</think> {\"a\":1} | {\"a\":1}",
        "<think>one</think>x<think>two</think>y | xy",
        "{\"a\":1}<think>and now | {\"a\":1}",
        "<think>never done | ''"
      })
  void withoutThoughts_ofAnyForm_leavesTheReply(String text, String reply) {
    assertThat(OpenAiLanguageModel.withoutThoughts(text)).isEqualTo(reply);
  }
}
