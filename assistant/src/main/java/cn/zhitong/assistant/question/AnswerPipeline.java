package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.citation.StoredTexts.StoredText;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.question.Answer.Answered;
import cn.zhitong.assistant.question.Answer.Refused;
import cn.zhitong.assistant.question.Answer.Related;
import cn.zhitong.assistant.question.AnswerWriter.Written;
import cn.zhitong.assistant.question.AnswerabilityModel.Judgement;
import cn.zhitong.assistant.question.EligibilityAnswers.Told;
import cn.zhitong.assistant.question.QuestionStore.Entry;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.runtime.LibraryLoading;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.prompts.Prompts;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * The pipeline of a question: screen, rewrite, retrieve, read, compose, verify, record. What a
 * question becomes is an {@link Answer}; only a fault of the program or of the database is an
 * exception.
 */
@Singleton
public class AnswerPipeline {
  private static final int TURNS = 3;

  private final Retrieval retrieval;
  private final StoredTexts library;
  private final QuestionStore questions;
  private final SpellingCorrector spelling;
  private final Rewriter rewriter;
  private final AnswerWriter writer;
  private final EvidenceSearch search;
  private final OffTopicModel offTopic;
  private final Clarifier clarifier;
  private final AnswerNotes notes;
  private final LibraryLoading loading;
  private final List<EligibilityAnswers> eligibility;
  private final Clock clock;

