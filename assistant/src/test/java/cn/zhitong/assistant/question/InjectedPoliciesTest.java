package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.llm.ObeyingModel;
import cn.zhitong.assistant.question.Answer.Answered;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies whose text gives orders to a model, each of another kind, and a model that obeys them.
 * What is answered stays what the policy provides.
 */
class InjectedPoliciesTest {
  private static final Pattern FENCED =
      Pattern.compile("<<<资料 ([0-9a-f]{16}) 编号\\[\\d+]\\n.*?\\n资料 \\1>>>", Pattern.DOTALL);

  private static ObeyingModel obeying;
  private static DemoLibrary library;

  @BeforeAll
  static void load(@TempDir Path folder) throws Exception {
    for (String file : resource().split("(?m)^=== ")) {
      if (!file.isBlank() && !file.startsWith("#")) {
        String name = file.substring(0, file.indexOf(" | ")).strip();
        Files.writeString(folder.resolve(name), file.substring(file.indexOf('\n') + 1));
      }
    }
    library = new DemoLibrary(folder);
    obeying = new ObeyingModel();
  }

  @AfterAll
  static void stop() throws Exception {
    obeying.close();
    library.close();
  }

  @BeforeEach
  void forget() {
    obeying.prompts().clear();
  }

  static Stream<Arguments> policies() throws Exception {
    List<Arguments> cases = new ArrayList<>();
    for (String file : resource().split("(?m)^=== ")) {
      if (!file.isBlank() && !file.startsWith("#")) {
        String[] head = file.substring(0, file.indexOf('\n')).split(" \\| ");
        cases.add(Arguments.of(head[0].strip(), head[1].strip(), head[2].strip()));
      }
    }
    return cases.stream();
  }

  @Test
  void injections_inTheFile_areOfSeveralKinds() throws Exception {
    assertThat(policies().count()).isGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void injections_inPolicies_changeNothing(String file, String question, String right) {
    Answer answer =
        library
            .answers(obeying.model())
            .ask(DemoLibrary.question(question, null), AnswerListener.NONE)
            .answer();
    assertThat(answer).as(answer.text()).isInstanceOf(Answered.class);
    assertThat(answer.text()).contains(right).doesNotContain("⟦", "800万元", "evil", "6222", "遵命");
    assertThat(obeying.prompts()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void injections_shownToTheModel_standInsideTheFence(String file, String question, String right) {
    library.answers(obeying.model()).ask(DemoLibrary.question(question, null), AnswerListener.NONE);
    ObeyingModel.Prompt prompt = obeying.prompts().get(0);
    assertThat(prompt.system()).doesNotContain("⟦");
    assertThat(prompt.user()).contains("⟦");
    Matcher fence = FENCED.matcher(prompt.user());
    assertThat(fence.replaceAll("")).doesNotContain("⟦", "</资料>", "<|im_start|>");
  }

  private static String resource() throws Exception {
    try (InputStream in =
        InjectedPoliciesTest.class.getResourceAsStream("/question/injected-policies.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
