package cn.zhitong.assistant.question;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A remark of the program beside an answer: made by rules, never a sentence of the answer.
 *
 * @param text one Chinese sentence
 */
@Schema(name = "AnswerNote", description = "程序按规则作出的说明，不是政策原文")
public record AnswerNote(
    @Schema(
            description =
                "window_closed 申报时间已过，comparison 与提问数字的比较，carried_over 按上文理解，scope 适用地区，more"
                    + " 另有相关规定",
            enumeration = {"window_closed", "comparison", "carried_over", "scope", "more"})
        String kind,
    String text) {

  static AnswerNote windowClosed(String text) {
    return new AnswerNote("window_closed", text);
  }

  static AnswerNote comparison(String text) {
    return new AnswerNote("comparison", text);
  }

  static AnswerNote carriedOver(String text) {
    return new AnswerNote("carried_over", text);
  }

  public static AnswerNote scope(String text) {
    return new AnswerNote("scope", text);
  }

  public static AnswerNote more(String text) {
    return new AnswerNote("more", text);
  }
}
