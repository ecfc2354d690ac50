package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Shows a case to those who work on it and to the enterprise that sent it. */
@ApplicationScoped
class CaseViewer {
  private final Deadlines deadlines;

  CaseViewer(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  CaseViews.Filed filed(CaseFile file, boolean staff) {
    Standing standing = file.standing();
    return new CaseViews.Filed(
        file.id(),
        file.number(),
        file.trackingCode(),
        standing.state().code(),
        standing.state().label(),
        staff ? standing.suggestion() : null);
  }

  CaseViews.StaffCase forStaff(CaseFile file, Caller caller) {
    Standing standing = file.standing();
    Appeal appeal = file.appeal();
    return new CaseViews.StaffCase(
        file.id(),
        file.number(),
        appeal.externalNumber(),
        appeal.channel(),
        standing.state().code(),
        standing.state().label(),
        standing.version(),
        appeal.title(),
        appeal.text(),
        appeal.region(),
        new CaseViews.Contact(
            appeal.enterprise(),
            appeal.contactName(),
            appeal.contactPhone(),
            appeal.contactEmail()),
        time(appeal.askedAt()),
        time(file.receivedAt()),
        category(standing),
        standing.department(),
        standing.supporting(),
        deadline(file, standing),
        standing.extensionRequested(),
        standing.supervised(),
        standing.urges(),
        standing.returns(),
        standing.suggestion(),
        standing.draft(),
        standing.reply(),
        time(standing.answeredAt()),
        standing.score(),
        possible(file, caller, false),
        file.events().stream().map(CaseViewer::event).toList());
  }

  CaseViews.EnterpriseCase forEnterprise(CaseFile file) {
    Standing standing = file.standing();
    boolean answered = standing.answeredAt() != null;
    return new CaseViews.EnterpriseCase(
        file.id(),
        file.number(),
        standing.state().code(),
        standing.state().label(),
        standing.version(),
        file.appeal().title(),
        file.appeal().text(),
        time(file.appeal().askedAt()),
        standing.categoryDecided() ? category(standing) : null,
        standing.department() == null ? null : standing.department().name(),
        standing.categoryDecided() ? deadline(file, standing) : null,
        answered ? standing.reply() : null,
        time(standing.answeredAt()),
        standing.score(),
        possible(file, null, true),
        file.events().stream()
            .filter(event -> event.type().shownToEnterprise())
            .map(
                event ->
                    new CaseViews.Step(event.type().label(), time(event.at()), shownReason(event)))
            .toList());
  }

  /** Reasons between offices stay there. */
  private static String shownReason(CaseEvent event) {
    return switch (event.type()) {
      case REQUEST_INFORMATION, REJECT, GRANT_EXTENSION -> event.reason();
      default -> null;
    };
  }

  /** What may be done next by this caller, or by the enterprise with its code. */
  static List<CaseViews.Possible> possible(CaseFile file, Caller caller, boolean byCode) {
    CaseState state = file.standing().state();
    return Arrays.stream(EventType.values())
        .filter(type -> type.possibleIn(state))
        .filter(
            type ->
                byCode ? type.by() == EventType.By.ENTERPRISE : CaseRights.may(caller, type, file))
        .map(CaseViewer::possible)
        .toList();
  }

  private static CaseViews.Possible possible(EventType type) {
    return new CaseViews.Possible(type.code(), type.label(), type.needsReason());
  }

  static CaseViews.EventView event(CaseEvent event) {
    return new CaseViews.EventView(
        event.seq(),
        event.type().code(),
        event.type().label(),
        event.actor(),
        event.actorName(),
        time(event.at()),
        event.reason(),
        event.basedOn(),
        event.body());
  }

  private static CaseViews.CategoryView category(Standing standing) {
    return standing.category() == null
        ? null
        : new CaseViews.CategoryView(
            standing.category().code(), standing.category().label(), standing.categoryDecided());
  }

  private CaseViews.DeadlineView deadline(CaseFile file, Standing standing) {
    return deadlines
        .of(file.appeal().askedAt(), standing)
        .map(
            deadline ->
                new CaseViews.DeadlineView(
                    deadline.workingDays(),
                    deadline.due(),
                    deadline.provisional(),
                    deadlines
                        .light(standing.state(), deadline.due(), deadline.workingDays())
                        .code()))
        .orElse(null);
  }

  static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(Infrastructure.ZONE).toOffsetDateTime();
  }
}
