package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OffTopicCommandTest {
  private static final int EACH = 40;

  @TempDir private Path data;
  @TempDir private Path made;

  private int execute(String... more) {
    return new CommandLine(new OffTopicCommand())
        .execute(
            Stream.concat(
                    Stream.of(
                        "--quick",
                        "--off-topic",
                        data.resolve("off.txt").toString(),
                        "--on-topic",
                        data.resolve("on.txt").toString(),
                        "--questions",
                        data.resolve("questions").toString(),
                        "--out",
                        made.resolve("off-topic.json").toString()),
                    Stream.of(more))
                .toArray(String[]::new));
  }

  @BeforeEach
  void questions() throws IOException {
    lines("off.txt", IntStream.range(0, EACH).mapToObj(i -> "讲个笑话给我听第" + i + "个").toList());
    lines("on.txt", IntStream.range(0, EACH).mapToObj(i -> "岗位补贴多少第" + i + "档").toList());
    Files.createDirectories(data.resolve("questions"));
    lines(
        "questions/writer.jsonl",
        IntStream.range(0, EACH)
            .mapToObj(
                i ->
                    StandardJson.write(
                        Map.of("question", "怎样申报税收减免" + i, "doc", "law-" + i, "label", 1)))
            .toList());
  }

  private void lines(String file, List<String> lines) throws IOException {
    Files.write(data.resolve(file), lines);
  }

  private JsonNode json(String file) throws IOException {
    return StandardJson.tree(Files.readString(made.resolve(file)));
  }

  @Test
  void call_listsAndQuestions_writesWeightsThatTellHeldOutOnesApart() throws IOException {
    assertThat(execute()).isZero();

    JsonNode artefact = json("off-topic.json");
    assertThat(artefact.path("weights")).hasSize(512);
    assertThat(artefact.path("floors").path("sure").asDouble()).isPositive();
    JsonNode header = json("off-topic.header.json");
    JsonNode figures = header.path("figures");
    assertThat(figures.path("off-topic questions").asInt()).isPositive();
    assertThat(figures.path("off-topic questions, share refused at 0.6").asDouble()).isEqualTo(1);
    assertThat(figures.path("written questions, share refused at 0.6").asDouble()).isZero();
    List<String> heldOut = Files.readAllLines(made.resolve("off-topic.held-out.txt"));
    assertThat(header.path("rows").asInt()).isEqualTo(3 * EACH - heldOut.size());
    assertThat(heldOut).allMatch(id -> HeldOut.of(id) == HeldOut.TEST);
    assertThat(header.path("data").size()).isEqualTo(3);
    assertThat(header.path("seed").asLong()).isPositive();
    assertThat(header.path("commit").asText()).isNotBlank();
  }

  @Test
  void call_twice_writesTheSameWeights() throws IOException {
    execute("--written", "20");
    JsonNode first = json("off-topic.json");
    execute("--written", "20");
    assertThat(json("off-topic.json")).isEqualTo(first);
  }

  @Test
  void call_nothingOffTopic_failsAndWritesNothing() throws IOException {
    lines("off.txt", List.of());
    assertThat(execute()).isEqualTo(1);
    assertThat(made).isEmptyDirectory();
  }
}
