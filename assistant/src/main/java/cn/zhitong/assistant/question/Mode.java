package cn.zhitong.assistant.question;

/** How an answer was made. */
public enum Mode {
  GENERATED("generated"),
  EXTRACTIVE("extractive");

  private final String code;

  Mode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
