package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.arrears.ArrearsViews;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.rights.Disclosure;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API says about cases. Times carry Shanghai's offset. */
public final class CaseViews {
  private CaseViews() {}

  /**
   * Answer to {@code POST /api/cases}.
   *
   * @param suggestion for staff only; null for visitors, while triage is still to come, and for a
   *     case that people decide before they see it
   */
  public record Filed(
      UUID caseId,
      String number,
      String trackingCode,
      String state,
      String stateLabel,
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> suggestion) {}

  public record CategoryView(String code, String label, boolean decided) {}

  /**
   * @param light {@code none}, {@code green}, {@code yellow}, {@code red}, {@code overdue}
   * @param paused whether it stands still until the enterprise has supplemented
   */
  public record DeadlineView(
      int workingDays, LocalDate due, boolean provisional, String light, boolean paused) {}

  /**
   * A department's own part.
   *
   * @param role {@code lead} or {@code support}
   * @param state {@code pending}, {@code replied}, {@code returned}
   */
  public record PartView(
      String role,
      String departmentId,
      String department,
      String state,
      String stateLabel,
      String text,
      OffsetDateTime at) {}

  /** The main case that a merged one follows. */
  public record MainView(UUID caseId, String number, String state, String stateLabel) {}

  /** Level and region that a case was transferred to. */
  public record PlaceView(String level, String region) {}

  /** A row of the queue; personal data masked. */
  public record Row(
      UUID caseId,
      String number,
      String externalNumber,
      String channel,
      String title,
      String snippet,
      String state,
      String stateLabel,
      CategoryView category,
      String department,
      LocalDate due,
      boolean dueProvisional,
      String light,
      OffsetDateTime askedAt,
      int version,
      boolean urged,
      boolean supervised,
      String review,
      boolean typical,
      @Schema(description = "企业名称；部门承办人的列表中不给出") String enterprise,
      @Schema(description = "经办人") String assignee,
      @Schema(description = "是否难事专办") boolean takenOn) {}

  public record Page(List<Row> items, long total, int page, int pageSize) {}

  /** One event as staff see it. */
  public record EventView(
      int seq,
      String type,
      String label,
      String actor,
      String actorName,
      OffsetDateTime at,
      String reason,
      int basedOn,
      Map<String, Object> body) {}

  /** What may be done next: {@code type} for {@code POST …/events}. */
  public record Possible(String type, String label, boolean needsReason) {}

  /**
   * A case for those who work on it.
   *
   * @param contact null for handlers of a report (举报) or where the sender asked not to be known
   * @param deadline null before triage, and while the suggestion that it rests on is hidden
   * @param personalData whether identifiers are shown as they were sent; else they are masked
   * @param suggestionHidden whether this case is decided before the suggestion is shown
   */
  public record StaffCase(
      UUID caseId,
      String number,
      String externalNumber,
      String channel,
      String state,
      String stateLabel,
      int version,
      String title,
      String text,
      String region,
      Disclosure.Contact contact,
      @Schema(description = "个人信息是否原样给出；为 false 时已遮蔽") boolean personalData,
      OffsetDateTime askedAt,
      OffsetDateTime receivedAt,
      CategoryView category,
      Owner department,
      List<String> supporting,
      List<PartView> parts,
      PlaceView transferredTo,
      MainView mergedInto,
      DeadlineView deadline,
      boolean extensionRequested,
      boolean supervised,
      int urges,
      int returns,
      Map<String, Object> suggestion,
      boolean suggestionHidden,
      Map<String, Object> draft,
      String reply,
      OffsetDateTime answeredAt,
      Integer score,
      @Schema(description = "抽查复核：none 无、open 待复核、done 已复核") String review,
      boolean typical,
      @Schema(description = "经办人，未指定为 null") String assignee,
      @Schema(description = "难事专办的牵头督办，其他办件为 null") String takenOn,
      boolean erased,
      List<CaseThemeViews.ThemeView> themes,
      @Schema(description = "拖欠账款专题的办件才有") ArrearsViews.Detail arrears,
      List<CaseThemeViews.MeetingView> meetings,
      List<Possible> possible,
      List<EventView> events) {}

  /** One step as the enterprise sees it. */
  public record Step(String label, OffsetDateTime at, String reason) {}

  /** A case for the enterprise that sent it: nothing internal. */
  public record EnterpriseCase(
      UUID caseId,
      String number,
      String state,
      String stateLabel,
      int version,
      String title,
      String text,
      OffsetDateTime askedAt,
      CategoryView category,
      String department,
      @Schema(description = "已并单时，主办件的编号和进展") MainView mergedInto,
      DeadlineView deadline,
      String reply,
      OffsetDateTime answeredAt,
      Integer score,
      @Schema(description = "拖欠账款专题的办件才有") ArrearsViews.Detail arrears,
      List<CaseThemeViews.MeetingView> meetings,
      List<Possible> possible,
      List<Step> steps) {}
}
