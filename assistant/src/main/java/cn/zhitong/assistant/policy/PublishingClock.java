package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.workday.WorkingDays;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.LibraryEntry;
import cn.zhitong.ingest.store.PolicyFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon after its making a text was published: within five working days. */
@ApplicationScoped
class PublishingClock {
  /** Working days from 成文 to publication that the platform promises. */
  static final int ALLOWED = 5;

  /** Uploads are published by uploading; what came by other ways may have been so long before. */
  private static final String UPLOAD = "upload";

  private final CorpusStore store;
  private final Calendars calendars;
  private final Clock clock;

  PublishingClock(CorpusStore store, Calendars calendars, Clock clock) {
    this.store = store;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** One text and its clock. */
  @Schema(name = "PublishingTime")
  record Entry(
      PolicyId policyId,
      String title,
      String documentNumber,
      String url,
      LocalDate issuedOn,
      @Schema(description = "成文后第 5 个工作日") LocalDate dueOn,
      @Schema(description = "发布日期；没有注明的，以本平台上传之日为准") LocalDate publishedOn,
      @Schema(description = "成文到发布的工作日数") Integer workingDays,
      @Schema(description = "on_time、late、unknown（没有注明日期）") String state,
      @Schema(description = "已关联政策解读") boolean interpreted,
      @Schema(description = "已关联申报指南") boolean guided) {}

  /** The due day of one date, for a text that is about to be published. */
  @Schema(name = "PublishingDue")
  record Due(
      LocalDate issuedOn,
      LocalDate dueOn,
      @Schema(description = "到期日前（含）还剩的工作日，负数为已超过") int workingDaysLeft,
      boolean provisional) {}

  Due due(LocalDate issuedOn) {
    WorkingDays days = calendars.current();
    WorkingDays.Due due = days.due(issuedOn, ALLOWED);
    LocalDate today = LocalDate.now(clock);
    return new Due(issuedOn, due.date(), days.between(today, due.date()), due.provisional());
  }

  /** The latest policies, newest first. */
  List<Entry> latest(int limit) {
    PolicyFilter policies = PolicyFilter.all(LocalDate.now(clock), 1, limit).of(PolicyKind.POLICY);
    Set<PolicyId> interpreted = store.explained(PolicyKind.INTERPRETATION);
    Set<PolicyId> guided = store.explained(PolicyKind.GUIDE);
    WorkingDays days = calendars.current();
    return store.list(policies).items().stream()
        .map(entry -> entry(entry, days, interpreted, guided))
        .toList();
  }

  private static Entry entry(
      LibraryEntry entry, WorkingDays days, Set<PolicyId> interpreted, Set<PolicyId> guided) {
    LocalDate issued = entry.metadata().issuedOn();
    LocalDate published = publishedOn(entry);
    boolean known = issued != null && published != null;
    LocalDate due = issued == null ? null : days.due(issued, ALLOWED).date();
    String state = !known ? "unknown" : published.isAfter(due) ? "late" : "on_time";
    return new Entry(
        entry.id(),
        entry.displayTitle(),
        entry.metadata().documentNumber(),
        "/policies/" + entry.id(),
        issued,
        due,
        published,
        known ? Integer.valueOf(days.between(issued, published)) : null,
        state,
        interpreted.contains(entry.id()),
        guided.contains(entry.id()));
  }

  private static LocalDate publishedOn(LibraryEntry entry) {
    if (entry.metadata().publishedOn() != null) {
      return entry.metadata().publishedOn();
    }
    return entry.source().equals(UPLOAD)
        ? entry.createdAt().atZone(Infrastructure.ZONE).toLocalDate()
        : null;
  }
}
