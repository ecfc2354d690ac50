package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.citation.Citation;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Conversations over the demonstration's policies, without a model: whether the last turn is
 * understood and the clause that it asks for is shown, as an answer or among the related ones.
 */
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
  void followUp_ofEachDialogue_findsTheWholeQuestionsClause() throws Exception {
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

  /** Dialogues, half of them with a change of topic: at least .92 right. */
  @Test
  void lastTurn_topicChangedCarriedChosenOrTakenBack_isUnderstoodAndShown() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String[]> dialogues = rows("topic-dialogues.txt");
    assertThat(dialogues).hasSize(64);
    for (String[] dialogue : dialogues) {
      Reply last = talk(dialogue[1].split("→"));
      boolean understood =
          dialogue[3].equals("=")
              ? last.understoodAs() == null
              : last.understoodAs() != null && last.understoodAs().contains(dialogue[3]);
      if (!understood || !finds(last, dialogue[2].replaceAll("\\s+", ""))) {
        wrong.add(dialogue[1] + " as " + last.understoodAs());
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) (dialogues.size() * .08));
  }

  private static Reply talk(String[] turns) {
    Reply last = null;
    for (String turn : turns) {
      String said = turn.strip();
      if (said.startsWith("[")) {
        String words = said.substring(1, said.length() - 1);
        said =
            ((Answer.Clarify) last.answer())
                .options().stream().filter(o -> o.contains(words)).findFirst().orElseThrow();
      }
      last = ask(said, last == null ? null : last.conversationId());
    }
    return last;
  }

  private static Reply ask(String question, UUID conversation) {
    return answers.ask(DemoLibrary.question(question, conversation), AnswerListener.NONE);
  }

  private static boolean finds(Reply reply, String clause) {
    List<Citation> shown =
        reply
            .answer()
            .fold(
                Answer.Answered::citations,
                Answer.Related::clauses,
                r -> List.of(),
                c -> List.of());
    return shown.stream().anyMatch(c -> c.quote().replaceAll("\\s+", "").contains(clause));
  }

  private static List<Dialogue> dialogues() throws Exception {
    List<Dialogue> dialogues =
        rows("dialogues.txt").stream().map(c -> new Dialogue(c[0], c[1], c[2], c[3])).toList();
    assertThat(dialogues).hasSize(40);
    return dialogues;
  }

  private static List<String[]> rows(String name) throws Exception {
    try (InputStream in = DialoguesTest.class.getResourceAsStream("/question/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.strip().split(" +\\| +"))
          .toList();
    }
  }
}
