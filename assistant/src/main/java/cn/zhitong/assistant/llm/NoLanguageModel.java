package cn.zhitong.assistant.llm;

/** The embedded default: none, and everything works extractively. */
final class NoLanguageModel implements LanguageModel {
  @Override
  public boolean configured() {
    return false;
  }

  @Override
  public String modelName() {
    return null;
  }

  @Override
  public Outcome complete(Request request) {
    return new Unavailable("not_configured");
  }
}
