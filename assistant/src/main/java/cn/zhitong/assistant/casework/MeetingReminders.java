package cn.zhitong.assistant.casework;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reminds of meetings before they begin. Claimed, told and marked in one transaction: once for each
 * start, by whichever node comes first.
 */
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
    for (int done = 0; done < ROUND; done++) {
      boolean found = store.change(change -> remindOne(change, now, until));
      if (!found) {
        return done;
      }
    }
    return ROUND;
  }

  private boolean remindOne(CaseChangeStore change, Instant now, Instant until) {
    Optional<CaseFile> file = change.lockMeeting(now, until);
    file.ifPresent(
        found -> {
          List<CaseMeeting> soon =
              found.standing().meetings().all().stream()
                  .filter(meeting -> meeting.status() == CaseMeeting.Status.SET)
                  .filter(meeting -> !meeting.startsAt().isAfter(until))
                  .filter(meeting -> meeting.startsAt().isAfter(now))
                  .toList();
          soon.forEach(meeting -> change.notify(notices.meetingSoon(found, meeting, now)));
          change.reminded(found.id(), now, until);
        });
    return file.isPresent();
  }
}
