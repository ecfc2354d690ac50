package cn.zhitong.assistant.payment;

/** A cell does not say what its column is for; the message tells why and what to do, in Chinese. */
final class UnreadableCell extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableCell(String why) {
    super(why);
  }
}
