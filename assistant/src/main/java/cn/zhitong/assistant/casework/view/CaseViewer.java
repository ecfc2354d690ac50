package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.PrecedentTitles;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.SupportTask;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Shows a case to those who work on it and to the enterprise that sent it. */
@ApplicationScoped
public class CaseViewer {
  private final Deadlines deadlines;
  private final PossibleActs possible;
  private final CaseStore store;
  private final Instance<PrecedentTitles> precedents;
  private final CaseThemeViews themes;

  CaseViewer(
      Deadlines deadlines,
      PossibleActs possible,
      CaseStore store,
      Instance<PrecedentTitles> precedents,
      CaseThemeViews themes) {
    this.themes = themes;
    this.precedents = precedents;
    this.deadlines = deadlines;
    this.possible = possible;
    this.store = store;
  }

  CaseViews.Filed filed(CaseFile file, boolean staff) {
    CaseState standing = file.standing();
    return new CaseViews.Filed(
        file.id(),
        file.number(),
        file.trackingCode(),
        standing.state().code(),
        standing.state().label(),
        staff && !standing.suggestionHidden()
            ? file.suggestion().map(CaseEvent::fields).orElse(null)
            : null);
  }

  /**
   * @param personalData whether identifiers and contact are wanted as they were sent; the reading
   *     is then to be recorded
   */
  public CaseViews.StaffCase forStaff(CaseFile file, Caller caller, boolean personalData) {
    CaseState standing = file.standing();
    Appeal appeal = file.appeal();
    Disclosure disclosure = Disclosure.of(file, caller, personalData);
    return new CaseViews.StaffCase(
        file.id(),
        file.number(),
        appeal.externalNumber(),
        appeal.channel(),
        standing.state().code(),
        standing.state().label(),
        standing.version(),
        disclosure.text(appeal.title()),
        disclosure.text(appeal.text()),
        appeal.region(),
        disclosure.contact(),
        disclosure.full(),
        time(appeal.askedAt()),
        time(file.receivedAt()),
        standing.suggestionHidden() ? null : category(standing),
        standing.department(),
        standing.supporting(),
        parts(standing, disclosure),
        place(standing),
        main(standing, false),
        // The working days would tell which category was suggested.
        standing.suggestionHidden() ? null : deadline(file, standing),
        standing.extensionRequested(),
        standing.supervised(),
        standing.urges(),
        standing.returns(),
        standing.suggestionHidden() ? null : file.suggestion().map(disclosure::body).orElse(null),
        standing.suggestionHidden(),
        file.draft().map(draft -> draft(draft, disclosure, caller)).orElse(null),
        disclosure.officeText(standing.reply()),
        time(standing.answeredAt()),
        standing.score(),
        standing.review().name().toLowerCase(Locale.ROOT),
        standing.typical(),
        standing.assigneeName(),
        standing.takenOn() == null ? null : standing.takenOn().name(),
        standing.erased(),
        CaseThemeViews.themes(standing),
        themes.arrears(file, standing, disclosure::text),
        CaseThemeViews.meetings(standing, disclosure::text),
        possible.of(file, caller, false),
        file.events().stream()
            .filter(event -> !standing.suggestionHidden() || event.type() != EventType.SUGGESTED)
            .map(event -> event(event, disclosure))
            .toList());
  }

