package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.triage.classify.AppealClassifier;
import cn.zhitong.assistant.triage.classify.ColdStartClassifier;
import cn.zhitong.assistant.triage.classify.DutyRanker;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.cache.LeastRecentlyUsed;
import cn.zhitong.common.embedding.Embedder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The sorter in use, as the latest decision names it, and candidates by id; loaded by every node.
 */
@ApplicationScoped
public class ModelRegistry {
  private static final Logger LOG = Logger.getLogger(ModelRegistry.class);

  /** A promotion on another node is followed within this time. */
  private static final long REFRESH_SECONDS = 2;

  /** The one in use, one before, and a candidate or two under comparison. */
  private static final int KEPT = 4;

  private final ModelStore store;
  private final ModelDecisionStore decisions;
  private final ColdStartClassifier dayOne;
  private final DutyRanker duties;
  private final Embedder embedder;
  private final Clock clock;
  private final LeastRecentlyUsed<UUID, AppealClassifier> loaded = new LeastRecentlyUsed<>(KEPT);

  /** Looked for anew every few seconds; told once. */
  private final Set<UUID> warned = ConcurrentHashMap.newKeySet();

  private volatile InUse inUse = new InUse(null, Instant.EPOCH);

  private record InUse(AppealClassifier sorter, Instant until) {}

  @Inject
  ModelRegistry(
      ModelStore store,
      ModelDecisionStore decisions,
      ColdStartClassifier dayOne,
      DutyRanker duties,
      Embedder embedder,
      Clock clock) {
    this.store = store;
    this.decisions = decisions;
    this.dayOne = dayOne;
    this.duties = duties;
    this.embedder = embedder;
    this.clock = clock;
  }

  /** The model that suggests now, on this node. */
  public AppealClassifier inUse() {
    InUse present = inUse;
    Instant now = clock.instant();
    if (present.sorter() != null && now.isBefore(present.until())) {
      return present.sorter();
    }
    AppealClassifier sorter = decisions.inUse().flatMap(this::load).orElse(dayOne);
    inUse = new InUse(sorter, now.plusSeconds(REFRESH_SECONDS));
    return sorter;
  }

  /**
   * @param id as the API gave it
   * @throws Problem.NotFound when there is none, or none that this version reads
   */
  public AppealClassifier candidate(String id) {
    try {
      return load(UUID.fromString(id))
          .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的模型，或它由不兼容的版本训练，请重新训练。"));
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("model 应为模型编号（UUID），可在 GET /api/triage/models 中查到。");
    }
  }

  void promote(UUID id, String who, String reason) {
    decisions.promote(id, who, reason, clock.instant());
    inUse = new InUse(null, Instant.EPOCH);
  }

  /**
   * Goes back to the model before, or to day-one mode.
   *
   * @throws Problem.Conflict when there is none to go back from
   */
  void rollBack(String who, String reason) {
    if (!decisions.rollBack(who, reason, clock.instant())) {
      throw new Problem.Conflict("现在没有启用任何模型，无从回退。", Map.of());
    }
    inUse = new InUse(null, Instant.EPOCH);
  }

  private synchronized Optional<AppealClassifier> load(UUID id) {
    AppealClassifier present = loaded.get(id);
    if (present != null) {
      return Optional.of(present);
    }
    Optional<TrainedModel> model = store.content(id).map(TrainedModel::of);
    if (model.isEmpty() && warned.add(id)) {
      LOG.warnf(
          "triage model %s is in a form that this version does not read (it reads form %d): train"
              + " anew; until then suggestions are made as on the first day",
          id, TrainedModel.FORMAT);
    }
    if (model.isPresent() && !model.get().embedder().equals(embedder.modelId())) {
      LOG.warnf(
          "triage model %s was trained on vectors of %s, this node makes %s: train anew",
          id, model.get().embedder(), embedder.modelId());
      return Optional.empty();
    }
    Optional<AppealClassifier> sorter =
        model.map(trained -> new TrainedClassifier(id, trained, store, dayOne, duties));
    sorter.ifPresent(s -> loaded.put(id, s));
    return sorter;
  }
}
