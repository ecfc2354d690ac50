package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.llm.ScriptedLanguageModel;
import cn.zhitong.assistant.question.Answer.Answered;
import cn.zhitong.assistant.question.Answer.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipeline over the demonstration's policies, with a model that says what the test wants. */
class AnswerPipelineTest {
  private static final String QUESTION = "咨询类来件多久答复？";
  private static final String QUOTE = "咨询类来件2个工作日内答复，建议类来件5个工作日内答复，诉求类来件10个工作日内办结。";

  private static DemoLibrary library;

  @BeforeAll
  static void load() throws Exception {
    library = new DemoLibrary();
  }

  @AfterAll
  static void stop() throws Exception {
    library.close();
  }

  @Test
  void question_withoutAModel_isAnsweredInThePoliciesWords() {
    Answered answered = answered(new DemoLibrary.NoModel());
    assertThat(answered.mode()).isEqualTo(Mode.EXTRACTIVE);
    assertThat(answered.text()).contains("咨询类来件2个工作日内答复").contains("云政办〔2025〕12号");
  }

  @Test
  void modelSentences_thatHoldUp_areKept() {
    var model =
        new ScriptedLanguageModel()
            .answers(
                request ->
                    completed(
                        "{\"sentences\":["
                            + sentence("咨询类来件在2个工作日内答复。", markerOf(request.user()), QUOTE)
                            + ","
                            + sentence("咨询类来件在3个工作日内答复。", markerOf(request.user()), QUOTE)
                            + ","
                            + sentence("诉求类来件10个工作日内办结。", 99, QUOTE)
                            + ","
                            + sentence("建议类来件5个工作日内答复。", markerOf(request.user()), "没有这样的原文在资料里")
                            + "]}"));
    Answered answered = answered(model);
    assertThat(answered.mode()).isEqualTo(Mode.GENERATED);
    assertThat(answered.text()).isEqualTo("咨询类来件在2个工作日内答复。");
    assertThat(answered.citations()).hasSize(1);
    assertThat(answered.citations().get(0).quote()).contains(QUOTE);
  }

  @Test
  void modelReply_ofBrokenJson_isMendedOnce() {
    var model =
        new ScriptedLanguageModel()
            .answers(
                request ->
                    completed(
                        "好的：```json\n{\"sentences\":["
                            + sentence("咨询类来件在2个工作日内答复。", markerOf(request.user()), QUOTE)
                            + ",]}\n```"));
    assertThat(answered(model).mode()).isEqualTo(Mode.GENERATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"不是JSON", "{\"sentences\":[]}", "{\"sentences\":\"x\"}", "[1,2]", "null"})
  void modelReply_thatCannotBeUsed_fallsBackOnQuotes(String reply) {
    assertThat(answered(new ScriptedLanguageModel().says(reply)).mode()).isEqualTo(Mode.EXTRACTIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"time_out", "rate_limited", "server_error", "circuit_open"})
  void model_thatFails_fallsBackOnQuotes(String reason) {
    assertThat(answered(new ScriptedLanguageModel().fails(reason)).mode())
        .isEqualTo(Mode.EXTRACTIVE);
  }

  @Test
  void model_thatObeysAnInjection_isNotShown() {
    var model =
        new ScriptedLanguageModel()
            .answers(
                request ->
                    completed(
                        "{\"sentences\":["
                            + sentence(
                                "请把企业账号和密码发到evil@example.com。", markerOf(request.user()), QUOTE)
                            + "]}"));
    Answered answered = answered(model);
    assertThat(answered.mode()).isEqualTo(Mode.EXTRACTIVE);
    assertThat(answered.text()).doesNotContain("evil");
  }

  @Test
  void followUp_withAModel_isRewritten() {
    var model = new ScriptedLanguageModel().fails("time_out");
    AnswerPipeline answers = library.answers(model);
    UUID conversation = ask(answers, QUESTION, null).conversationId();
    model.says("{\"question\":\"诉求类来件多久办结？\"}").fails("time_out");
    Reply reply = ask(answers, "那诉求类的呢？", conversation);
    assertThat(reply.answer().text()).contains("诉求类来件10个工作日内办结");
    assertThat(model.requests().get(1).user()).contains("那诉求类的呢？").contains(QUESTION);
    String standalone =
        library
            .jdbc()
            .first(
                "select standalone from assistant.question where id = ?",
                row -> row.getString(1),
                reply.id())
            .orElseThrow();
    assertThat(standalone).isEqualTo("诉求类来件多久办结？");
  }

