package cn.zhitong.assistant.casework.intake;

import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.duplicates.DuplicateIndex;
import cn.zhitong.assistant.triage.BlindCases;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.Triage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Gets a stored appeal its suggestion. Where triage fails, the case stands without one and is tried
 * again, by any node, at growing intervals.
 */
@ApplicationScoped
public class CaseTriage {
  private static final Logger LOG = Logger.getLogger(CaseTriage.class);

  /** At most this many a round, so that a long queue does not hold up the scheduler. */
  private static final int ROUND = 500;

  /** Whoever files by another channel is staff, and has the suggestion with the receipt. */
  private static final String BLIND_CHANNEL = "widget";

  private static final Pattern TITLE = Pattern.compile("「[^「」]{0,1000}」");

  private final Instance<Triage> triage;
  private final BlindCases blind;
  private final DuplicateIndex recent;
  private final CaseStore store;
  private final CaseLog log;
  private final CaseThemes themes;
  private final Clock clock;

  CaseTriage(
      Instance<Triage> triage,
      BlindCases blind,
      DuplicateIndex recent,
      CaseStore store,
      CaseLog log,
      CaseThemes themes,
      Clock clock) {
    this.triage = triage;
    this.blind = blind;
    this.recent = recent;
    this.store = store;
    this.log = log;
    this.themes = themes;
    this.clock = clock;
  }

  /** Suggests and records it. Never throws: the appeal is stored, and its queue entry stays. */
  CaseFile tryNow(CaseFile file) {
    CaseFile themed = themes.recognize(file);
    try {
      return suggest(themed).orElse(themed);
    } catch (RuntimeException e) {
      LOG.errorf(e, "triage of case %s failed, will be tried again", file.id());
      return themed;
    }
  }

  /** After the enterprise has added something, as long as nobody has decided. */
  public CaseFile renew(CaseFile file) {
    return file.standing().suggestionOutdated() ? tryNow(file) : file;
  }

  private Optional<CaseFile> suggest(CaseFile file) {
    if (triage.isUnsatisfied()) {
      return Optional.empty();
    }
    EventPayload.Suggested payload =
        new EventPayload.Suggested(
            withoutTitles(triage.get().suggest(file.forTriage())),
            decidedBlind(blind, file.appeal().channel(), file.id()));
    Optional<CaseFile> suggested = log.append(file.id(), current -> entry(current, payload));
    // After its own suggestion: a case is no repeat of itself. One that ended meanwhile is none.
    if (suggested.map(after -> after.standing().state().unanswered()).orElse(false)) {
      recent.remember(file.id(), file.appeal().forTriage());
    }
    return suggested;
  }

  /** What other appeals are called is not kept in this one's record, which is never changed. */
  private static Suggestion withoutTitles(Suggestion suggestion) {
    return suggestion.withReasons(
        reason ->
            reason.kind().equals("history")
                ? new Suggestion.Reason(
                    reason.kind(), TITLE.matcher(reason.text()).replaceAll(""), reason.citation())
                : reason);
  }

  /** Whether the case is one of those that people decide before they see its suggestion. */
  public static boolean decidedBlind(BlindCases blind, String channel, UUID id) {
    return channel.equals(BLIND_CHANNEL) && blind.choose(id);
  }

  /** None when another node was faster, or the case is over. */
  private static Optional<CaseLog.Entry> entry(CaseFile current, EventPayload.Suggested payload) {
    CaseState standing = current.standing();
    boolean wanted = standing.suggested() == null || standing.suggestionOutdated();
    if (!wanted || !standing.state().unanswered()) {
      return Optional.empty();
    }
    return Optional.of(CaseLog.Entry.bySystem(EventType.SUGGESTED, null, current, payload));
  }

  @Scheduled(
      every = "3s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void catchUp() {
    if (!triage.isUnsatisfied()) {
      retryDue();
    }
  }

  /** Tries what is due; returns how many cases were taken up. */
  public int retryDue() {
    for (int taken = 0; taken < ROUND; taken++) {
      Optional<UUID> id = store.claimTriage(clock.instant());
      if (id.isEmpty()) {
        return taken;
      }
      store.load(id.get()).ifPresent(this::tryNow);
    }
    return ROUND;
  }
}
