package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.runtime.DaemonThreads;
import cn.zhitong.assistant.triage.history.DataReport;
import cn.zhitong.assistant.triage.history.History;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Trains in the background, one history after the other: a training uses every core. */
@ApplicationScoped
class TrainingJobs {
  private static final Logger LOG = Logger.getLogger(TrainingJobs.class);

  /** A step of a training takes seconds; one that is silent this long has lost its node. */
  private static final Duration LOST_AFTER = Duration.ofMinutes(15);

  private final Trainer trainer;
  private final ModelStore models;
  private final ModelDecisionStore decisions;
  private final ModelRegistry inUse;
  private final JobStore jobs;
  private final ObjectMapper json;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(DaemonThreads.named("triage-training"));

  @Inject
  TrainingJobs(
      Trainer trainer,
      ModelStore models,
      ModelDecisionStore decisions,
      ModelRegistry inUse,
      JobStore jobs,
      ObjectMapper json,
      Clock clock) {
    this.trainer = trainer;
    this.models = models;
    this.decisions = decisions;
    this.inUse = inUse;
    this.jobs = jobs;
    this.json = json;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /** Starts a training and returns its job at once. */
  JobStore.Job start(History history, Set<String> hubs, String who) {
    UUID id = jobs.start(who, clock.instant());
    worker.execute(() -> run(id, history, hubs, who));
    return jobs.find(id).orElseThrow();
  }

  Optional<JobStore.Job> find(UUID id) {
    Optional<JobStore.Job> job = jobs.find(id);
    boolean lost =
        job.isPresent()
            && job.get().state().equals("running")
            && job.get().heartbeat().plus(LOST_AFTER).isBefore(clock.instant());
    if (!lost) {
      return job;
    }
    jobs.fail(id, "训练中断：运行它的节点没有再回应，请重新提交。", clock.instant());
    return jobs.find(id);
  }

  private void run(UUID id, History history, Set<String> hubs, String who) {
    try {
      jobs.stage(id, TrainingProgress.CHECKING, clock.instant());
      JsonNode data = json.valueToTree(DataReport.of(history, hubs));
      jobs.report(id, data, clock.instant());
      Trainer.Trained trained =
          trainer.train(history.rows(), hubs, stage -> jobs.stage(id, stage, clock.instant()));
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("data", data);
      figures.putAll(trained.figures());
      jobs.stage(id, TrainingProgress.COMPARING, clock.instant());
      figures.put(
          "comparison",
          new ModelComparison(models, decisions)
              .of(history.rows(), trained.measured(), inUse.inUse()));
      UUID model =
          models.add(
              trained.model(),
              json.valueToTree(figures),
              hubs,
              trained.titles(),
              who,
              clock.instant());
      jobs.finish(id, model, clock.instant());
    } catch (IllegalArgumentException e) {
      jobs.fail(id, e.getMessage(), clock.instant());
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "training %s failed", id);
      jobs.fail(id, "训练失败，详见服务日志中的编号 " + id, clock.instant());
    }
  }
}
