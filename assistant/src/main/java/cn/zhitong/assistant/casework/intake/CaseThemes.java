package cn.zhitong.assistant.casework.intake;

import cn.zhitong.assistant.casework.AppealTheme;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.log.CaseChangeStore;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.log.EventNotices;
import cn.zhitong.assistant.casework.log.RepeatedInspections;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts appeals into their themes as they come in, and warns the supervisors where one enterprise
 * was inspected again and again.
 */
@ApplicationScoped
public class CaseThemes {
  private static final Logger LOG = Logger.getLogger(CaseThemes.class);

  private final CaseStore store;
  private final CaseLog log;
  private final EventNotices notices;
  private final ThemeConfig config;

  CaseThemes(CaseStore store, CaseLog log, EventNotices notices, ThemeConfig config) {
    this.store = store;
    this.log = log;
    this.notices = notices;
    this.config = config;
  }

  /** Never throws: the appeal is stored, and triage goes on without. */
  CaseFile recognize(CaseFile file) {
    CaseFile current = file;
    try {
      for (ThemeRecognizer.Recognized found :
          ThemeRecognizer.of(file.appeal().title(), file.forTriage().text())) {
        current = mark(current, found);
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "themes of case %s could not be recognised", file.id());
    }
    return current;
  }

  /** Once: what a person took out of a theme stays out. */
  private CaseFile mark(CaseFile file, ThemeRecognizer.Recognized found) {
    if (file.standing().topics().known(found.theme())) {
      return file;
    }
    return store.change(
        change -> {
          CaseFile locked = change.lock(file.id()).orElseThrow();
          if (locked.standing().topics().known(found.theme())) {
            return locked;
          }
          EventPayload.Themed themed =
              new EventPayload.Themed(found.theme().code(), found.words(), found.cents());
          CaseLog.Entry entry = CaseLog.Entry.bySystem(EventType.MARK_THEME, null, locked, themed);
          CaseFile after = log.write(change, locked, entry);
          warn(change, after, found.theme()).ifPresent(change::notify);
          return after;
        });
  }

  /** After a person has put it into a theme. */
  public void warnOf(CaseFile file) {
    EventPayload.Themed marked =
        (EventPayload.Themed) file.events().get(file.events().size() - 1).payload();
    AppealTheme theme = Coded.of(AppealTheme.class, marked.theme());
    store.change(
        change -> {
          warn(change, file, theme).ifPresent(change::notify);
          return null;
        });
  }

  private Optional<Notice> warn(CaseChangeStore change, CaseFile file, AppealTheme theme) {
    if (theme != AppealTheme.INSPECTION) {
      return Optional.empty();
    }
    List<RepeatedInspections.Inspected> since =
        change.inspectedSince(
            file.appeal().askedAt().minus(Duration.ofDays(config.inspectionDays())));
    return since.stream()
        .filter(one -> one.caseId().equals(file.id()))
        .findFirst()
        .map(own -> RepeatedInspections.about(own, since))
        .filter(cases -> cases.size() >= config.inspectionRepeats())
        .map(cases -> notices.repeatedInspections(file, cases, log.now()));
  }
}
