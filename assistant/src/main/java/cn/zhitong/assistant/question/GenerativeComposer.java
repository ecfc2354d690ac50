package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.llm.LanguageModel.Completed;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.prompts.AnswerPrompt;
import cn.zhitong.prompts.Prompts;
import cn.zhitong.prompts.QuotedPassage;
import cn.zhitong.prompts.RenderedPrompt;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has a language model write the answer. Nothing it says is trusted: quotes are looked up in the
 * passages, markers it made up are dropped, a sentence without a quote left is dropped with them,
 * and what remains goes to the verifier like any other sentence.
 */
final class GenerativeComposer {
  private static final int PASSAGES = 6;
  private static final int MAX_TOKENS = 1200;
  private static final int MAX_SENTENCES = 12;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final LanguageModel model;
  private final Prompts prompts;

  GenerativeComposer(LanguageModel model, Prompts prompts) {
    this.model = model;
    this.prompts = prompts;
  }

  /**
   * What the model wrote.
   *
   * @param sentences in its order, not verified yet
   */
  record Composition(List<CitedSentence> sentences, PromptUsed prompt) {}

  /** Whether composing takes seconds, so that related clauses are worth showing before. */
  boolean isSlow() {
    return model.configured();
  }

  /** Empty when there is no model, when it failed, or when its reply cannot be read. */
  Optional<Composition> compose(
      AnalyzedQuestion question, List<Hit> hits, ClauseFinder clauses, LocalDate asOf) {
    if (!model.configured()) {
      return Optional.empty();
    }
    List<Hit> shown = hits.subList(0, Math.min(PASSAGES, hits.size()));
    RenderedPrompt prompt =
        prompts.render(
            new AnswerPrompt(Prompts.nonce(), DAY.format(asOf), passages(shown), question.text()));
    var outcome =
        model.complete(
            new LanguageModel.Request(
                prompt.id(), prompt.system(), prompt.user(), MAX_TOKENS, true));
    if (!(outcome instanceof Completed reply)) {
      return Optional.empty();
    }
    PromptUsed used = new PromptUsed(prompt.id(), prompt.hash(), model.modelName());
    return ModelReply.object(reply.text())
        .map(json -> new Composition(sentences(json, shown, clauses), used));
  }

  private static List<QuotedPassage> passages(List<Hit> hits) {
    List<QuotedPassage> passages = new ArrayList<>();
    for (Hit hit : hits) {
      passages.add(
          new QuotedPassage(
              passages.size() + 1,
              Citation.titleOf(hit),
              orEmpty(hit.documentNumber()),
              orEmpty(hit.clause()),
              hit.status().label(),
              hit.text()));
    }
    return passages;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static List<CitedSentence> sentences(
      JsonNode json, List<Hit> shown, ClauseFinder clauses) {
    List<CitedSentence> sentences = new ArrayList<>();
    for (JsonNode node : json.path("sentences")) {
      String text = node.path("text").asText("").replaceAll("\\[\\d+]", "").strip();
      List<Citation> citations = new ArrayList<>();
      for (JsonNode source : node.path("sources")) {
        int marker = source.path("marker").asInt(0);
        if (marker >= 1 && marker <= shown.size()) {
          Quotes.find(source.path("quote").asText(""), shown.get(marker - 1), clauses)
              .ifPresent(citations::add);
        }
      }
      if (!text.isEmpty() && !citations.isEmpty() && sentences.size() < MAX_SENTENCES) {
        sentences.add(new CitedSentence(text, citations));
      }
    }
    return sentences;
  }
}
