package cn.zhitong.assistant.matching.condition;

/** A tree or a fact that does not follow the contract; the message says where and what. */
public final class InvalidCondition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidCondition(String message) {
    super(message);
  }
}
