package cn.zhitong.assistant.liaison;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.port.CasePort;
import cn.zhitong.assistant.privacy.CheckDigits;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.StaffDirectory;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 挂钩 / 包联: each enterprise's officer, with cases, visits and what was raised. */
@Path("/api/liaisons")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
@Tag(name = "企业包联")
public class LiaisonResource {
  private static final int LONGEST = 5_000;

  private static final Map<String, String> KINDS =
      Map.of("problem", "问题", "need", "需求", "suggestion", "建议");

  private final LiaisonStore store;
  private final StaffDirectory staff;
  private final CasePort cases;
  private final Clock clock;
  private final SecurityIdentity identity;

  LiaisonResource(
      LiaisonStore store,
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

  @Schema(example = "{\"enterprise\":\"澄澜机械有限公司\",\"officer\":\"zhang.san\"}")
  public record LiaisonRequest(
      String enterprise,
      @Schema(description = "统一社会信用代码，可空") String creditCode,
      @Schema(description = "包联干部的账号") String officer) {}

  public record LiaisonView(
      UUID liaisonId,
      String enterprise,
      String creditCode,
      String officer,
      String officerName,
      LocalDate since,
      LocalDate nextVisit,
      LocalDate lastVisit,
      long cases,
      long openCases) {}

  public record LiaisonList(List<LiaisonView> items) {}

  public record VisitView(UUID visitId, LocalDate plannedOn, LocalDate doneOn, String note) {}

  public record MatterView(
      UUID matterId,
      String kind,
      String kindLabel,
      String text,
      OffsetDateTime at,
      UUID caseId,
      String number,
      String stateLabel) {}

  public record LiaisonFile(
      UUID liaisonId,
      String enterprise,
      String officerName,
      List<VisitView> visits,
      List<MatterView> matters) {}

  @GET
  @Operation(summary = "包联企业", description = "督办见全部，其他人见自己包联的；有走访安排的在前。")
  public LiaisonList list() {
    Caller caller = Caller.of(identity);
    return new LiaisonList(
        store
            .list(caller.has(Role.SUPERVISOR) ? null : caller.name(), caller.handlesAppeals())
            .stream()
            .map(
                one ->
                    new LiaisonView(
                        one.liaison().id(),
                        one.liaison().enterprise(),
                        one.liaison().creditCode(),
                        one.liaison().officer(),
                        one.liaison().officerName(),
                        one.liaison().since(),
                        one.nextVisit(),
                        one.lastVisit(),
                        one.cases(),
                        one.openCases()))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(summary = "指定企业的包联干部", description = "同一企业再次指定即为更换。")
  public Response link(@NotNull(message = "请填写企业和干部") LiaisonRequest request) {
    String officer = request.officer() == null ? "" : request.officer().strip();
    StaffDirectory.Member member =
        staff
            .member(officer)
            .orElseThrow(() -> new Problem.InvalidRequest("没有账号“" + officer + "”，请核对。"));
    String code =
        request.creditCode() == null || request.creditCode().isBlank()
            ? null
            : request.creditCode().strip().toUpperCase(Locale.ROOT);
    if (code != null && !CheckDigits.creditCode(code)) {
      throw new Problem.InvalidRequest("统一社会信用代码有误，应为 18 位，请核对。");
    }
    UUID id =
        store.put(
            new LiaisonStore.Liaison(
                Ids.next(),
                code,
                ErrandResource.required(request.enterprise(), "企业名称", 200),
                member.account(),
                member.name(),
                today()));
    return Response.created(URI.create("/api/liaisons/" + id)).entity(file(id)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "一家包联企业的走访和反映")
  public LiaisonFile file(@PathParam("id") UUID id) {
    LiaisonStore.Liaison one = seen(id);
    // Who looks after the enterprise wrote it; to others the numbers in it are masked.
    UnaryOperator<String> shown =
        one.officer().equals(Caller.of(identity).name()) ? text -> text : PersonalData::mask;
    return new LiaisonFile(
        one.id(),
        one.enterprise(),
        one.officerName(),
        store.visits(id).stream()
            .map(
                visit ->
                    new VisitView(
                        visit.id(), visit.plannedOn(), visit.doneOn(), shown.apply(visit.note())))
            .toList(),
        store.matters(id).stream().map(matter -> view(matter, shown)).toList());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(summary = "解除包联", description = "走访和反映的记录一并删除，已立的办件不受影响。")
  public void unlink(@PathParam("id") UUID id) {
    store.delete(seen(id).id());
  }

  /**
   * @param visitId a planned visit that was made; null plans another
   */
  @Schema(example = "{\"date\":\"2026-12-08\"}")
  public record VisitRequest(
      @Schema(description = "已安排的走访，填写即为登记完成") UUID visitId,
      @Schema(description = "日期") String date,
      @Schema(description = "走访情况") String note) {}

  @POST
  @Path("/{id}/visits")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "安排走访，或登记走访情况")
  public LiaisonFile visit(
      @PathParam("id") UUID id, @NotNull(message = "请填写日期") VisitRequest request) {
    seen(id);
    LocalDate day = day(request.date());
    if (request.visitId() == null) {
      store.plan(Ids.next(), id, day);
    } else if (!store.visited(
        request.visitId(), id, day, ErrandResource.required(request.note(), "走访情况", LONGEST))) {
      throw new Problem.NotFound("没有这次走访安排，或已登记过。");
    }
    return file(id);
  }

  @Schema(example = "{\"kind\":\"need\",\"text\":\"希望开通园区班车\",\"file\":true}")
  public record MatterRequest(
      @Schema(description = "problem 问题、need 需求、suggestion 建议") String kind,
      String text,
      @Schema(description = "是否立为办件，由办件的期限和流程办理") boolean file,
      @Schema(description = "事情所在地，六位行政区划代码，可空") String region) {}

  @POST
  @Path("/{id}/matters")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "登记企业反映的问题、需求或建议", description = "file=true 时同时立为办件，渠道为 visit。")
  public LiaisonFile raise(
      @PathParam("id") UUID id, @NotNull(message = "请填写内容") MatterRequest request) {
    LiaisonStore.Liaison one = seen(id);
    if (request.kind() == null || !KINDS.containsKey(request.kind())) {
      throw new Problem.InvalidRequest("kind（类型）可为 problem 问题、need 需求或 suggestion 建议。");
    }
    String text = ErrandResource.required(request.text(), "内容", LONGEST);
    UUID matter = Ids.next();
    UUID caseId =
        request.file()
            ? cases.file(appeal(one, text, request.region()), "matter " + matter).caseId()
            : null;
    store.raise(matter, id, request.kind(), text, clock.instant(), caseId);
    return file(id);
  }

  private static AppealRequest appeal(LiaisonStore.Liaison one, String text, String region) {
    return new AppealRequest(
        null,
        text,
        region,
        "visit",
        null,
        null,
        one.enterprise(),
        null,
        null,
        null,
        one.creditCode(),
        null);
  }

  private LiaisonStore.Liaison seen(UUID id) {
    Caller caller = Caller.of(identity);
    return store
        .byId(id)
        .filter(one -> caller.has(Role.SUPERVISOR) || one.officer().equals(caller.name()))
        .orElseThrow(() -> new Problem.NotFound("没有这家包联企业，或它不由您包联。"));
  }

  private static MatterView view(LiaisonStore.Matter one, UnaryOperator<String> shown) {
    return new MatterView(
        one.id(),
        one.kind(),
        KINDS.get(one.kind()),
        shown.apply(one.text()),
        one.at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
        one.caseId(),
        one.number(),
        one.state() == null ? null : CaseStatus.of(one.state()).label());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Infrastructure.ZONE);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text == null ? "" : text.strip());
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest("date（日期）请写成 2025-09-30 的形式。");
    }
  }
}
