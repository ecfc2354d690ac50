package cn.zhitong.assistant.openai;

import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.question.AnswerBody;
import cn.zhitong.assistant.question.AnswerNote;
import cn.zhitong.assistant.question.Mode;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer in OpenAI's form: whole, or a chunk of one. */
@Schema(name = "ChatCompletion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Completion(
    String id,
    @Schema(description = "chat.completion；逐句返回时为 chat.completion.chunk") String object,
    @Schema(description = "生成时间，Unix 秒") long created,
    String model,
    List<Choice> choices,
    @Schema(nullable = true) Usage usage,
    @Schema(description = "扩展：引用，marker 与正文中的 [n] 对应；逐句返回时在最后一段", nullable = true)
        List<MarkedCitation> citations,
    @Schema(description = "扩展：这是回答、相关条款、拒答还是反问", nullable = true) Outcome zhitong) {
  static final String MODEL = "zhitong";

  /** Before each option of a question back. */
  static final String OPTION = "- ";

  /** What a model wrote says so in its own text, wherever it is copied to. */
  static final String GENERATED = "\n\n（以上内容由人工智能生成，已逐句核对引文，仅供参考。）";

  @Schema(name = "ChatChoice")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Choice(
      int index,
      Text message,
      Text delta,
      @JsonProperty("finish_reason") @JsonInclude(JsonInclude.Include.ALWAYS)
          String finishReason) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Text(String role, String content) {}

  /**
   * No tokens are spent when policies answer in their own words, so that characters are counted.
   */
  @Schema(name = "ChatUsage", description = "以字符计")
  record Usage(
      @JsonProperty("prompt_tokens") int promptTokens,
      @JsonProperty("completion_tokens") int completionTokens,
      @JsonProperty("total_tokens") int totalTokens) {
    static Usage of(int prompt, int completion) {
      return new Usage(prompt, completion, prompt + completion);
    }
  }

  /** What the same question at {@code /api/questions} says beside the text. */
  @Schema(name = "ChatOutcome")
  record Outcome(
      UUID answerId,
      @Schema(enumeration = {"answered", "related", "refused", "clarify"}) String outcome,
      @Schema(nullable = true) String mode,
      @Schema(nullable = true) String reason,
      @Schema(description = "反问时可选的答案，可直接作为下一个问题") List<String> options,
      List<AnswerNote> notes,
      @Schema(nullable = true) String understoodAs) {
    static Outcome of(AnswerBody body) {
      return new Outcome(
          body.id(),
          body.outcome(),
          body.mode(),
          body.reason(),
          body.options(),
          body.notes(),
          body.understoodAs());
    }
  }

  static Completion whole(AnswerBody body, long created, int prompt) {
    String content = content(body);
    return new Completion(
        "chatcmpl-" + body.id(),
        "chat.completion",
        created,
        MODEL,
        List.of(new Choice(0, new Text("assistant", content), null, "stop")),
        Usage.of(prompt, content.length()),
        body.citations(),
        Outcome.of(body));
  }

  /** A piece of an answer; the first says whose it is. */
  static Completion chunk(String id, long created, String role, String content) {
    Choice piece = new Choice(0, null, new Text(role, content), null);
    return chunk(id, created, List.of(piece), null, null, null);
  }

  /** The end of the text, with what it rests on. */
  static Completion last(String id, long created, AnswerBody body) {
    Choice end = new Choice(0, null, new Text(null, null), "stop");
    return chunk(id, created, List.of(end), null, body.citations(), Outcome.of(body));
  }

  static Completion usage(String id, long created, int prompt, int completion) {
    return chunk(id, created, List.of(), Usage.of(prompt, completion), null, null);
  }

  private static Completion chunk(
      String id,
      long created,
      List<Choice> choices,
      Usage usage,
      List<MarkedCitation> citations,
      Outcome outcome) {
    return new Completion(
        id, "chat.completion.chunk", created, MODEL, choices, usage, citations, outcome);
  }

  /** Sentences with their markers; where there are none, what is said or asked instead. */
  static String content(AnswerBody body) {
    if (body.sentences().isEmpty()) {
      return body.text() + clauses(body) + options(body);
    }
    return body.sentences().stream().map(Completion::marked).collect(Collectors.joining())
        + label(body);
  }

  /** Empty where policies speak in their own words. */
  static String label(AnswerBody body) {
    return Mode.GENERATED.code().equals(body.mode()) ? GENERATED : "";
  }

  /** The clauses of a related list, each under its source. */
  private static String clauses(AnswerBody body) {
    return body.citations().stream()
        .map(
            c ->
                "\n\n《"
                    + c.title()
                    + "》"
                    + (c.clause() == null ? "" : c.clause())
                    + "：\n"
                    + c.quote().strip()
                    + "["
                    + c.marker()
                    + "]")
        .collect(Collectors.joining());
  }

  private static String options(AnswerBody body) {
    return body.options().stream()
        .map(option -> "\n" + OPTION + option)
        .collect(Collectors.joining());
  }

  static String marked(AnswerBody.Sentence sentence) {
    return sentence.text()
        + sentence.markers().stream().map(n -> "[" + n + "]").collect(Collectors.joining());
  }
}
