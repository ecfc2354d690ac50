package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.intake.AppealReader;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.QueryText;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** What hotlines and sister platforms hear back of the cases that they sent. */
@Path("/api/cases/changes")
@RolesAllowed(Role.AGENT_CODE)
@Tag(name = "办件")
public class CaseChangesResource {
  private static final Logger LOG = Logger.getLogger(CaseChangesResource.class);

  private static final int MOST = 500;

  /** Longer than a transaction takes: what was committed late is given once more, not left out. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final CaseChangesStore changes;
  private final CaseStore cases;
  private final AppealReader reader;
  private final PersonalReads reads;
  private final CaseLog log;
  private final SecurityIdentity identity;

  CaseChangesResource(
      CaseChangesStore changes,
      CaseStore cases,
      AppealReader reader,
      PersonalReads reads,
      CaseLog log,
      SecurityIdentity identity) {
    this.changes = changes;
    this.cases = cases;
    this.reader = reader;
    this.reads = reads;
    this.log = log;
    this.identity = identity;
  }

  /**
   * A case as it stands now.
   *
   * @param version by which the receiver tells what it has already
   */
  public record Change(
      UUID caseId,
      String number,
      String externalNumber,
      String channel,
      int version,
      String state,
      String stateLabel,
      CaseViews.CategoryView category,
      String department,
      @Schema(description = "答复正文，未答复为 null") String answer,
      OffsetDateTime answeredAt,
      @Schema(description = "不予受理的理由和依据") String rejection,
      @Schema(description = "满意度 1 到 5") Integer score,
      OffsetDateTime changedAt) {}

  public record Changes(
      List<Change> items,
      @Schema(description = "下次的 since；有少量重叠，按 caseId 和 version 去重") OffsetDateTime until,
      @Schema(description = "是否还有，立即以 until 再取") boolean more) {}

  @GET
  @Operation(
      summary = "办件的变化，供热线和兄弟平台回传",
      description =
          "since 之后有变化的办件的当前状态、答复和评价，按变化先后，一次最多 500 件；以返回的 until 接着取。"
              + "channel 只给出某一渠道的。答复中的个人信息默认遮蔽，personalData=true 时原样给出并记录查阅。")
  public Changes changes(
      @Parameter(description = "上次返回的 until，或日期时间；缺省为一天前") @QueryParam("since") String since,
      @Parameter(description = "渠道，如 hotline") @QueryParam("channel") String channel,
      @QueryParam("personalData") @DefaultValue("false") boolean personalData) {
    Caller caller = Caller.of(identity);
    Instant now = log.now();
    Instant from =
        since == null || since.isBlank()
            ? now.minus(Duration.ofDays(1))
            : reader.pastTime(since, "since（起始时间）");
    String only = QueryText.blankToNull(channel);
    List<CaseChangesStore.Changed> found = changes.since(from, only, MOST);
    boolean more = found.size() == MOST;
    Instant until = more ? found.get(MOST - 1).at() : latest(now.minus(OVERLAP), from);
    return new Changes(
        found.stream()
            .flatMap(
                one ->
                    cases.load(one.caseId()).stream()
                        .flatMap(file -> readable(file, one, caller, personalData).stream()))
            .toList(),
        CaseViewer.time(until),
        more);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Empty for a case whose log was tampered with: the others' changes are still told. */
  private Optional<Change> readable(
      CaseFile file, CaseChangesStore.Changed changed, Caller caller, boolean personalData) {
    try {
      return Optional.of(change(file, changed, caller, personalData));
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.errorf("changes of case %s are left out (see verify-log): %s", file.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private Change change(
      CaseFile file, CaseChangesStore.Changed changed, Caller caller, boolean personalData) {
    CaseState standing = file.standing();
    Disclosure disclosure = Disclosure.of(file, caller, personalData);
    if (disclosure.full()) {
      reads.record(caller, file.id(), PersonalReads.What.CASE);
    }
    boolean answered = standing.answeredAt() != null;
    return new Change(
        file.id(),
        file.number(),
        file.appeal().externalNumber(),
        file.appeal().channel(),
        standing.version(),
        standing.state().code(),
        standing.state().label(),
        standing.categoryDecided()
            ? new CaseViews.CategoryView(
                standing.category().code(), standing.category().label(), true)
            : null,
        standing.department() == null ? null : standing.department().name(),
        answered ? disclosure.officeText(standing.reply()) : null,
        CaseViewer.time(standing.answeredAt()),
        standing.state() == CaseStatus.REJECTED ? rejection(file, disclosure) : null,
        standing.score(),
        CaseViewer.time(changed.at()));
  }

  private static String rejection(CaseFile file, Disclosure disclosure) {
    return file.events().stream()
        .filter(event -> event.type() == EventType.REJECT)
        .reduce((a, b) -> b)
        .map(
            event -> {
              String ground = ((EventPayload.Rejected) event.payload()).legalGround();
              String reason = event.reason() == null ? "" : event.reason();
              return disclosure.officeText(
                  ground == null ? reason : reason + "（依据：" + ground + "）");
            })
        .orElse(null);
  }
}
