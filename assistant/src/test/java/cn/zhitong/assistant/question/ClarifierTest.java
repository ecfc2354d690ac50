package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.question.Answer.Answered;
import cn.zhitong.assistant.question.Answer.Clarify;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty questions that fit several policies equally and twenty that do not, over 23 policies. */
class ClarifierTest {
  private static DemoLibrary library;
  private static AnswerPipeline answers;

  @BeforeAll
  static void load(@TempDir Path folder) throws Exception {
    for (String file : resource("clarify-library.txt").split("(?m)^=== ")) {
      if (!file.isBlank()) {
        int line = file.indexOf('\n');
        Files.writeString(
            folder.resolve(file.substring(0, line).strip()), file.substring(line + 1));
      }
    }
    library = new DemoLibrary(folder);
    answers = library.answers(new DemoLibrary.NoModel());
  }

  @AfterAll
  static void stop() throws Exception {
    library.close();
  }

  static Stream<Arguments> asks() throws Exception {
    return cases("ASK");
  }

  static Stream<Arguments> answers() throws Exception {
    return cases("NOT");
  }

  @ParameterizedTest
  @MethodSource("asks")
  void question_withDifferingRules_isAskedBack(String question, String distinctions) {
    Reply reply = answers.ask(DemoLibrary.question(question, null), AnswerListener.NONE);
    assertThat(reply.answer()).as(reply.answer().text()).isInstanceOf(Clarify.class);
    List<String> options = ((Clarify) reply.answer()).options();
    List<String> wanted = List.of(distinctions.split(","));
    assertThat(options).hasSameSizeAs(wanted);
    for (String distinction : wanted) {
      String option =
          options.stream().filter(o -> o.contains(distinction)).findFirst().orElseThrow();
      Answer chosen =
          answers
              .ask(DemoLibrary.question(option, reply.conversationId()), AnswerListener.NONE)
              .answer();
      assertThat(chosen).as(option + " → " + chosen.text()).isInstanceOf(Answered.class);
      assertThat(((Answered) chosen).citations().get(0).title()).as(option).contains(distinction);
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void question_withoutDifferingRules_isAnswered(String question, String quoted) {
    Answer answer = answers.ask(DemoLibrary.question(question, null), AnswerListener.NONE).answer();
    assertThat(answer).as(answer.text()).isInstanceOf(Answered.class);
    assertThat(answer.text()).contains(quoted);
  }

  private static Stream<Arguments> cases(String kind) throws Exception {
    List<Arguments> cases =
        resource("clarify.txt")
            .lines()
            .filter(line -> line.startsWith(kind))
            .map(line -> line.split(" \\| "))
            .map(cells -> Arguments.of(cells[1].strip(), cells[2].strip()))
            .toList();
    assertThat(cases).hasSize(20);
    return cases.stream();
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = ClarifierTest.class.getResourceAsStream("/question/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
