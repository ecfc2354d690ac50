package cn.zhitong.assistant.question;

import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.llm.LanguageModel.Completed;
import cn.zhitong.prompts.Prompts;
import cn.zhitong.prompts.RenderedPrompt;
import cn.zhitong.prompts.RewritePrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a follow-up into a question that stands alone: by the model, else by carrying the topic. A
 * reply to the assistant's own question back is the option that it names.
 */
final class Rewriter {
  private static final int MAX_TOKENS = 200;
  private static final int MAX_LENGTH = 200;

  /** Taking back how the last question was understood; what is meant may follow. */
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "^(?:不是(?=[，,。.！!：:我]|$)|不对|错了|理解错了|你?(?:理解|搞|弄)错了|不是这个意思|不是问这个|我不是(?:这个意思|问这个|在问这个)|按原话|单独(?:回答|问)|重新回答|按字面)(?:的|了|重新回答|回答)?[，,。.！!"
              + " ]*(?:我?(?:是想?|想)?(?:问的?|说的?|要问的?)(?:是|就是)?)?[，,：: ]*");

  private final LanguageModel model;
  private final Prompts prompts;
  private final FollowUps followUps;

  Rewriter(LanguageModel model, Prompts prompts, FollowUps followUps) {
    this.model = model;
    this.prompts = prompts;
    this.followUps = followUps;
  }

  /**
   * @param turns oldest first
   * @return the question itself where it stands alone
   */
  String standalone(String question, List<Turn> turns, TopicEvidence library) {
    if (turns.isEmpty()) {
      return question;
    }
    Turn last = turns.get(turns.size() - 1);
    Optional<String> option = OptionReply.chosen(question, last.options());
    if (option.isPresent()) {
      return option.get();
    }
    Matcher takenBack = TAKEN_BACK.matcher(question);
    if (takenBack.find()) {
      String meant = question.substring(takenBack.end());
      return meant.isBlank() ? last.asked() : meant;
    }
    String completed = followUps.complete(question, resolved(turns, library), library);
    return completed.equals(question) ? question : byModel(question, turns).orElse(completed);
  }

  /**
   * What a question that finds nothing by itself means after the one before it.
   *
   * @return empty where nothing says that it leans on it
   */
  Optional<String> carried(String question, List<Turn> turns, TopicEvidence library) {
    return turns.isEmpty()
        ? Optional.empty()
        : followUps.carried(question, resolved(turns, library), library);
  }

  /** Turns of a conversation that the caller keeps are as they were typed. */
  private List<Turn> resolved(List<Turn> turns, TopicEvidence library) {
    List<Turn> resolved = new ArrayList<>();
    for (Turn turn : turns) {
      boolean typed = turn.policies().isEmpty() && turn.question().equals(turn.asked());
      String question =
          typed ? followUps.complete(turn.question(), resolved, library) : turn.question();
      resolved.add(
          new Turn(question, turn.asked(), turn.answer(), turn.policies(), turn.options()));
    }
    return resolved;
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