  /** For whoever holds its tracking code: nothing internal. */
  public CaseViews.EnterpriseCase forEnterprise(CaseFile file) {
    CaseState standing = file.standing();
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
        main(standing, true),
        standing.categoryDecided() ? deadline(file, standing) : null,
        answered ? standing.reply() : null,
        time(standing.answeredAt()),
        standing.score(),
        // It is theirs to know once somebody has looked into it.
        standing.topics().arrears() == null
            ? null
            : themes.arrears(file, standing, UnaryOperator.identity()),
        CaseThemeViews.meetings(standing, UnaryOperator.identity()),
        possible.of(file, null, true),
        file.events().stream()
            .filter(CaseViewer::shownToEnterprise)
            .map(event -> step(event, file))
            .toList());
  }

  /** What concerns it, and all that it did itself. */
  private static boolean shownToEnterprise(CaseEvent event) {
    return event.type().shownToEnterprise()
        || event.byEnterprise() && event.type().openToEnterprise();
  }

  /** At its own time, also where the case was brought in afterwards. */
  private static CaseViews.Step step(CaseEvent event, CaseFile file) {
    boolean arrival = event.type() == EventType.RECEIVED_BY_US;
    Instant at = arrival ? file.appeal().askedAt() : event.occurredAt();
    return new CaseViews.Step(event.type().label(), time(at), shownReason(event));
  }

  /** Reasons between offices stay there. */
  private static String shownReason(CaseEvent event) {
    String reason = event.reason() == null ? "" : event.reason();
    String told =
        switch (event.type()) {
          case REQUEST_INFORMATION -> reason;
          case SUPPLEMENT -> {
            String text = ((EventPayload.Supplemented) event.payload()).text();
            yield text == null ? "" : text;
          }
          // Who is turned away must be told by which law.
          case REJECT ->
              reason + said("（依据：%s）", ((EventPayload.Rejected) event.payload()).legalGround());
          case RECORD_REPAYMENT ->
              BigDecimal.valueOf(((EventPayload.Repaid) event.payload()).cents(), 2) + " 元";
          case RECORD_MEETING -> said("%s", ((EventPayload.MeetingEnded) event.payload()).text());
          case CANCEL_MEETING -> reason;
          case GRANT_EXTENSION, ORDER_RECTIFICATION ->
              reason + said("（%s 个工作日）", ((EventPayload.DaysGiven) event.payload()).days());
          default -> "";
        };
    return told.isEmpty() ? null : told;
  }

  private static String said(String form, Object value) {
    return value == null ? "" : form.formatted(value);
  }

  /** The lead's part and those of the supporting departments. */
  private static List<CaseViews.PartView> parts(CaseState standing, Disclosure disclosure) {
    List<SupportTask> parts = new ArrayList<>();
    if (standing.department() != null) {
      boolean answered = standing.answeredAt() != null;
      parts.add(
          new SupportTask(
              standing.department(),
              true,
              answered ? SupportTask.Progress.REPLIED : SupportTask.Progress.PENDING,
              answered ? standing.reply() : null,
              standing.answeredAt()));
    }
    parts.addAll(standing.parts());
    return parts.stream()
        .map(
            part ->
                new CaseViews.PartView(
                    part.lead() ? "lead" : "support",
                    part.department().id(),
                    part.department().name(),
                    part.progress().code(),
                    part.progress().label(),
                    part.lead() ? disclosure.officeText(part.text()) : disclosure.text(part.text()),
                    time(part.at())))
        .toList();
  }

  private static CaseViews.PlaceView place(CaseState standing) {
    return standing.place() == null
        ? null
        : new CaseViews.PlaceView(standing.place().level(), standing.place().region());
  }

  /**
   * @param forEnterprise the main case may be somebody else's: its number stays here
   */
  private CaseViews.MainView main(CaseState standing, boolean forEnterprise) {
    if (standing.mergedInto() == null) {
      return null;
    }
    CaseFile main = store.load(standing.mergedInto()).orElseThrow();
    CaseStatus state = main.standing().state();
    return forEnterprise
        ? new CaseViews.MainView(null, null, state.code(), state.label())
        : new CaseViews.MainView(main.id(), main.number(), state.code(), state.label());
  }

  /** With what its precedents are, as the caller may know them today. */
  private Map<String, Object> draft(CaseEvent draft, Disclosure disclosure, Caller caller) {
    Map<String, Object> body = disclosure.body(draft);
    if (precedents.isResolvable()) {
      List<UUID> ids = ((EventPayload.Drafted) draft.payload()).precedentIds();
      body.put("precedents", precedents.get().describe(ids, caller));
    }
    return body;
  }

  /** One event, with what this caller may see of it. */
  public static CaseViews.EventView event(CaseEvent event, Disclosure disclosure) {
    return new CaseViews.EventView(
        event.seq(),
        event.type().code(),
        event.type().label(),
        disclosure.actor(event),
        disclosure.actorName(event),
        time(event.at()),
        disclosure.text(event.reason()),
        event.basedOn(),
        disclosure.body(event));
  }

  private static CaseViews.CategoryView category(CaseState standing) {
    return standing.category() == null
        ? null
        : new CaseViews.CategoryView(
            standing.category().code(), standing.category().label(), standing.categoryDecided());
  }

  private CaseViews.DeadlineView deadline(CaseFile file, CaseState standing) {
    return deadlines
        .of(file.appeal(), standing)
        .map(
            deadline ->
                new CaseViews.DeadlineView(
                    deadline.workingDays(),
                    deadline.due(),
                    deadline.provisional(),
                    deadlines
                        .light(standing.state(), deadline.due(), deadline.workingDays())
                        .code(),
                    standing.state() == CaseStatus.AWAITING_INFORMATION))
        .orElse(null);
  }

  /** A moment with Shanghai's offset; null stays null. */
  public static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(Infrastructure.ZONE).toOffsetDateTime();
  }
}
