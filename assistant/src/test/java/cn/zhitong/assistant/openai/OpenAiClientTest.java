package cn.zhitong.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.TestPolicy;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.models.Model;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client of the interface that /v1 speaks. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OpenAiClientTest {
  private static final String QUESTION = "望川市物流企业租用标准冷库补贴多少？";

  @Inject TestPolicy policy;

  @TestHTTPResource("/v1")
  URI address;

  private OpenAIClient client;

  @BeforeEach
  void connect() throws Exception {
    policy.publish();
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(address.toString())
            .apiKey("none")
            .maxRetries(0)
            .build();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private static ChatCompletionCreateParams asked(String question) {
    return ChatCompletionCreateParams.builder().model("zhitong").addUserMessage(question).build();
  }

  @Test
  void completion_asked_isAnsweredWithItsUse() {
    ChatCompletion answer = client.chat().completions().create(asked(QUESTION));
    answer.validate();
    assertThat(answer.choices().get(0).message().content())
        .hasValueSatisfying(text -> assertThat(text).contains("每平方米每月8元").contains("[1]"));
    assertThat(answer.usage())
        .hasValueSatisfying(use -> assertThat(use.totalTokens()).isPositive());
  }

  @Test
  void stream_asked_endsWithTheSameWords() {
    StringBuilder words = new StringBuilder();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(asked(QUESTION))) {
      stream.stream()
          .flatMap(chunk -> chunk.choices().stream())
          .forEach(choice -> choice.delta().content().ifPresent(words::append));
    }
    assertThat(words).contains("每平方米每月8元");
  }

  @Test
  void models_listed_nameTheService() {
    assertThat(client.models().list().data()).extracting(Model::id).contains("zhitong");
  }

  @Test
  void question_empty_isABadRequestOfTheClient() {
    assertThatThrownBy(() -> client.chat().completions().create(asked(" ")))
        .isInstanceOf(BadRequestException.class);
  }
}
