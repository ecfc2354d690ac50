package cn.zhitong.assistant.openai;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.question.Turn;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What OpenAI's clients send, as far as it means something here; the rest is ignored. */
@Schema(name = "ChatCompletionRequest", description = "OpenAI 格式的请求；未列出的参数被忽略")
record ChatRequest(
    @Schema(description = "模型名，任意；回答总由本服务给出", examples = "zhitong") String model,
    @Schema(description = "最后一条 user 消息是问题，之前的 user、assistant 消息是上文；system 消息不起作用", required = true)
        List<Message> messages,
    @Schema(description = "是否以 SSE 逐句返回，默认否") Boolean stream,
    @JsonProperty("stream_options") StreamOptions streamOptions,
    @Schema(description = "扩展：行政区划代码，六位", examples = "350100") String region,
    @Schema(description = "扩展：以哪一天有效的政策回答，默认今天", examples = "2025-06-01") LocalDate asOf,
    @Schema(description = "扩展：是否允许引用已失效的政策，默认否") Boolean includeExpired) {
  private static final int LONGEST = QuestionRequest.LONGEST;
  private static final int TURNS = 3;

  ChatRequest {
    messages = messages == null ? List.of() : messages.stream().filter(Objects::nonNull).toList();
  }

  /** One message; content is a text or a list of parts. */
  @Schema(name = "ChatMessage")
  record Message(
      @Schema(
              description = "角色",
              enumeration = {"system", "developer", "user", "assistant", "tool"})
          String role,
      @Schema(description = "文字，或内容片段的数组（只取 type=text 的）", implementation = String.class)
          JsonNode content) {

    String text() {
      if (content == null || content.isNull()) {
        return "";
      }
      if (content.isTextual()) {
        return content.asText().strip();
      }
      List<String> parts = new ArrayList<>();
      content.forEach(part -> parts.add(part.path("text").asText("")));
      return String.join("\n", parts).strip();
    }

    boolean is(String wanted) {
      return wanted.equals(role);
    }
  }

  /**
   * @param includeUsage whether a last chunk tells the usage
   */
  record StreamOptions(@JsonProperty("include_usage") boolean includeUsage) {}

  boolean streams() {
    return Boolean.TRUE.equals(stream);
  }

  boolean wantsUsage() {
    return streamOptions != null && streamOptions.includeUsage();
  }

  /**
   * The question: the last message, which must be a user's.
   *
   * @throws Problem.InvalidRequest with what is wrong
   */
  QuestionRequest question() {
    if (messages.isEmpty()) {
      throw new Problem.InvalidRequest("messages 不能为空，请至少提供一条 role 为 user 的消息。");
    }
    String question = messages.get(lastUser()).text();
    if (question.isEmpty()) {
      throw new Problem.InvalidRequest("最后一条 user 消息没有文字，请填写问题。");
    }
    if (question.length() > LONGEST) {
      throw new Problem.InvalidRequest("问题过长，请控制在 " + LONGEST + " 字以内。");
    }
    if (region != null && !region.matches("\\d{6}")) {
      throw new Problem.InvalidRequest("region 应为六位行政区划代码，例如 350000，请改正或不填。");
    }
    return new QuestionRequest(question, null, region, asOf, Boolean.TRUE.equals(includeExpired));
  }

  private int lastUser() {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i).is("user")) {
        return i;
      }
    }
    throw new Problem.InvalidRequest("messages 中没有 role 为 user 的消息，请把问题放在其中。");
  }

  /** The last questions before it with what was answered, oldest first. */
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    String asked = null;
    for (Message message : messages.subList(0, lastUser())) {
      if (message.is("user")) {
        asked = message.text();
      } else if (message.is("assistant") && asked != null && !asked.isEmpty()) {
        String question = cut(asked);
        String answer = cut(message.text());
        turns.add(new Turn(question, question, answer, List.of(), options(answer)));
        asked = null;
      }
    }
    return turns.subList(Math.max(0, turns.size() - TURNS), turns.size());
  }

  /** What a question back offered, as {@link Completion} writes it. */
  private static List<String> options(String answer) {
    return answer
        .lines()
        .filter(line -> line.startsWith(Completion.OPTION))
        .map(line -> line.substring(Completion.OPTION.length()).strip())
        .toList();
  }

  /** Without identifiers, as the conversations of the pages are kept: a model may be told it. */
  private static String cut(String text) {
    String told = PersonalData.removed(text);
    return told.length() <= LONGEST ? told : told.substring(0, LONGEST);
  }

  /** Characters of all messages; see {@link Completion.Usage}. */
  int characters() {
    return messages.stream().mapToInt(message -> message.text().length()).sum();
  }
}
