package cn.zhitong.assistant.question;

/** Why a question is not answered, with what the asker is told where nothing fits better. */
public enum RefusalReason {
  NO_EVIDENCE("no_evidence", AnswerTexts.NO_EVIDENCE),
  OUT_OF_SCOPE("out_of_scope", AnswerTexts.OUT_OF_SCOPE),
  SMALL_TALK("small_talk", AnswerTexts.GREETING),
  UNSAFE("unsafe", AnswerTexts.UNSAFE);

  private final String code;
  private final String text;

  RefusalReason(String code, String text) {
    this.code = code;
    this.text = text;
  }

  public String code() {
    return code;
  }

  /** What the asker reads; it offers to file the question as an appeal. */
  public String text() {
    return text;
  }
}
