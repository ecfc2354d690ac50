package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.PromptInjectionFilter;
import cn.zhitong.assistant.citation.Verifier;
import cn.zhitong.assistant.question.Answer.Answered;
import cn.zhitong.assistant.question.Answer.Related;
import cn.zhitong.assistant.question.GenerativeComposer.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Writes an answer from evidence that was found to answer: the clause that the question names, else
 * the model's sentences, else the policies' own; each is verified. Where nothing holds, related
 * clauses remain.
 */
final class AnswerWriter {
  private final GenerativeComposer generative;
  private final ExtractiveComposer extractive = new ExtractiveComposer();

  AnswerWriter(GenerativeComposer generative) {
    this.generative = generative;
  }

  /**
   * @param prompt null where no model wrote
   */
  record Written(Answer answer, PromptUsed prompt) {}

  Written write(
      AnalyzedQuestion question,
      QuestionRequest request,
      JudgedEvidence evidence,
      Related related,
      AnswerListener progress) {
    Verifier verifier = new Verifier(evidence.texts());
    stage(progress, "compose");
    List<CitedSentence> named = ReferencedClause.quoted(question, evidence);
    Optional<Composition> written = Optional.empty();
    if (named.isEmpty()) {
      if (generative.isSlow()) {
        progress.related(related.clauses());
      }
      written =
          generative.compose(
              question, evidence.judged().hits(), evidence.clauses(), request.asOf());
    }

    stage(progress, "verify");
    List<CitedSentence> verified = verified(verifier, named, progress);
    if (verified.isEmpty() && written.isPresent()) {
      List<CitedSentence> all = written.get().sentences();
      List<CitedSentence> left = verified(verifier, all, progress);
      if (AnswerCheck.stillAnswers(question, left, all)) {
        tell(left, progress);
        return new Written(new Answered(Mode.GENERATED, left), written.get().prompt());
      }
    }
    if (verified.isEmpty()) {
      verified = verified(verifier, quoted(question, evidence), progress);
    }
    if (!AnswerCheck.saysSomething(verified)) {
      progress.related(related.clauses());
      return new Written(related, null);
    }
    tell(verified, progress);
    return new Written(new Answered(Mode.EXTRACTIVE, verified), null);
  }

  private List<CitedSentence> quoted(AnalyzedQuestion question, JudgedEvidence evidence) {
    return extractive
        .compose(
            question,
            evidence.judged().hits(),
            evidence.judged().odds(),
            evidence.clauses(),
            evidence::whole)
        .stream()
        .flatMap(sentence -> PromptInjectionFilter.cutFrom(sentence).stream())
        .toList();
  }

  private static List<CitedSentence> verified(
      Verifier verifier, List<CitedSentence> sentences, AnswerListener progress) {
    List<CitedSentence> verified = new ArrayList<>();
    for (CitedSentence sentence : sentences) {
      throwIfCancelled(progress);
      if (verifier.verify(sentence).supported()) {
        verified.add(verifier.placed(sentence));
      }
    }
    return verified;
  }

  private static void tell(List<CitedSentence> sentences, AnswerListener progress) {
    for (CitedSentence sentence : sentences) {
      throwIfCancelled(progress);
      progress.sentence(sentence);
    }
  }

  private static void stage(AnswerListener progress, String name) {
    throwIfCancelled(progress);
    progress.stage(name);
  }

  static void throwIfCancelled(AnswerListener progress) {
    if (progress.cancelled()) {
      throw new CancellationException("nobody waits for the answer");
    }
  }
}
