package cn.zhitong.assistant.matching.enterprise;

/** An enterprise file or a row of a table that cannot be taken; the message says what to mend. */
public final class InvalidFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidFile(String message) {
    super(message);
  }
}
