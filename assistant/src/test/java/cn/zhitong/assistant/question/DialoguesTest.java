package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.question.Answer.Answered;
import cn.zhitong.assistant.retrieval.BigramEmbedder;
import cn.zhitong.assistant.retrieval.OpenRetrieval;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.database.Jdbc;
import cn.zhitong.ingest.database.Migrations;
import cn.zhitong.ingest.embed.Embedder;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two-turn conversations over the demonstration's policies, without a model. */
class DialoguesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-09-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private static EmbeddedPostgres postgres;
  private static Answers answers;

  private record Dialogue(String first, String followUp, String standalone, String clause) {}

  /** No model: the way of the embedded default. */
  private static final class None implements LanguageModel {
    @Override
    public boolean configured() {
      return false;
    }

    @Override
    public String modelName() {
      return null;
    }

    @Override
    public Outcome complete(Request request) {
      return new Unavailable("not_configured");
    }
  }

  @BeforeAll
  static void load() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    var dataSource = postgres.getPostgresDatabase();
    Migrations.migrateCorpus(dataSource);
    Migrations.migrate(dataSource, "assistant", Answers.class.getClassLoader());
    Jdbc jdbc = new Jdbc(dataSource);
    Embedder embedder = new BigramEmbedder();
    Path demo = Path.of(DialoguesTest.class.getResource("/demo/policies").toURI());
    new Ingest(new SourceReader(), new PolicyParser(), embedder, new CorpusStore(jdbc, CLOCK))
        .run(
            "demo",
            SourceFiles.under(List.of(demo)),
            PolicyMetadata.builder().build(),
            outcome -> {});
    answers =
        new Answers(OpenRetrieval.over(jdbc, embedder, CLOCK), new None(), jdbc, CLOCK);
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  void findsTheClauseThatTheWholeQuestionFinds() throws Exception {
    List<String> missed = new ArrayList<>();
    int findable = 0;
    List<String> unfindable = new ArrayList<>();
    for (Dialogue dialogue : dialogues()) {
      if (!finds(ask(dialogue.standalone(), null).answer(), dialogue.clause())) {
        unfindable.add(dialogue.standalone());
        continue;
      }
      findable++;
      UUID conversation = ask(dialogue.first(), null).conversationId();
      if (!finds(ask(dialogue.followUp(), conversation).answer(), dialogue.clause())) {
        missed.add(dialogue.first() + " → " + dialogue.followUp());
      }
    }
    System.out.printf("follow-ups: %d findable, %d missed %s, unfindable %s%n", findable, missed.size(), missed, unfindable);
    assertThat(findable).isGreaterThanOrEqualTo(32);
    assertThat(missed).hasSizeLessThanOrEqualTo((int) (findable * .15));
  }

  private static Reply ask(String question, UUID conversation) {
    return answers.ask(
        new QuestionRequest(question, conversation, null, LocalDate.now(CLOCK), false),
        Progress.NONE);
  }

  private static boolean finds(Answer answer, String clause) {
    return answer instanceof Answered answered
        && answered.citations().stream()
            .anyMatch(c -> c.quote().replaceAll("\\s+", "").contains(clause));
  }

  private static List<Dialogue> dialogues() throws Exception {
    try (InputStream in = DialoguesTest.class.getResourceAsStream("/question/dialogues.txt")) {
      List<Dialogue> dialogues =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split(" \\| "))
              .map(c -> new Dialogue(c[0].strip(), c[1].strip(), c[2].strip(), c[3].strip()))
              .toList();
      assertThat(dialogues).hasSize(40);
      return dialogues;
    }
  }
}
