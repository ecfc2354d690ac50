package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.casework.port.CasePort;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims that the money of an application has not come. */
@Path("/api/payment-claims")
@Tag(name = "拨付")
@Produces(MediaType.APPLICATION_JSON)
class PaymentClaimResource {
  private final PaymentClaims claims;
  private final CasePort cases;
  private final SecurityIdentity identity;

  PaymentClaimResource(PaymentClaims claims, CasePort cases, SecurityIdentity identity) {
    this.claims = claims;
    this.cases = cases;
    this.identity = identity;
  }

  @Schema(example = "{\"text\":\"公司账户至今没有收到。\"}")
  record ClaimRequest(String text) {}

  record ClaimBody(UUID caseId, String number, OffsetDateTime at, String stateLabel, boolean open) {
    static ClaimBody of(PaymentClaims.Claim one) {
      return new ClaimBody(
          one.kept().caseId(),
          one.kept().number(),
          one.kept().at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
          one.stateLabel(),
          one.open());
    }
  }

  record ClaimList(List<ClaimBody> items) {}

  @Schema(description = "所反映的申报，金额为元；办件不是资金未到账的，各项为 null")
  record ClaimedApplication(
      UUID applicationId,
      String number,
      String itemTitle,
      String stateLabel,
      BigDecimal approved,
      BigDecimal paid,
      LocalDate paymentDue) {
    private static final ClaimedApplication NONE =
        new ClaimedApplication(null, null, null, null, null, null, null);

    private static ClaimedApplication of(PayableApplication one) {
      return new ClaimedApplication(
          one.id(),
          one.number(),
          one.itemTitle(),
          one.isFullyPaid() ? "已拨付" : "待拨付",
          one.approvedFen() == null ? null : BigDecimal.valueOf(one.approvedFen(), 2),
          BigDecimal.valueOf(one.paidFen(), 2),
          one.paymentDue());
    }
  }

  @POST
  @Path("applications/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.ENTERPRISE_CODE, Role.AGENT_CODE})
  @Operation(summary = "反映资金没有到账", description = "企业对自己的、坐席对任一已批准的申报；立为一件诉求办件，与申报互相可见。上一件办结前不重复立案。")
  @APIResponse(responseCode = "201", description = "已立案")
  @APIResponse(responseCode = "409", description = "没有批准，或上一件还在办理")
  public Response claim(@PathParam("id") UUID id, ClaimRequest request) {
    PaymentClaims.Claim claim =
        claims.file(id, request == null ? null : request.text(), Caller.of(identity));
    return Response.status(Response.Status.CREATED).entity(ClaimBody.of(claim)).build();
  }

  @GET
  @Path("applications/{id}")
  @RolesAllowed({Role.ENTERPRISE_CODE, Role.AGENT_CODE, Role.HANDLER_CODE, Role.INSPECTOR_CODE})
  @Operation(summary = "一件申报的资金未到账反映", description = "新的在前，附办件状态。")
  public ClaimList list(@PathParam("id") UUID id) {
    return new ClaimList(claims.list(id, Caller.of(identity)).stream().map(ClaimBody::of).toList());
  }

  @GET
  @Path("cases/{id}")
  @RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
  @Operation(summary = "办件所反映的申报")
  public ClaimedApplication application(@PathParam("id") UUID caseId) {
    cases.requireSeen(caseId, Caller.of(identity));
    return claims.claimed(caseId).map(ClaimedApplication::of).orElse(ClaimedApplication.NONE);
  }
}