  @Inject
  public AnswerPipeline(
      Retrieval retrieval,
      LanguageModel model,
      CorpusStore store,
      Gazetteer gazetteer,
      Jdbc jdbc,
      Embedder embedder,
      PassageReader reader,
      LibraryLoading loading,
      @All List<EligibilityAnswers> eligibility,
      Clock clock) {
    this.library = new LibraryTexts(store);
    Prompts prompts = new Prompts();
    this.retrieval = retrieval;
    this.spelling = new SpellingCorrector(retrieval::vocabulary);
    this.questions = new QuestionStore(jdbc);
    this.rewriter = new Rewriter(model, prompts, new FollowUps(gazetteer));
    this.writer = new AnswerWriter(new GenerativeComposer(model, prompts));
    this.offTopic = new OffTopicModel(embedder);
    this.clarifier = new Clarifier(gazetteer);
    this.search =
        new EvidenceSearch(
            retrieval, new AnswerabilityModel(gazetteer, reader), library, store::clauses);
    this.notes = new AnswerNotes(gazetteer);
    this.loading = loading;
    this.eligibility = eligibility;
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
    Reply reply =
        new Reply(
            Ids.next(),
            conversation,
            outcome.answer,
            outcome.notes,
            outcome.understoodAs(request),
            outcome.support,
            took);
    AnswerMetrics.count(outcome.answer, took);
    questions.save(
        new Entry(
            reply.id(),
            conversation,
            started,
            request,
            outcome.standalone,
            outcome.answer,
            outcome.notes,
            outcome.prompt,
            outcome.support,
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
  private record Outcome(
      String standalone, Answer answer, List<AnswerNote> notes, PromptUsed prompt, double support) {
    Outcome(String standalone, Answer answer, double support) {
      this(standalone, answer, List.of(), null, support);
    }

    String understoodAs(QuestionRequest request) {
      return standalone.equals(request.question()) ? null : standalone;
    }
  }

  private Outcome outcome(QuestionRequest request, List<Turn> turns, AnswerListener progress) {
    stage(progress, "screen");
    Optional<Refused> refusal = InputGuardrail.refuses(request.question());
    if (refusal.isPresent()) {
      return new Outcome(request.question(), refusal.get(), Double.NaN);
    }

    stage(progress, "rewrite");
    String normal = QuestionNormalizer.normal(PersonalData.removed(request.question()));
    Optional<Told> eligible = EligibilityAnswers.first(eligibility, normal, request, turns);
    if (eligible.isPresent()) {
      return outcome(eligible.get(), progress);
    }
    String typed = spelling.corrected(normal);
    TopicEvidence topics = topics(request);
    String standalone = PersonalData.removed(rewriter.standalone(typed, turns, topics));
    boolean carried = !turns.isEmpty() && !standalone.equals(typed);
    Outcome outcome = outcome(standalone, carried, request, turns, progress);
    if (carried
        || !Refusals.isForLackOfEvidence(outcome.answer)
        || Refusals.isComplaint(standalone)) {
      return outcome;
    }
    return rewriter
        .carried(typed, turns, topics)
        .map(meant -> outcome(PersonalData.removed(meant), true, request, turns, progress))
        .filter(other -> !Refusals.isForLackOfEvidence(other.answer))
        .orElse(outcome);
  }

  private Outcome outcome(
      String standalone,
      boolean carried,
      QuestionRequest request,
      List<Turn> turns,
      AnswerListener progress) {
    AnalyzedQuestion question = AnalyzedQuestion.of(standalone);
    stage(progress, "retrieve");
    List<Hit> hits = search.search(question, request);

    stage(progress, "read");
    JudgedEvidence evidence = evidence(question, hits, request, turns, carried);
    Judgement judged = evidence.judged();
    Optional<Answer> asksBack =
        !judged.isOnTheMatter()
            ? Optional.empty()
            : clarifier.asksBack(question, request, judged.hits());
    if (asksBack.isPresent()) {
      return new Outcome(question.text(), asksBack.get(), judged.answers());
    }
    List<Citation> clauses = related(question, evidence);
    boolean claimed = judged.isClaimed(request, turns, carried);
    boolean complaint = !claimed && Refusals.isComplaint(question.text());
    boolean away = !claimed && offTopic.isOffTopic(question.text(), judged.isOnTheMatter());
    if (complaint || away || clauses.isEmpty()) {
      Optional<Outcome> elsewhere =
          complaint ? Optional.empty() : elsewhere(question, request, progress);
      return elsewhere.orElseGet(
          () ->
              new Outcome(
                  question.text(),
                  Refusals.of(question, away, loading.isRunning()),
                  judged.answers()));
    }

    Related related = new Related(clauses, judged.hurried());
    Written written =
        claimed
            ? writer.write(question, request, evidence, related, progress)
            : only(related, progress);
    return new Outcome(
        question.text(),
        written.answer(),
        notes.of(question, request, carried, written.answer(), evidence),
        written.prompt(),
        judged.answers());
  }

  private static Outcome outcome(Told told, AnswerListener progress) {
    if (told.answer() instanceof Answered answered) {
      answered.sentences().forEach(progress::sentence);
    }
    return new Outcome(told.standalone(), told.answer(), told.notes(), null, Double.NaN);
  }

  /** Clauses to be shown; none where nothing that was found is on the matter. */
  private static List<Citation> related(AnalyzedQuestion question, JudgedEvidence evidence) {
    return evidence.judged().isOnTheMatter()
        ? new RelatedClauses(evidence.clauses(), evidence.texts())
            .of(question, evidence.judged().hits())
        : List.of();
  }

  /**
   * What other places say, where nothing holds in the one that was chosen; never to a private
   * matter.
   */
  private Optional<Outcome> elsewhere(
      AnalyzedQuestion question, QuestionRequest request, AnswerListener progress) {
    if (request.region() == null || offTopic.isOffTopic(question.text(), true)) {
      return Optional.empty();
    }
    JudgedEvidence evidence =
        search.judged(question, search.search(question, request.everywhere()));
    List<Citation> clauses = related(question, evidence);
    if (clauses.isEmpty()) {
      return Optional.empty();
    }
    Judgement judged = evidence.judged();
    return Optional.of(
        new Outcome(
            question.text(),
            only(new Related(clauses, judged.hurried()), progress).answer(),
            List.of(AnswerNote.scope("所选地区没有找到这方面的规定，以上是其他地区的规定，供参考。")),
            null,
            judged.answers()));
  }

  private static Written only(Related related, AnswerListener progress) {
    progress.related(related.clauses());
    return new Written(related, null);
  }

  private JudgedEvidence evidence(
      AnalyzedQuestion question,
      List<Hit> hits,
      QuestionRequest request,
      List<Turn> turns,
      boolean carried) {
    JudgedEvidence found = search.judged(question, hits);
    return found.judged().isClaimed(request, turns, carried)
        ? found
        : search.orInOfficialWords(found, question, request);
  }

  /** What the library says of a question that may lean on the one before. */
  private TopicEvidence topics(QuestionRequest request) {
    return new TopicEvidence(
        text -> retrieval.search(QueryExpander.query(text, request)),
        policy -> library.find(policy).map(StoredText::text));
  }

  private static void stage(AnswerListener progress, String name) {
    AnswerWriter.throwIfCancelled(progress);
    progress.stage(name);
  }
}
