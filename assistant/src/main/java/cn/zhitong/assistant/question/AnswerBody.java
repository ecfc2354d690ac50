package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.question.Answer.Answered;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer as {@code POST /api/questions} returns it. */
@Schema(name = "Answer", description = "回答：已答、相关条款、拒答或反问")
public record AnswerBody(
    @Schema(description = "回答编号；出错时为 null", nullable = true) UUID id,
    @Schema(description = "会话编号，追问时带上") UUID conversationId,
    @Schema(
            description = "answered 已答，related 只给出可能有关的条款，refused 拒答，clarify 反问",
            enumeration = {"answered", "related", "refused", "clarify"})
        String outcome,
    @Schema(
            description = "generated 由语言模型写成，extractive 摘自政策原文；未作答时为 null",
            enumeration = {"generated", "extractive"},
            nullable = true)
        String mode,
    @Schema(description = "各句相连的全文，不含引用标记；反问时为所问；related 时为固定的说明") String text,
    @Schema(description = "反问时可选的答案，可直接作为下一个问题") List<String> options,
    List<Sentence> sentences,
    List<MarkedCitation> citations,
    @Schema(
            description = "拒答原因；出错时为 null",
            enumeration = {"no_evidence", "out_of_scope", "small_talk", "unsafe"},
            nullable = true)
        String reason,
    @Schema(description = "程序按规则作出的说明：申报时间已过、与提问数字的比较、按上文理解、适用地区、另有相关规定") List<AnswerNote> notes,
    @Schema(description = "实际用来检索的问题；与所问相同时为 null", nullable = true) String understoodAs,
    @Schema(description = "耗时，毫秒") long tookMillis) {

  /** One sentence with the markers of its citations. */
  @Schema(name = "AnswerSentence")
  public record Sentence(String text, @Schema(description = "引用的标记，从 1 起") List<Integer> markers) {}

  public static AnswerBody of(Reply reply) {
    return reply
        .answer()
        .fold(
            answered -> answered(reply, answered),
            related -> new Parts("related").citing(related.clauses()).body(reply),
            refused -> new Parts("refused").because(refused.reason().code()).body(reply),
            clarify -> new Parts("clarify").offering(clarify.options()).body(reply));
  }

  /**
   * What a stream ends with after a fault: nothing is claimed, and nothing was recorded.
   *
   * @param conversationId of the request, null where it began none
   */
  static AnswerBody unavailable(UUID conversationId, String text) {
    return new AnswerBody(
        null,
        conversationId,
        "refused",
        null,
        text,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        null,
        0);
  }

  private static AnswerBody answered(Reply reply, Answered answered) {
    List<Citation> citations = answered.citations();
    List<Sentence> sentences =
        answered.sentences().stream().map(sentence -> sentence(sentence, citations)).toList();
    return new Parts(
            "answered",
            answered.mode().code(),
            List.of(),
            sentences,
            MarkedCitation.of(citations),
            null)
        .body(reply);
  }

  /** A sentence with the markers of its citations among those known. */
  public static Sentence sentence(CitedSentence sentence, List<Citation> citations) {
    return new Sentence(
        sentence.text(),
        sentence.citations().stream().map(c -> citations.indexOf(c) + 1).distinct().toList());
  }

  /** What the outcomes differ in. */
  private record Parts(
      String outcome,
      String mode,
      List<String> options,
      List<Sentence> sentences,
      List<MarkedCitation> citations,
      String reason) {

    Parts(String outcome) {
      this(outcome, null, List.of(), List.of(), List.of(), null);
    }

    Parts citing(List<Citation> clauses) {
      return new Parts(outcome, mode, options, sentences, MarkedCitation.of(clauses), reason);
    }

    Parts because(String why) {
      return new Parts(outcome, mode, options, sentences, citations, why);
    }

    Parts offering(List<String> questions) {
      return new Parts(outcome, mode, questions, sentences, citations, reason);
    }

    AnswerBody body(Reply reply) {
      return new AnswerBody(
          reply.id(),
          reply.conversationId(),
          outcome,
          mode,
          reply.answer().text(),
          options,
          sentences,
          citations,
          reason,
          reply.notes(),
          reply.understoodAs(),
          reply.tookMillis());
    }
  }
}
