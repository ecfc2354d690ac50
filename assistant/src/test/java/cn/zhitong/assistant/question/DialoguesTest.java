package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.question.Answer.Answered;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two-turn conversations over the demonstration's policies, without a model. */
class DialoguesTest {
  private static DemoLibrary library;
  private static AnswerPipeline answers;

  private record Dialogue(String first, String followUp, String standalone, String clause) {}

  @BeforeAll
  static void load() throws Exception {
    library = new DemoLibrary();
    answers = library.answers(new DemoLibrary.NoModel());
  }

  @AfterAll
  static void stop() throws Exception {
    library.close();
  }

  @Test
  void findsTheClauseThatTheWholeQuestionFinds() throws Exception {
    List<String> unfindable = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    List<Dialogue> dialogues = dialogues();
    for (Dialogue dialogue : dialogues) {
      if (!finds(ask(dialogue.standalone(), null), dialogue.clause())) {
        unfindable.add(dialogue.standalone());
        continue;
      }
      UUID conversation = ask(dialogue.first(), null).conversationId();
      if (!finds(ask(dialogue.followUp(), conversation), dialogue.clause())) {
        missed.add(dialogue.first() + " → " + dialogue.followUp());
      }
    }
    int findable = dialogues.size() - unfindable.size();
    assertThat(findable).as("not found even as a whole: %s", unfindable).isGreaterThanOrEqualTo(32);
    assertThat(missed).hasSizeLessThanOrEqualTo((int) (findable * .15));
  }

  private static Reply ask(String question, UUID conversation) {
    return answers.ask(DemoLibrary.question(question, conversation), AnswerListener.NONE);
  }

  private static boolean finds(Reply reply, String clause) {
    return reply.answer() instanceof Answered answered
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
