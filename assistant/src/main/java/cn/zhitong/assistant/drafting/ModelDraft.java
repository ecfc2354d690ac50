package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.ReplyText;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.Verifier;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.question.ModelReply;
import cn.zhitong.assistant.question.Quotes;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.prompts.DraftPrompt;
import cn.zhitong.prompts.Prompts;
import cn.zhitong.prompts.QuotedPassage;
import cn.zhitong.prompts.RenderedPrompt;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has a language model write the body of a reply. As with answers nothing it says is trusted: a
 * sentence without a quote that stands in the library, or with a figure of its own, is dropped. The
 * model never sees who wrote, nor numbers that identify people.
 */
final class ModelDraft {
  private static final int PASSAGES = 8;
  private static final int MAX_TOKENS = 2000;
  private static final int MAX_GAP = 60;
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final LanguageModel model;
  private final Prompts prompts;

  ModelDraft(LanguageModel model, Prompts prompts) {
    this.model = model;
    this.prompts = prompts;
  }

  /**
   * Empty without a model, when it fails, and when nothing that it wrote can be verified.
   *
   * @param passages what it may quote; searched for only where there is a model
   */
  Optional<MatterReply> write(
      Appeal appeal,
      String category,
      Supplier<List<Hit>> passages,
      LocalDate today,
      Verifier verifier) {
    List<Hit> hits = model.configured() ? passages.get() : List.of();
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    List<Hit> shown = hits.subList(0, Math.min(PASSAGES, hits.size()));
    RenderedPrompt prompt =
        prompts.render(
            new DraftPrompt(
                Prompts.nonce(),
                DAY.format(today),
                passages(shown),
                PersonalData.mask(appeal.title()),
                category,
                PersonalData.mask(appeal.text())));
    LanguageModel.Outcome outcome =
        model.complete(
            new LanguageModel.Request(
                prompt.id(), prompt.system(), prompt.user(), MAX_TOKENS, true));
    if (!(outcome instanceof LanguageModel.Completed reply)) {
      return Optional.empty();
    }
    return ModelReply.object(reply.text())
        .map(json -> verified(json, shown, verifier))
        .filter(written -> !written.paragraphs().isEmpty());
  }

  private static MatterReply verified(JsonNode json, List<Hit> shown, Verifier verifier) {
    List<List<CitedSentence>> paragraphs = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (JsonNode paragraph : json.path("paragraphs")) {
      List<CitedSentence> sentences = new ArrayList<>();
      for (JsonNode sentence : paragraph.path("sentences")) {
        String text = sentence.path("text").asText("").replaceAll("\\[\\d+]", "").strip();
        if (text.startsWith("【") && ReplyText.hasGap(text) && text.length() <= MAX_GAP) {
          gaps.add(text);
        } else {
          cited(text, sentence.path("sources"), shown)
              .filter(candidate -> verifier.verify(candidate).supported())
              .ifPresent(sentences::add);
        }
      }
      if (!sentences.isEmpty()) {
        paragraphs.add(sentences);
      }
    }
    return new MatterReply(null, paragraphs, gaps);
  }

  private static Optional<CitedSentence> cited(String text, JsonNode sources, List<Hit> shown) {
    List<Citation> citations = new ArrayList<>();
    for (JsonNode source : sources) {
      int marker = source.path("marker").asInt(0);
      if (marker >= 1 && marker <= shown.size()) {
        Quotes.find(source.path("quote").asText(""), shown.get(marker - 1))
            .ifPresent(citations::add);
      }
    }
    return text.isEmpty() || citations.isEmpty()
        ? Optional.empty()
        : Optional.of(new CitedSentence(text, citations));
  }

  private static List<QuotedPassage> passages(List<Hit> hits) {
    List<QuotedPassage> passages = new ArrayList<>();
    for (Hit hit : hits) {
      passages.add(
          new QuotedPassage(
              passages.size() + 1,
              Citation.titleOf(hit),
              hit.documentNumber() == null ? "" : hit.documentNumber(),
              hit.clause() == null ? "" : hit.clause(),
              hit.status().label(),
              hit.text()));
    }
    return passages;
  }
}
