package cn.zhitong.assistant.train;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each learned part that ships says of its making. */
class ShippedArtefactsTest {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private static InputStream resource(String name) {
    InputStream in = AnswerPipeline.class.getResourceAsStream(name);
    assertThat(in).as(name).isNotNull();
    return in;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cn/zhitong/assistant/question/answerability",
        "/cn/zhitong/assistant/question/composer",
        "/cn/zhitong/assistant/question/off-topic",
        "/cn/zhitong/assistant/retrieval/query-map",
        "/cn/zhitong/assistant/topic/usual",
        "/cn/zhitong/common/embedding/term-weights",
        "/triage/prior"
      })
  void header_besideAnArtefact_isWholeOrSaysWhatWasNotKept(String artefact) throws IOException {
    try (InputStream in = resource(artefact + ".header.json")) {
      check(StandardJson.MAPPER.readTree(in));
    }
  }

  @Test
  void header_insideTheReader_isWhole() throws IOException {
    try (InputStream in = resource("/cn/zhitong/common/embedding/reader.bin")) {
      JsonNode header = StandardJson.tree(TrainedArtefact.read(in).header());
      check(header);
      assertThat(header.has("note")).isFalse();
    }
  }

  private static void check(JsonNode header) {
    assertThat(List.of("what", "seed", "commit"))
        .as("a value, or why it is unknown")
        .allMatch(field -> !header.path(field).asText().isBlank());
    header.path("data").forEach(hash -> assertThat(hash.asText()).matches(HASH));
    boolean whole =
        List.of("base", "seed", "commit", "date").stream().allMatch(header::hasNonNull)
            && header.path("rows").asInt() > 0
            && !header.path("data").isEmpty()
            && !header.path("figures").isEmpty();
    if (!whole) {
      assertThat(header.path("note").asText())
          .as("what was not kept, and why")
          .hasSizeGreaterThan(80);
    }
  }
}
