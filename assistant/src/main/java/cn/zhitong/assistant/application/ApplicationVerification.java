package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.ChainedLog;
import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.eventlog.RowSeals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Proves that applications' events stand as they were written, and that rows agree with them. */
@ApplicationScoped
class ApplicationVerification implements ChainedLog {
  private final ApplicationStore store;
  private final ApplicationDeadlines deadlines;
  private final RowSeals seals;

  ApplicationVerification(ApplicationStore store, ApplicationDeadlines deadlines, RowSeals seals) {
    this.store = store;
    this.deadlines = deadlines;
    this.seals = seals;
  }

  @Override
  public String noun() {
    return "申报";
  }

  @Override
  public void lastBefore(Instant through, LeafConsumer leaves) {
    store.lastBefore(through, leaves);
  }

  @Override
  public List<UUID> idsAfter(UUID after, int limit) {
    return store.idsAfter(after, limit);
  }

  @Override
  public Checked check(UUID id) {
    ApplicationStore.Stored stored = store.loadSteady(id).orElseThrow();
    ApplicationFile file = stored.file();
    EventChain.Break broken =
        EventChain.firstBreak(file.events())
            .or(() -> endBreak(file))
            .or(() -> rowBreak(stored))
            .orElse(null);
    return new Checked(id, file.number(), file.events(), broken);
  }

  private Optional<EventChain.Break> endBreak(ApplicationFile file) {
    if (file.events().isEmpty()) {
      return Optional.of(new EventChain.Break(1, "记录全部缺失"));
    }
    ApplicationEvent last = file.last();
    if (last.seq() != file.version() || !last.hash().equals(file.head())) {
      return Optional.of(new EventChain.Break(last.seq() + 1, "末尾的记录缺失，或申报与记录不一致"));
    }
    return seals
        .problem(file.seal(), file.sealed(file.version(), file.head(), file.foldedBy()))
        .map(why -> new EventChain.Break(file.version(), why));
  }

  /** The folded columns, which lists, boards and reports go by. */
  private Optional<EventChain.Break> rowBreak(ApplicationStore.Stored stored) {
    ApplicationFile file = stored.file();
    boolean sameDays = Objects.equals(file.foldedBy(), deadlines.version());
    return FoldedApplication.of(file, file.standing(), deadlines)
        .difference(stored.row(), sameDays)
        .map(column -> new EventChain.Break(file.version(), "申报的 " + column + " 与记录不符"));
  }
}
