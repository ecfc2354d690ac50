package cn.zhitong.assistant.casework.notice;

import cn.zhitong.assistant.casework.intake.ThemeConfig;
import cn.zhitong.assistant.casework.log.CaseChangeStore;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseMeeting;
import cn.zhitong.assistant.runtime.ClaimLoop;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Reminds of meetings before they begin: once for each start, by whichever node comes first. */
@ApplicationScoped
class MeetingReminders {
  /** At most this many a round, so that other tasks get their turn. */
  private static final int ROUND = 200;

  private final CaseStore store;
  private final CaseLog log;
  private final CaseNotices notices;
  private final ThemeConfig config;

  MeetingReminders(CaseStore store, CaseLog log, CaseNotices notices, ThemeConfig config) {
    this.store = store;
    this.log = log;
    this.notices = notices;
    this.config = config;
  }

  @Scheduled(
      every = "60s",
      delayed = "25s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void remind() {
    remindDue();
  }

  /** Returns how many cases had a meeting to be reminded of. */
  int remindDue() {
    Instant now = log.now();
    Instant until = now.plus(config.meetingReminder());
    return ClaimLoop.run(
        ROUND,
        store::change,
        new ClaimLoop.Task<CaseChangeStore, UUID>(
            change -> change.claimMeeting(now, until),
            (change, id) -> remind(change, change.lock(id).orElseThrow(), now, until),
            (change, id) -> change.reminded(id, now, until),
            id -> "meeting of case " + id));
  }

  private void remind(CaseChangeStore change, CaseFile file, Instant now, Instant until) {
    file.standing().meetings().all().stream()
        .filter(meeting -> meeting.status() == CaseMeeting.Status.SET)
        .filter(meeting -> !meeting.startsAt().isAfter(until))
        .filter(meeting -> meeting.startsAt().isAfter(now))
        .forEach(meeting -> change.notify(notices.meetingSoon(file, meeting, now)));
  }
}
