package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.PromptInjectionFilter;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.citation.Verifier;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.question.Answer.Answered;
import cn.zhitong.assistant.question.Answer.Refused;
import cn.zhitong.assistant.question.GenerativeComposer.Composition;
import cn.zhitong.assistant.question.QuestionStore.Entry;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.prompts.Prompts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * The pipeline of a question: screen, rewrite, retrieve, compose, verify, record. What a question
 * becomes is an {@link Answer}; only a fault of the program or of the database is an exception.
 */
@Singleton
public class AnswerPipeline {
  /** Passages fetched: enough to compose from and to judge how well the question is covered. */
  private static final int PASSAGES = 20;

  private static final int TURNS = 3;

  private final Retrieval retrieval;
  private final StoredTexts library;
  private final Function<PolicyId, List<Clause>> outlines;
  private final QuestionStore questions;
  private final Rewriter rewriter;
  private final GenerativeComposer generative;
  private final ExtractiveComposer extractive = new ExtractiveComposer();
  private final AnswerabilityModel support;
  private final Clarifier clarifier;
  private final Clock clock;

  @Inject
  public AnswerPipeline(
      Retrieval retrieval,
      LanguageModel model,
      CorpusStore store,
      Gazetteer gazetteer,
      Jdbc jdbc,
      Clock clock) {
    this.library = new LibraryTexts(store);
    this.outlines = store::clauses;
    Prompts prompts = new Prompts();
    this.retrieval = retrieval;
    this.questions = new QuestionStore(jdbc);
    this.rewriter = new Rewriter(model, prompts, new FollowUps(gazetteer));
    this.generative = new GenerativeComposer(model, prompts);
    this.clarifier = new Clarifier(gazetteer);
    this.support = new AnswerabilityModel(gazetteer);
    this.clock = clock;
  }

  /** Answers and records a question. */
  public Answer answer(QuestionRequest request) {
    return ask(request, AnswerListener.NONE).answer();
  }

  /**
   * Answers and records a question, telling how far it is.
   *
   * @throws CancellationException when nobody waits any more; nothing is recorded then
   */
  public Reply ask(QuestionRequest asked, AnswerListener progress) {
    return ask(asked, recorded(asked), progress);
  }

  /** The same in a conversation that the caller keeps: its earlier turns, oldest first. */
  public Reply ask(QuestionRequest asked, List<Turn> turns, AnswerListener progress) {
    Instant started = clock.instant();
    QuestionRequest request = asked.onDay(LocalDate.now(clock));
    UUID conversation = request.conversationId() == null ? Ids.next() : request.conversationId();

    Outcome outcome = outcome(request, turns, progress);

    stage(progress, "record");
    long took = clock.millis() - started.toEpochMilli();
    Reply reply = new Reply(Ids.next(), conversation, outcome.answer, outcome.support, took);
    questions.save(
        new Entry(
            reply.id(),
            conversation,
            started,
            request,
            outcome.standalone,
            outcome.answer,
            outcome.prompt,
            took));
    return reply;
  }

  /**
   * Answers without recording: for drafts of replies, which are recorded with their case. Region
   * and day as the request has them.
   */
  public Answer unrecorded(QuestionRequest asked) {
    return outcome(asked.onDay(LocalDate.now(clock)), recorded(asked), AnswerListener.NONE).answer;
  }

  private List<Turn> recorded(QuestionRequest asked) {
    return asked.conversationId() == null
        ? List.of()
        : questions.turns(asked.conversationId(), TURNS);
  }

  /** See {@link Reply} for {@code support}. */
  private record Outcome(String standalone, Answer answer, PromptUsed prompt, double support) {
    static Outcome refused(String standalone, RefusalReason reason, double support) {
      return new Outcome(standalone, new Refused(reason), null, support);
    }
  }

  private Outcome outcome(QuestionRequest request, List<Turn> turns, AnswerListener progress) {
    stage(progress, "screen");
    Optional<RefusalReason> refusal = InputGuardrail.refuses(request.question());
    if (refusal.isPresent()) {
      return Outcome.refused(request.question(), refusal.get(), Double.NaN);
    }

    stage(progress, "rewrite");
    AnalyzedQuestion question =
        AnalyzedQuestion.of(
            PersonalData.removed(
                rewriter.standalone(PersonalData.removed(request.question()), turns)));

    stage(progress, "retrieve");
    List<Hit> hits = retrieval.search(query(question, request));
    StoredTexts texts = library.remembering();
    boolean carried = !turns.isEmpty() && !question.text().equals(request.question());
    double floor = carried ? AnswerabilityModel.FOLLOW_UP_FLOOR : AnswerabilityModel.FLOOR;
    double probability = support.probability(question, hits, hit -> whole(texts, hit));
    Optional<Answer> asksBack =
        probability < AnswerabilityModel.ASKING_FLOOR
            ? Optional.empty()
            : clarifier.asksBack(question, request, hits);
    if (asksBack.isPresent()) {
      return new Outcome(question.text(), asksBack.get(), null, probability);
    }
    if (probability < floor) {
      return Outcome.refused(
          question.text(), AnswerabilityModel.reason(question, hits), probability);
    }

    stage(progress, "compose");
    ClauseFinder clauses = new ClauseFinder(outlines);
    Optional<Composition> written = generative.compose(question, hits, clauses, request.asOf());

    stage(progress, "verify");
    Verifier verifier = new Verifier(texts);
    List<CitedSentence> verified =
        written.map(text -> verified(verifier, text.sentences(), progress)).orElse(List.of());
    if (!verified.isEmpty()) {
      return new Outcome(
          question.text(),
          new Answered(Mode.GENERATED, verified),
          written.get().prompt(),
          probability);
    }
    verified = verified(verifier, quoted(question, hits, clauses), progress);
    return verified.isEmpty()
        ? Outcome.refused(question.text(), RefusalReason.NO_EVIDENCE, probability)
        : new Outcome(question.text(), new Answered(Mode.EXTRACTIVE, verified), null, probability);
  }

  private List<CitedSentence> quoted(
      AnalyzedQuestion question, List<Hit> hits, ClauseFinder clauses) {
    return extractive.compose(question, hits, clauses).stream()
        .flatMap(sentence -> PromptInjectionFilter.cutFrom(sentence).stream())
        .toList();
  }

  private static String whole(StoredTexts texts, Hit hit) {
    return texts.find(hit.policyId()).map(StoredTexts.StoredText::text).orElse(hit.text());
  }

  private static SearchQuery query(AnalyzedQuestion question, QuestionRequest request) {
    return new SearchQuery(
        QueryExpander.with(question.text()),
        PASSAGES,
        request.region(),
        request.asOf(),
        Set.of(),
        request.includeExpired());
  }

  private static List<CitedSentence> verified(
      Verifier verifier, List<CitedSentence> sentences, AnswerListener progress) {
    List<CitedSentence> verified = new ArrayList<>();
    for (CitedSentence sentence : sentences) {
      if (progress.cancelled()) {
        throw new CancellationException("nobody waits for the answer");
      }
      if (verifier.verify(sentence).supported()) {
        CitedSentence placed = verifier.placed(sentence);
        verified.add(placed);
        progress.sentence(placed);
      }
    }
    return verified;
  }

  private static void stage(AnswerListener progress, String name) {
    if (progress.cancelled()) {
      throw new CancellationException("nobody waits for the answer");
    }
    progress.stage(name);
  }
}
