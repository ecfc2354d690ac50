package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.question.Answer.Answered;
import cn.zhitong.assistant.question.Answer.Clarify;
import cn.zhitong.assistant.question.Answer.Refused;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer as {@code POST /api/questions} returns it. */
@Schema(name = "Answer", description = "回答：已答、拒答或反问")
public record AnswerBody(
    @Schema(description = "回答编号") UUID id,
    @Schema(description = "会话编号，追问时带上") UUID conversationId,
    @Schema(
            description = "answered 已答，refused 拒答，clarify 反问",
            enumeration = {"answered", "refused", "clarify"})
        String outcome,
    @Schema(
            description = "generated 由语言模型写成，extractive 摘自政策原文；未作答时为 null",
            enumeration = {"generated", "extractive"},
            nullable = true)
        String mode,
    @Schema(description = "各句相连的全文，不含引用标记；反问时为所问") String text,
    @Schema(description = "反问时可选的答案，可直接作为下一个问题") List<String> options,
    List<Sentence> sentences,
    List<MarkedCitation> citations,
    @Schema(
            description = "拒答原因",
            enumeration = {"no_evidence", "out_of_scope", "unsafe"},
            nullable = true)
        String reason,
    @Schema(description = "耗时，毫秒") long tookMillis) {

  /** One sentence with the markers of its citations. */
  @Schema(name = "AnswerSentence")
  public record Sentence(String text, @Schema(description = "引用的标记，从 1 起") List<Integer> markers) {}

  public static AnswerBody of(Reply reply) {
    return reply
        .answer()
        .fold(
            answered -> answered(reply, answered),
            refused -> refused(reply, refused),
            clarify -> clarify(reply, clarify));
  }

  private static AnswerBody answered(Reply reply, Answered answered) {
    List<Citation> citations = answered.citations();
    List<Sentence> sentences =
        answered.sentences().stream().map(sentence -> sentence(sentence, citations)).toList();
    return new AnswerBody(
        reply.id(),
        reply.conversationId(),
        "answered",
        answered.mode().code(),
        answered.text(),
        List.of(),
        sentences,
        MarkedCitation.of(citations),
        null,
        reply.tookMillis());
  }

  /** A sentence with the markers of its citations among those known. */
  public static Sentence sentence(CitedSentence sentence, List<Citation> citations) {
    return new Sentence(
        sentence.text(),
        sentence.citations().stream().map(c -> citations.indexOf(c) + 1).distinct().toList());
  }

  private static AnswerBody refused(Reply reply, Refused refused) {
    return without("refused", reply, List.of(), refused.reason().code());
  }

  private static AnswerBody clarify(Reply reply, Clarify clarify) {
    return without("clarify", reply, clarify.options(), null);
  }

  private static AnswerBody without(
      String outcome, Reply reply, List<String> options, String reason) {
    return new AnswerBody(
        reply.id(),
        reply.conversationId(),
        outcome,
        null,
        reply.answer().text(),
        options,
        List.of(),
        List.of(),
        reason,
        reply.tookMillis());
  }
}
