package cn.zhitong.assistant.operation;

/**
 * One line of the doctor.
 *
 * @param subject what was looked at
 * @param text what was found
 * @param advice what to do; empty where all is well
 */
record Finding(Grade grade, String subject, String text, String advice) {

  /** How bad it is: only a fault changes the exit code. */
  enum Grade {
    GOOD("正常"),
    NOTE("注意"),
    FAULT("故障");

    private final String label;

    Grade(String label) {
      this.label = label;
    }
  }

  static Finding good(String subject, String text) {
    return new Finding(Grade.GOOD, subject, text, "");
  }

  static Finding note(String subject, String text, String advice) {
    return new Finding(Grade.NOTE, subject, text, advice);
  }

  static Finding fault(String subject, String text, String advice) {
    return new Finding(Grade.FAULT, subject, text, advice);
  }

  boolean isFault() {
    return grade == Grade.FAULT;
  }

  String line() {
    String found = "[%s] %s：%s".formatted(grade.label, subject, text);
    return advice.isEmpty() ? found : found + "  → " + advice;
  }
}