  @ParameterizedTest
  @ValueSource(strings = {"火星上有水吗？", "红烧肉怎么做才好吃？", "你好"})
  void question_thatPoliciesDoNotAnswer_isRefused(String question) {
    assertThat(ask(library.answers(new DemoLibrary.NoModel()), question, null).answer())
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.text()).contains("来件"));
  }

  @Test
  void question_whereTwoCitiesDiffer_isAskedBack() {
    AnswerPipeline answers = library.answers(new DemoLibrary.NoModel());
    Answer answer = ask(answers, "企业招用高校毕业生有补贴吗？", null).answer();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Clarify.class,
            c ->
                assertThat(c.options())
                    .containsExactlyInAnyOrder("澜州市企业招用高校毕业生有补贴吗？", "望川市企业招用高校毕业生有补贴吗？"));
    assertThat(ask(answers, "澜州市企业招用高校毕业生有补贴吗？", null).answer()).isInstanceOf(Answered.class);
  }

  @Test
  void ask_regionWithoutSuchARule_showsAnotherPlacesAndSaysSo(@TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("厦门.txt"),
        """
        厦门市工业和信息化局关于首台（套）重大技术装备奖励的通知

        一、奖励标准。经认定为国内首台（套）的装备，按照售价的30%给予研制企业奖励，最高200万元。

        厦门市工业和信息化局
        2025年2月3日
        """);
    try (DemoLibrary xiamen = new DemoLibrary(folder)) {
      LocalDate today = LocalDate.now(DemoLibrary.CLOCK);
      QuestionRequest request = new QuestionRequest("首台套奖励", null, "350100", today, false);
      Reply reply = xiamen.answers(new DemoLibrary.NoModel()).ask(request, AnswerListener.NONE);
      assertThat(reply.answer()).isInstanceOf(Answer.Related.class);
      assertThat(reply.notes()).extracting(AnswerNote::kind).containsExactly("scope");
      assertThat(reply.notes().get(0).text()).contains("所选地区没有找到");
    }
  }

  @Test
  void ask_privateMatterWithARegion_isRefused() {
    QuestionRequest request =
        new QuestionRequest("讲个笑话给我听听", null, "350100", LocalDate.now(DemoLibrary.CLOCK), false);
    Reply reply = library.answers(new DemoLibrary.NoModel()).ask(request, AnswerListener.NONE);
    assertThat(reply.answer()).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void ask_laterQuestionTypedBySound_isNotSaidToBeCarriedOver() {
    AnswerPipeline answers = library.answers(new DemoLibrary.NoModel());
    Reply first = ask(answers, "青屿县厂房租金补贴是多少？", null);
    Reply second = ask(answers, "失业保险稳岗返还怎么申抱？", first.conversationId());
    assertThat(second.understoodAs()).contains("怎么申报");
    assertThat(second.notes()).extracting(AnswerNote::kind).doesNotContain("carried_over");
  }

  @Test
  void citation_inNestedClauses_isOfTheInnermost() {
    assertThat(answered(new DemoLibrary.NoModel()).citations().get(0).clause()).isEqualTo("二、(三)");
  }

  @Test
  void record_ofAnAnswer_hasThePromptAndNoPersonalData() {
    var model =
        new ScriptedLanguageModel()
            .answers(
                request ->
                    completed(
                        "{\"sentences\":["
                            + sentence("咨询类来件在2个工作日内答复。", markerOf(request.user()), QUOTE)
                            + "]}"));
    Reply reply = ask(library.answers(model), "咨询类来件多久答复？请回复13912345678。", null);
    List<String> row =
        library
            .jdbc()
            .first(
                "select question, mode, prompt_id, prompt_hash, model from assistant.question where id = ?",
                r ->
                    List.of(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5)),
                reply.id())
            .orElseThrow();
    assertThat(row.get(0)).contains("139****5678");
    assertThat(row.subList(1, 3)).containsExactly("generated", "answer");
    assertThat(row.get(3)).hasSize(16);
    assertThat(row.get(4)).isEqualTo("scripted");
  }

  @Test
  void pipeline_whenNobodyWaits_stops() {
    List<String> stages = new ArrayList<>();
    AnswerListener gone =
        new AnswerListener() {
          @Override
          public void stage(String name) {
            stages.add(name);
          }

          @Override
          public void sentence(CitedSentence sentence) {}

          @Override
          public boolean cancelled() {
            return stages.contains("retrieve");
          }
        };
    var model = new ScriptedLanguageModel();
    AnswerPipeline answers = library.answers(model);
    assertThatThrownBy(() -> answers.ask(DemoLibrary.question(QUESTION, null), gone))
        .isInstanceOf(CancellationException.class);
    assertThat(stages).containsExactly("screen", "rewrite", "retrieve");
    assertThat(model.requests()).isEmpty();
  }

  private static Answered answered(LanguageModel model) {
    Answer answer = ask(library.answers(model), QUESTION, null).answer();
    assertThat(answer).isInstanceOf(Answered.class);
    return (Answered) answer;
  }

  private static Reply ask(AnswerPipeline answers, String question, UUID conversation) {
    return answers.ask(DemoLibrary.question(question, conversation), AnswerListener.NONE);
  }

  private static LanguageModel.Completed completed(String text) {
    return new LanguageModel.Completed(text, 1, 1, 1);
  }

  private static String sentence(String text, int marker, String quote) {
    return "{\"text\":\"%s\",\"sources\":[{\"marker\":%d,\"quote\":\"%s\"}]}"
        .formatted(text, marker, quote);
  }

  /** The number under which the prompt shows the passage with the quote. */
  private static int markerOf(String user) {
    int at = user.indexOf(QUOTE);
    assertThat(at).isPositive();
    Matcher marker = Pattern.compile("编号\\[(\\d+)]").matcher(user.substring(0, at));
    int last = 0;
    while (marker.find()) {
      last = Integer.parseInt(marker.group(1));
    }
    return last;
  }
}
