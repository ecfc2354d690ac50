package cn.zhitong.assistant.arrears;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.Export;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.text.Coded;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of 拖欠账款: whoever works on a case sees it here. */
@Path("/api")
@Tag(name = "专题")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
public class ArrearsResource {
  private static final int MAX_PAGE = 200;
  private static final int LONGEST_WORDS = 100;

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ArrearsStore store;
  private final Calendars calendars;
  private final Clock clock;
  private final SecurityIdentity identity;

  ArrearsResource(ArrearsStore store, Calendars calendars, Clock clock, SecurityIdentity identity) {
    this.store = store;
    this.calendars = calendars;
    this.clock = clock;
    this.identity = identity;
  }

  /** Query parameters of list and file. */
  public static final class ArrearsQuery {
    @QueryParam("debtorKind")
    @Parameter(description = "欠款单位类型：state_organ、public_institution、large_enterprise、other")
    String debtorKind;

    @QueryParam("status")
    @Parameter(description = "unrecorded 待登记、open 未还清、paid 已还清")
    String status;

    @QueryParam("undisputed")
    @Parameter(description = "true 无争议，false 有争议")
    Boolean undisputed;

    @QueryParam("overdue")
    @Parameter(description = "true 只列逾期的：过了应付日，或有一期没有按约定付")
    @DefaultValue("false")
    boolean overdue;

    @QueryParam("department")
    @Parameter(description = "部门名称或编号")
    String department;

    @QueryParam("region")
    @Parameter(description = "行政区划代码，含其下各地")
    String region;

    @QueryParam("q")
    @Parameter(description = "欠款单位名称或办件编号中的词")
    String words;
  }

  @GET
  @Path("/arrears")
  @Operation(
      summary = "拖欠账款清单",
      description = "尚欠最多的在前；按单位类型的合计、逾期的分期。金额单位元，出自办件记录；部门承办人只见本部门办件。已撤回、不予受理、并单的不计。")
  public ArrearsReport.Body list(
      @BeanParam ArrearsQuery query,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    List<ArrearsReport.Row> rows = rows(query);
    return new ArrearsReport.Body(
        rows.stream().skip((page - 1L) * pageSize).limit(pageSize).toList(),
        rows.size(),
        page,
        pageSize,
        ArrearsReport.sums(rows),
        (int) rows.stream().filter(row -> row.amount() == null).count(),
        ArrearsReport.late(rows));
  }

  @GET
  @Path("/arrears.xlsx")
  @Produces(XLSX)
  @Operation(summary = "拖欠账款清单的 XLSX", description = "清单、按单位类型的合计、逾期分期各一页。")
  public Response export(@BeanParam ArrearsQuery query) {
    return Response.ok(Export.xlsx(ArrearsReport.tables(rows(query))))
        .header("Content-Disposition", "attachment; filename=\"arrears.xlsx\"")
        .build();
  }

  private List<ArrearsReport.Row> rows(ArrearsQuery query) {
    Caller caller = Caller.of(identity);
    ArrearsStore.Wanted wanted =
        new ArrearsStore.Wanted(
            office(query, caller),
            kind(query.debtorKind),
            query.undisputed,
            QueryText.regionPrefix(query.region),
            words(query.words));
    String status = status(query.status);
    return ArrearsReport.rows(
            store.find(wanted), caller.handlesAppeals(), LocalDate.now(clock), calendars.current())
        .stream()
        .filter(row -> status == null || row.status().equals(status))
        .filter(row -> !query.overdue || row.overdue())
        .toList();
  }

  /** A handler sees the own office's cases, whatever was asked for. */
  private static String office(ArrearsQuery query, Caller caller) {
    if (caller.handlesAppeals()) {
      return QueryText.blankToNull(query.department);
    }
    if (caller.department() == null) {
      throw new Problem.Forbidden("账号没有部门，请联系管理员。");
    }
    return caller.department();
  }

  private static DebtorKind kind(String code) {
    String plain = QueryText.blankToNull(code);
    return plain == null
        ? null
        : Coded.findNamed(DebtorKind.class, plain)
            .orElseThrow(
                () ->
                    new Problem.InvalidRequest(
                        "debtorKind 为 state_organ、public_institution、large_enterprise 或 other。"));
  }

  private static String status(String code) {
    String plain = QueryText.blankToNull(code);
    for (ArrearsReport.Status status : ArrearsReport.Status.values()) {
      if (plain == null || status.code().equals(plain)) {
        return plain;
      }
    }
    throw new Problem.InvalidRequest("status 为 unrecorded、open 或 paid。");
  }

  private static String words(String given) {
    String plain = QueryText.blankToNull(given);
    if (plain != null && plain.length() > LONGEST_WORDS) {
      throw new Problem.InvalidRequest("q 最多 " + LONGEST_WORDS + " 个字符。");
    }
    return plain;
  }
}
