package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.eventlog.ChainedLog;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code log_head}, and what heads are reckoned from. */
@ApplicationScoped
class LogHeadStore {
  /** Of each case its last event from before a moment, in the order of ids. */
  private static final String LEAVES =
      """
      select distinct on (case_id) case_id, seq, hash
        from assistant.case_event where at < ? order by case_id, seq desc
      """;

  private static final String INSERT =
      """
      insert into assistant.log_head (day, content, made_at) values (?, ?, ?)
      on conflict (day) do nothing
      """;

  private static final String OF_DAY = "select content from assistant.log_head where day = ?";

  private static final String LAST_BEFORE =
      "select content from assistant.log_head where day < ? order by day desc limit 1";

  private static final String ALL = "select day, content from assistant.log_head order by day";

  private static final String PAGE =
      "select day, content from assistant.log_head order by day desc limit ? offset ?";

  private static final String COUNT = "select count(*) from assistant.log_head";

  private final Jdbc jdbc;
  private final NoticeStore notices;
  private final List<ChainedLog> others;

  LogHeadStore(Jdbc jdbc, NoticeStore notices, @All List<ChainedLog> others) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.others = others;
  }

  /** A head as it was signed. */
  record Kept(LocalDate day, String text) {}

  HeadRoot root(Instant through) {
    HeadRoot root = new HeadRoot(through);
    jdbc.query(
        LEAVES,
        row -> {
          root.add(row.getObject("case_id", UUID.class), row.getInt("seq"), row.getString("hash"));
          return null;
        },
        through);
    others.forEach(log -> log.lastBefore(through, root::add));
    return root;
  }

  /**
   * Keeps it and puts it into the outbox, once.
   *
   * @return false when another node was faster
   */
  boolean keep(LocalDate day, String text, Instant madeAt, Notice notice) {
    return jdbc.transaction(
        session -> {
          boolean ours = session.update(INSERT, day, text, madeAt) == 1;
          if (ours) {
            notices.add(session, notice);
          }
          return ours;
        });
  }

  Optional<String> ofDay(LocalDate day) {
    return jdbc.first(OF_DAY, row -> row.getString(1), day);
  }

  Optional<String> lastBefore(LocalDate day) {
    return jdbc.first(LAST_BEFORE, row -> row.getString(1), day);
  }

  List<Kept> all() {
    return jdbc.query(ALL, row -> new Kept(Jdbc.date(row, "day"), row.getString("content")));
  }

  List<Kept> page(int limit, long offset) {
    return jdbc.query(
        PAGE, row -> new Kept(Jdbc.date(row, "day"), row.getString("content")), limit, offset);
  }

  long count() {
    return jdbc.first(COUNT, row -> row.getLong(1)).orElseThrow();
  }
}
