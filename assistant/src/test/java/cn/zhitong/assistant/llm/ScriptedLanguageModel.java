package cn.zhitong.assistant.llm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Says what a test tells it to, in order, and keeps what it was asked. */
public final class ScriptedLanguageModel implements LanguageModel {
  private final Deque<Function<Request, Outcome>> script = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();

  public ScriptedLanguageModel says(String text) {
    return answers(request -> new Completed(text, 1, 1, 1));
  }

  public ScriptedLanguageModel fails(String reason) {
    return answers(request -> new Unavailable(reason));
  }

  public ScriptedLanguageModel answers(Function<Request, Outcome> outcome) {
    script.add(outcome);
    return this;
  }

  public List<Request> requests() {
    return requests;
  }

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public String modelName() {
    return "scripted";
  }

  @Override
  public Outcome complete(Request request) {
    requests.add(request);
    if (script.isEmpty()) {
      throw new AssertionError("not in the script: " + request.task());
    }
    return script.remove().apply(request);
  }
}
