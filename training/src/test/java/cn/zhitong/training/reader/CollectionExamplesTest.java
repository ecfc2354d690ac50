package cn.zhitong.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.artefact.CollectionSplit;
import cn.zhitong.common.embedding.ReaderTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads the embedding model, which is a second. */
class CollectionExamplesTest {
  private static final String RULE =
      "第一条　迁移路灯的费用由申请人承担，申请人有困难的可以分期支付。%s\\n第二条　迁移路灯应当提前十五日向主管部门提出申请，并附图纸。%s";
  private static final String FILLING = "本条所称路灯包括灯杆、灯具、配电箱和地下管线以及与之相连的设施。".repeat(12);

  @TempDir Path folder;

  @Test
  void build_judgedDocument_takesThePassageThatHoldsTheAnswer() throws Exception {
    List<Example> examples = build(Set.of());
    assertThat(of(examples, "挪路灯谁出钱"))
        .filteredOn(Example::answers)
        .isNotEmpty()
        .allSatisfy(example -> assertThat(example.passage().text()).contains("费用由申请人承担"));
  }

  @Test
  void build_unanswerableQuestion_findsNothingThatAnswers() throws Exception {
    assertThat(of(build(Set.of()), "路灯晚上几点开"))
        .isNotEmpty()
        .noneMatch(Example::answers)
        .allMatch(example -> example.kind() == Example.Kind.MINED);
  }

  @Test
  void build_judgedQuestion_guessesNothingOfIt() throws Exception {
    assertThat(of(build(Set.of("q1")), "挪路灯谁出钱")).isEmpty();
  }

  private List<Example> build(Set<String> judged) throws Exception {
    write(
        "corpus.jsonl",
        "{\"_id\":\"d1\",\"title\":\"路灯管理办法\",\"text\":\""
            + RULE.formatted(FILLING, FILLING)
            + "\"}",
        "{\"_id\":\"d2\",\"title\":\"道路照明规定\",\"text\":\"第一条　道路照明设施由养护单位每日巡查。\"}");
    write("queries.jsonl", "{\"_id\":\"q1\",\"text\":\"挪路灯谁出钱\",\"answer\":\"迁移路灯的费用由申请人承担\"}");
    write("queries-unanswerable.jsonl", "{\"_id\":\"q2\",\"text\":\"路灯晚上几点开\"}");
    write("qrels/dev.tsv", "query-id\tcorpus-id\tscore", "q1\td1\t1");
    try (ReaderTokens tokens = ReaderTokens.load()) {
      return new CollectionExamples(
              new CollectionSplit(folder, "dev"), folder.resolve("work"), tokens)
          .build(0, judged);
    }
  }

  private static List<Example> of(List<Example> examples, String question) {
    return examples.stream().filter(example -> example.text().equals(question)).toList();
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines));
  }
}
