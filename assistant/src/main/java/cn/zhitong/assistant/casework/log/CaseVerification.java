package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.eventlog.ChainedLog;
import cn.zhitong.assistant.eventlog.EventChain;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Proves that cases' events stand as they were written; backs {@code ./zhitong verify-log}. */
@ApplicationScoped
public class CaseVerification {
  private static final int BATCH = 500;
  private static final int SHOWN = 100;

  private final CaseStore store;
  private final CaseListStore lists;
  private final CaseLog log;
  private final LogHeads heads;
  private final List<ChainedLog> others;

  CaseVerification(
      CaseStore store,
      CaseListStore lists,
      CaseLog log,
      LogHeads heads,
      @All List<ChainedLog> others) {
    this.others = others;
    this.store = store;
    this.lists = lists;
    this.log = log;
    this.heads = heads;
  }

  /**
   * @param events how many the log has
   * @param brokenAt seq of the first broken link, null when all hold
   * @param problem what is wrong there, in Chinese, or null
   */
  public record Result(
      UUID caseId, String number, boolean intact, int events, Integer brokenAt, String problem) {}

  /** Empty when there is no such case. */
  public Optional<Result> verify(UUID id) {
    return store.loadSteady(id).map(this::check);
  }

  /**
   * The whole log.
   *
   * @param cases how many there are
   * @param events of all of them
   * @param others how many there are of what other logs are kept of, by its noun
   * @param broken cases, or others, whose record does not hold, oldest first, each with its first
   *     fault; at most 100
   * @param sealed whether there is a key, without which who has the database can reckon all anew
   * @param headsChecked signed daily heads that were compared
   * @param headsBroken those that do not agree with the cases of today
   */
  public record Summary(
      long cases,
      long events,
      Map<String, Long> others,
      boolean intact,
      List<Result> broken,
      boolean sealed,
      int headsChecked,
      List<BrokenHead> headsBroken) {}

  /** A head that does not hold. */
  public record BrokenHead(String day, String problem) {}

  /** Checks every case, oldest first, and every head that was signed over them. */
  public Summary all() {
    HeadChecks checks = HeadChecks.of(heads.kept(), heads.key().orElse(null));
    List<Result> broken = new ArrayList<>();
    long cases = 0;
    long events = 0;
    UUID after = new UUID(0, 0);
    for (List<UUID> ids = lists.idsAfter(after, BATCH);
        !ids.isEmpty();
        ids = lists.idsAfter(after, BATCH)) {
      for (UUID id : ids) {
        CaseStore.Stored stored = store.loadSteady(id).orElseThrow();
        checks.add(id, stored.file().events());
        Result result = check(stored);
        cases++;
        events += result.events();
        if (!result.intact()) {
          broken.add(result);
        }
        after = id;
      }
    }
    Map<String, Long> beside = new TreeMap<>();
    for (ChainedLog other : others) {
      Counted counted = all(other, checks, broken);
      beside.put(other.noun(), counted.subjects());
      events += counted.events();
    }
    List<Result> shown = List.copyOf(broken.subList(0, Math.min(SHOWN, broken.size())));
    List<BrokenHead> headsBroken = checks.broken();
    return new Summary(
        cases,
        events,
        beside,
        broken.isEmpty() && headsBroken.isEmpty(),
        shown,
        heads.key().isPresent(),
        checks.size(),
        headsBroken);
  }

  private record Counted(long subjects, long events) {}

  private static Counted all(ChainedLog log, HeadChecks checks, List<Result> broken) {
    long subjects = 0;
    long events = 0;
    UUID after = new UUID(0, 0);
    for (List<UUID> ids = log.idsAfter(after, BATCH);
        !ids.isEmpty();
        ids = log.idsAfter(after, BATCH)) {
      for (UUID id : ids) {
        ChainedLog.Checked one = log.check(id);
        checks.add(id, one.events());
        subjects++;
        events += one.events().size();
        EventChain.Break at = one.broken();
        if (at != null) {
          broken.add(new Result(id, one.number(), false, one.events().size(), at.seq(), at.why()));
        }
        after = id;
      }
    }
    return new Counted(subjects, events);
  }

  private Result check(CaseStore.Stored stored) {
    CaseFile file = stored.file();
    int events = file.events().size();
    EventChain.Break found =
        firstBreak(file).or(() -> sealBreak(file)).or(() -> rowBreak(stored)).orElse(null);
    return new Result(
        file.id(),
        file.number(),
        found == null,
        events,
        found == null ? null : found.seq(),
        found == null ? null : found.why());
  }

  private Optional<EventChain.Break> sealBreak(CaseFile file) {
    return heads
        .key()
        .flatMap(key -> key.problem(file.seal(), file.sealed()))
        .map(why -> new EventChain.Break(file.version(), why));
  }

  /** The folded columns, which lists, filters and reports go by. */
  private Optional<EventChain.Break> rowBreak(CaseStore.Stored stored) {
    CaseFile file = stored.file();
    return FoldedColumnsStore.wrong(stored.folded(), file.projectedBy(), log.projection(file))
        .map(column -> new EventChain.Break(file.version(), "办件的“" + column + "”与记录不符"));
  }

  /** A main case's reply goes with the main case, whose own log says that it was erased. */
  private boolean erasedWithMain(CaseEvent event) {
    UUID main = event.payload().main();
    return main != null && store.load(main).map(file -> file.standing().erased()).orElse(false);
  }

  private Optional<EventChain.Break> firstBreak(CaseFile file) {
    Optional<EventChain.Break> link = EventChain.firstBreak(file.events(), this::erasedWithMain);
    if (link.isPresent()) {
      return link;
    }
    if (file.events().isEmpty()) {
      return Optional.of(new EventChain.Break(1, "记录全部缺失"));
    }
    CaseEvent last = file.events().get(file.events().size() - 1);
    if (last.seq() != file.version() || !last.hash().equals(file.head())) {
      return Optional.of(new EventChain.Break(last.seq() + 1, "末尾的记录缺失，或办件与记录不一致"));
    }
    if (file.standing().erased()) {
      // What was erased cannot be compared; that it was is in the log.
      return Optional.empty();
    }
    CaseEvent content =
        file.events().stream()
            .filter(event -> contentDigest(event) != null)
            .reduce((earlier, later) -> later)
            .orElse(file.events().get(0));
    if (!file.appeal().digest(file.contentSalt()).equals(contentDigest(content))) {
      return Optional.of(new EventChain.Break(content.seq(), "来件内容与收件时不一致"));
    }
    return Optional.empty();
  }

  /** Null for an event that says nothing of what came in. */
  private static String contentDigest(CaseEvent event) {
    return event.payload() instanceof EventPayload.Received received
        ? received.contentDigest()
        : null;
  }
}
