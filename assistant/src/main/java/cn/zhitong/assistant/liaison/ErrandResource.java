package cn.zhitong.assistant.liaison;

import cn.zhitong.assistant.casework.port.CasePort;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.StaffDirectory;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 帮办代办: 派单, 接单, 办结, 评单. */
@Path("/api/errands")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
@Tag(name = "帮办代办")
public class ErrandResource {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 5_000;
  private static final int BEST = 5;

  private final ErrandStore store;
  private final StaffDirectory staff;
  private final CasePort cases;
  private final Clock clock;
  private final SecurityIdentity identity;

  ErrandResource(
      ErrandStore store,
      StaffDirectory staff,
      CasePort cases,
      Clock clock,
      SecurityIdentity identity) {
    this.store = store;
    this.staff = staff;
    this.cases = cases;
    this.clock = clock;
    this.identity = identity;
  }

  @Schema(example = "{\"title\":\"代办环评手续\",\"details\":\"陪同到窗口递交材料\",\"department\":\"市生态环境局\"}")
  public record ErrandRequest(
      String title,
      String details,
      @Schema(description = "来自哪一件办件，可空") UUID caseId,
      String enterprise,
      @Schema(description = "由哪个部门的人接单；不填则由坐席接") String department,
      @Schema(description = "指定的帮办员账号，可空") String officer,
      @Schema(description = "希望办结的日期") String due) {}

  @Schema(example = "{\"type\":\"accept\",\"basedOn\":1}")
  public record ErrandAct(
      @Schema(description = "accept 接单、finish 办结、rate 评单、cancel 取消") String type,
      @Schema(description = "所见的 version") Integer basedOn,
      @Schema(description = "办结情况、取消原因或评语") String text,
      @Schema(description = "评单 1 到 5") Integer score) {}

  public record ErrandView(
      UUID errandId,
      UUID caseId,
      String enterprise,
      String title,
      String details,
      String department,
      String state,
      String stateLabel,
      String officer,
      String officerName,
      String result,
      Integer score,
      String comment,
      LocalDate due,
      String createdBy,
      OffsetDateTime createdAt,
      int version,
      List<String> possible) {}

  public record ErrandList(List<ErrandView> items) {}

  @GET
  @Operation(summary = "帮办代办任务", description = "坐席见全部，承办人见本部门和本人的；未完成的在前，最多 500 件。")
  public ErrandList list(@QueryParam("state") String state, @QueryParam("caseId") UUID caseId) {
    Caller caller = Caller.of(identity);
    // An account without a department has none of its errands, not all of them.
    String department =
        caller.handlesAppeals() ? null : Objects.requireNonNullElse(caller.department(), "");
    String only = QueryText.blankToNull(state);
    return new ErrandList(
        store.page(only, department, caller.name(), caseId).stream()
            .map(one -> view(one, caller))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.AGENT_CODE)
  @Operation(summary = "派单")
  public Response dispatch(@NotNull(message = "请填写帮办事项") ErrandRequest request) {
    Caller caller = Caller.of(identity);
    if (request.caseId() != null) {
      cases.requireSeen(request.caseId(), caller);
    }
    StaffDirectory.Member officer = officer(request.officer());
    String department =
        officer != null && officer.department() != null
            ? officer.department()
            : request.department() == null ? null : cases.department(request.department());
    Errand errand =
        new Errand(
            Ids.next(),
            request.caseId(),
            optional(request.enterprise(), "企业名称"),
            required(request.title(), "事项", LONGEST_TITLE),
            required(request.details(), "具体要求", LONGEST_TEXT),
            department,
            Errand.State.DISPATCHED,
            officer == null ? null : officer.account(),
            officer == null ? null : officer.name(),
            null,
            null,
            null,
            day(request.due()),
            caller.displayName(),
            clock.instant(),
            1);
    store.insert(errand);
    return Response.created(URI.create("/api/errands/" + errand.id()))
        .entity(view(errand, caller))
        .build();
  }

  @POST
  @Path("/{id}/events")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "接单、办结、评单或取消")
  public ErrandView act(@PathParam("id") UUID id, @NotNull(message = "请提供操作") ErrandAct act) {
    Caller caller = Caller.of(identity);
    Errand errand =
        store
            .byId(id)
            .filter(one -> sees(one, caller))
            .orElseThrow(() -> new Problem.NotFound("没有这件帮办任务，或它不由您所在部门办理。"));
    String type = act.type() == null ? "" : act.type();
    if (!possible(errand, caller).contains(type)) {
      throw new Problem.Conflict(
          "任务处于“" + errand.state().label() + "”，或不由您办理，不能进行这项操作。",
          Map.of("state", errand.state().code(), "possible", possible(errand, caller)));
    }
    Errand next = next(errand, act, type, caller);
    boolean fresh = act.basedOn() == null || act.basedOn() == errand.version();
    if (!fresh || !store.change(next, clock.instant())) {
      throw new Problem.Conflict("任务在您查看之后有了变化，请刷新后再办。", Map.of());
    }
    return view(store.byId(id).orElseThrow(), caller);
  }

