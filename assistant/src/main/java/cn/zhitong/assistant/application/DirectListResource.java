package cn.zhitong.assistant.application;

import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of enterprises that get an item without a request (免申即享). */
@Path("/api/applications/direct-lists")
@Tag(name = "申报")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE, Role.INSPECTOR_CODE})
class DirectListResource {
  private static final int SHOWN = 100;
  private static final int LISTS = 50;
  private static final int LONGEST_REASON = 500;

  private final DirectLists lists;
  private final DirectListStore store;
  private final SecurityIdentity identity;

  DirectListResource(DirectLists lists, DirectListStore store, SecurityIdentity identity) {
    this.lists = lists;
    this.store = store;
    this.identity = identity;
  }

  @Schema(example = "{\"itemId\":\"0190…\",\"dryRun\":true}")
  record ListRequest(
      @Schema(description = "已发布、在申报期内的免申即享事项") UUID itemId,
      @Schema(description = "true 只试算，不建立名单") Boolean dryRun) {}

  record Decision(
      @Schema(description = "confirm 确认（缺省）、dismiss 退回") String decision,
      @Schema(description = "退回的理由") String reason) {}

  record Listed(String creditCode, String name, UUID applicationId, String skip) {}

  record ListBody(
      @Schema(description = "试算时为空") UUID listId,
      UUID itemId,
      int itemVersion,
      String itemTitle,
      String state,
      String stateLabel,
      int total,
      @Schema(description = "符合条件、但这一版已享受或已在名单上的") Integer had,
      List<Listed> entries,
      String createdBy,
      OffsetDateTime createdAt,
      String decidedBy,
      OffsetDateTime decidedAt,
      String reason) {}

  record ListPage(List<ListBody> items) {}

  @POST
  @RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "建立免申即享名单",
      description = "名单是现在符合条件的企业，待核实的不在其中。另一人确认后，每家企业成为一件公示中的申报。同一版事项对一家企业只列一次。")
  @APIResponse(responseCode = "409", description = "不是免申即享事项、不在申报期内，或没有可列的企业")
  public ListBody create(ListRequest request) {
    if (request == null || request.itemId() == null) {
      throw new Problem.InvalidRequest("itemId：请给出免申即享的事项。");
    }
    Caller caller = Caller.of(identity);
    DirectLists.Proposal proposal = lists.propose(request.itemId(), caller);
    if (Boolean.TRUE.equals(request.dryRun())) {
      return preview(proposal);
    }
    DirectList kept = lists.keep(proposal, caller);
    return body(kept, proposal.had(), shown(proposal.entries()));
  }

  @POST
  @Path("{id}/confirmation")
  @RolesAllowed({Role.HANDLER_CODE, Role.SUPERVISOR_CODE})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "确认或退回名单", description = "不能是建立名单的人；退回的写明理由。")
  @APIResponse(responseCode = "409", description = "已经确认或退回，或事项已有新版本")
  public ListBody decide(@PathParam("id") UUID id, Decision request) {
    String decision =
        request == null || request.decision() == null ? "confirm" : request.decision();
    boolean confirmed = decision.equals("confirm");
    if (!confirmed && !decision.equals("dismiss")) {
      throw new Problem.InvalidRequest("decision：应为 confirm 或 dismiss。");
    }
    String reason =
        confirmed ? null : PlainText.required(request.reason(), "reason（退回的理由）", LONGEST_REASON);
    DirectList list = lists.decide(id, confirmed, reason, Caller.of(identity));
    return body(list, null, shown(store.entries(id, SHOWN, 0)));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "一份名单", description = "每页 100 家；applicationId 是它成为的申报，skip 是没有成为申报的原因。")
  public ListBody list(@PathParam("id") UUID id, @QueryParam("page") @DefaultValue("1") int page) {
    DirectList list = lists.required(id, Caller.of(identity));
    long offset = (Math.max(1, page) - 1L) * SHOWN;
    return body(list, null, shown(store.entries(id, SHOWN, offset)));
  }

  @GET
  @Operation(summary = "名单记录", description = "新的在前，最多 50 份；可按事项筛选，承办人见本部门办理的事项的。")
  public ListPage lists(@QueryParam("itemId") UUID itemId) {
    return new ListPage(
        lists.newest(itemId, LISTS, Caller.of(identity)).stream()
            .map(list -> body(list, null, List.of()))
            .toList());
  }

  private static ListBody preview(DirectLists.Proposal proposal) {
    return new ListBody(
        null,
        proposal.item().id(),
        proposal.item().version(),
        proposal.item().content().title(),
        "preview",
        "试算",
        proposal.entries().size(),
        proposal.had(),
        shown(proposal.entries()),
        null,
        null,
        null,
        null,
        null);
  }

  private static List<Listed> shown(List<DirectList.Entry> entries) {
    return entries.stream()
        .limit(SHOWN)
        .map(one -> new Listed(one.creditCode(), one.name(), one.applicationId(), one.skip()))
        .toList();
  }

  private static ListBody body(DirectList list, Integer had, List<Listed> entries) {
    return new ListBody(
        list.id(),
        list.itemId(),
        list.itemVersion(),
        list.itemTitle(),
        list.state().code(),
        list.state().label(),
        list.total(),
        had,
        entries,
        list.creatorName(),
        ApplicationViews.time(list.createdAt()),
        list.deciderName(),
        ApplicationViews.time(list.decidedAt()),
        list.reason());
  }
}
