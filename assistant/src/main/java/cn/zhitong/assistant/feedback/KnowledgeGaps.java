package cn.zhitong.assistant.feedback;

import cn.zhitong.assistant.feedback.KnowledgeGap.Example;
import cn.zhitong.assistant.feedback.KnowledgeGap.GapCitation;
import cn.zhitong.assistant.feedback.KnowledgeGapStore.Topic;
import cn.zhitong.assistant.question.Answer;
import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.question.TopicWords;
import cn.zhitong.common.region.Gazetteer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What people asked in vain, by topic: grouped by the words that name it, and asked again by itself
 * when the library changed.
 */
@ApplicationScoped
class KnowledgeGaps {
  /** Share of words that two questions of one topic have in common. */
  private static final double ALIKE = .5;

  /** Asked again in one round: each takes about a tenth of a second. */
  private static final int ROUND = 20;

  /** Characters of a quote that an evaluation question demands. */
  private static final int DEMANDED = 24;

  private final KnowledgeGapStore store;
  private final AnswerPipeline answers;
  private final Gazetteer gazetteer;
  private final Clock clock;

  KnowledgeGaps(KnowledgeGapStore store, AnswerPipeline answers, Gazetteer gazetteer, Clock clock) {
    this.store = store;
    this.answers = answers;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /** The most complained of first. */
  List<KnowledgeGap> list(GapState state, int page, int pageSize) {
    store.group(
        question -> TopicWords.of(question, gazetteer), KnowledgeGaps::like, clock.instant());
    return store.list(state, pageSize, (page - 1L) * pageSize);
  }

  long count(GapState state) {
    return store.count(state);
  }

  Optional<KnowledgeGap> find(UUID id) {
    return store.find(id);
  }

  boolean change(UUID id, GapState state, String missing, String owner) {
    return store.change(id, state, missing, owner, clock.instant());
  }

  /** The topic that shares most words, where that is half of them; of no words, that of none. */
  static Optional<UUID> like(List<String> words, List<Topic> topics) {
    Topic best = null;
    double most = 0;
    for (Topic topic : topics) {
      double alike = alike(words, topic.words());
      if (alike >= ALIKE && alike > most) {
        most = alike;
        best = topic;
      }
    }
    return Optional.ofNullable(best).map(Topic::id);
  }

  private static double alike(List<String> one, List<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }

  @Scheduled(every = "10m", delayed = "2m")
  void askDueAgain() {
    store.due(ROUND).stream().flatMap(id -> store.find(id).stream()).forEach(this::askAgain);
  }

  /** Asks the topic's newest question; an answer closes the gap, and an answer lost opens it. */
  KnowledgeGap askAgain(KnowledgeGap gap) {
    Optional<Example> newest = gap.examples().stream().findFirst();
    QuestionRequest question =
        new QuestionRequest(
            newest.map(Example::question).orElse(gap.title()),
            null,
            newest.map(Example::region).orElse(null),
            null,
            false);
    List<GapCitation> found =
        answers
            .unrecorded(question)
            .fold(KnowledgeGaps::citations, r -> List.of(), r -> List.of(), c -> List.of());
    boolean closed = gap.state() == GapState.ANSWERED || gap.state() == GapState.DISMISSED;
    GapState state = !found.isEmpty() ? GapState.ANSWERED : closed ? GapState.OPEN : gap.state();
    store.checked(gap.id(), state, found, clock.instant());
    return store.find(gap.id()).orElseThrow();
  }

  private static List<GapCitation> citations(Answer.Answered answer) {
    return answer.citations().stream()
        .map(
            c ->
                new GapCitation(
                    c.title(),
                    c.externalId(),
                    c.clause() == null ? "*" : c.clause(),
                    c.quote().substring(0, Math.min(DEMANDED, c.quote().length()))))
        .toList();
  }
}