  private static Errand next(Errand errand, ErrandAct act, String type, Caller caller) {
    return switch (type) {
      case "accept" -> errand.accepted(caller.name(), caller.displayName());
      case "finish" -> errand.finished(required(act.text(), "办结情况", LONGEST_TEXT));
      case "rate" -> {
        if (act.score() == null || act.score() < 1 || act.score() > BEST) {
          throw new Problem.InvalidRequest("score（评单）为 1（很不满意）到 5（很满意）。");
        }
        yield errand.rated(act.score(), optional(act.text(), "评语"));
      }
      default -> errand.cancelled(required(act.text(), "取消原因", LONGEST_TEXT));
    };
  }

  private static boolean sees(Errand one, Caller caller) {
    return caller.handlesAppeals()
        || caller.name().equals(one.officer())
        || caller.department() != null && caller.department().equals(one.department());
  }

  /** Who did it does not record what the enterprise says of it. */
  private static List<String> possible(Errand one, Caller caller) {
    boolean own = caller.name().equals(one.officer());
    boolean takes =
        one.officer() == null
            ? one.department() == null
                ? caller.handlesAppeals()
                : one.department().equals(caller.department())
            : own;
    return switch (one.state()) {
      case DISPATCHED ->
          takes
              ? caller.handlesAppeals() ? List.of("accept", "cancel") : List.of("accept")
              : caller.handlesAppeals() ? List.of("cancel") : List.of();
      case ACCEPTED ->
          own ? List.of("finish") : caller.handlesAppeals() ? List.of("cancel") : List.of();
      case FINISHED -> caller.handlesAppeals() && !own ? List.of("rate") : List.of();
      case RATED, CANCELLED -> List.of();
    };
  }

  private StaffDirectory.Member officer(String account) {
    if (account == null || account.isBlank()) {
      return null;
    }
    return staff
        .member(account.strip())
        .orElseThrow(() -> new Problem.InvalidRequest("没有账号“" + account.strip() + "”，请从名单中选择。"));
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest("日期请写成 2025-09-30 的形式。");
    }
  }

  static String required(String text, String field, int most) {
    String given = text == null ? "" : text.strip();
    if (given.isEmpty() || given.length() > most) {
      throw new Problem.InvalidRequest(field + "不能为空，且不超过 " + most + " 个字符。");
    }
    return given;
  }

  static String optional(String text, String field) {
    return text == null || text.isBlank() ? null : required(text, field, LONGEST_TITLE);
  }

  /** Whoever does it may telephone; to everybody else its numbers are masked. */
  private static ErrandView view(Errand one, Caller caller) {
    UnaryOperator<String> shown =
        caller.name().equals(one.officer()) ? text -> text : PersonalData::mask;
    return new ErrandView(
        one.id(),
        one.caseId(),
        one.enterprise(),
        shown.apply(one.title()),
        shown.apply(one.details()),
        one.department(),
        one.state().code(),
        one.state().label(),
        one.officer(),
        one.officerName(),
        shown.apply(one.result()),
        one.score(),
        shown.apply(one.comment()),
        one.due(),
        one.createdBy(),
        one.createdAt().atZone(Infrastructure.ZONE).toOffsetDateTime(),
        one.version(),
        possible(one, caller));
  }
}
