package cn.zhitong.assistant.question;

import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.llm.LanguageModel.Completed;
import cn.zhitong.prompts.Prompts;
import cn.zhitong.prompts.RenderedPrompt;
import cn.zhitong.prompts.RewritePrompt;
import java.util.List;
import java.util.Optional;

/**
 * Turns a follow-up into a question that stands alone: by the model, else by carrying the topic.
 */
final class Rewriter {
  private static final int MAX_TOKENS = 200;
  private static final int MAX_LENGTH = 200;

  private final LanguageModel model;
  private final Prompts prompts;
  private final FollowUps followUps;

  Rewriter(LanguageModel model, Prompts prompts, FollowUps followUps) {
    this.model = model;
    this.prompts = prompts;
    this.followUps = followUps;
  }

  String standalone(String question, List<Turn> turns) {
    if (turns.isEmpty()) {
      return question;
    }
    Optional<String> option = OptionReply.chosen(question, turns.get(turns.size() - 1).options());
    if (option.isPresent()) {
      return option.get();
    }
    if (!followUps.isFollowUp(question)) {
      return question;
    }
    return byModel(question, turns).orElseGet(() -> followUps.complete(question, turns));
  }

  private Optional<String> byModel(String question, List<Turn> turns) {
    if (!model.configured()) {
      return Optional.empty();
    }
    RenderedPrompt prompt =
        prompts.render(
            new RewritePrompt(
                Prompts.nonce(),
                turns.stream().map(t -> new RewritePrompt.Turn(t.question(), t.answer())).toList(),
                question));
    var outcome =
        model.complete(
            new LanguageModel.Request(
                prompt.id(), prompt.system(), prompt.user(), MAX_TOKENS, true));
    return outcome instanceof Completed reply
        ? ModelReply.object(reply.text())
            .map(json -> json.path("question").asText("").strip())
            .filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH)
        : Optional.empty();
  }
}
