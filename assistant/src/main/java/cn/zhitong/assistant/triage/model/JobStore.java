package cn.zhitong.assistant.triage.model;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Trainings that were asked for, so that any node can say how one of them goes. */
@ApplicationScoped
class JobStore {
  private static final String START =
      """
      insert into assistant.triage_job (id, state, stage, started_by, started_at, heartbeat)
      values (?, 'running', '等待', ?, ?, ?)
      """;
  private static final String STAGE =
      "update assistant.triage_job set stage = ?, heartbeat = ? where id = ? and state = 'running'";
  private static final String FINISH =
      """
      update assistant.triage_job
         set state = 'finished', stage = '完成', model_id = ?, finished_at = ?, heartbeat = ?
       where id = ?
      """;
  private static final String FAIL =
      """
      update assistant.triage_job
         set state = 'failed', message = ?, finished_at = ?, heartbeat = ?
       where id = ? and state = 'running'
      """;
  private static final String REPORT =
      "update assistant.triage_job set report = ?::jsonb, heartbeat = ? where id = ?";
  private static final String FIND =
      """
      select id, state, stage, model_id, message, started_by, started_at, finished_at, heartbeat, report
      from assistant.triage_job where id = ?
      """;

  private final Jdbc jdbc;

  /**
   * @param state {@code running}, {@code finished} or {@code failed}
   * @param heartbeat when it last said something: a running job that is silent has lost its node
   * @param report the data report as JSON, null before it is made
   */
  record Job(
      UUID id,
      String state,
      String stage,
      UUID modelId,
      String message,
      String startedBy,
      Instant startedAt,
      Instant finishedAt,
      Instant heartbeat,
      String report) {}

  @Inject
  JobStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  UUID start(String who, Instant when) {
    UUID id = Ids.next();
    jdbc.update(START, id, who, when, when);
    return id;
  }

  void stage(UUID id, String stage, Instant when) {
    jdbc.update(STAGE, stage, when, id);
  }

  void report(UUID id, JsonNode report, Instant when) {
    jdbc.update(REPORT, report.toString(), when, id);
  }

  void finish(UUID id, UUID model, Instant when) {
    jdbc.update(FINISH, model, when, when, id);
  }

  void fail(UUID id, String message, Instant when) {
    jdbc.update(FAIL, message, when, when, id);
  }

  Optional<Job> find(UUID id) {
    return jdbc.first(
        FIND,
        row ->
            new Job(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("stage"),
                row.getObject("model_id", UUID.class),
                row.getString("message"),
                row.getString("started_by"),
                Jdbc.instant(row, "started_at"),
                Jdbc.instant(row, "finished_at"),
                Jdbc.instant(row, "heartbeat"),
                row.getString("report")),
        id);
  }
}
