package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an enterprise may do to its own file beside stating facts: object, and be reached. */
@Path("/api/enterprises")
@Tag(name = "enterprises", description = "一企一档")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OwnFileResource {
  private static final int LONGEST = 2_000;

  private final EnterpriseStore store;
  private final EnterpriseContactStore contacts;
  private final ObjectionStore objections;
  private final ObjectionCases cases;
  private final EnterpriseAccess access;
  private final SecurityIdentity identity;
  private final Clock clock;

  OwnFileResource(
      EnterpriseStore store,
      EnterpriseContactStore contacts,
      ObjectionStore objections,
      ObjectionCases cases,
      EnterpriseAccess access,
      SecurityIdentity identity,
      Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.objections = objections;
    this.cases = cases;
    this.access = access;
    this.identity = identity;
    this.clock = clock;
  }

  /** What is wrong, of which field and year. */
  record ObjectionRequest(String field, String period, String words) {}

  /** Where sign-in codes and messages go; one of them at least. */
  record ContactRequest(String email, String phone) {}

  @POST
  @Path("{creditCode}/objections")
  @RolesAllowed(Role.ENTERPRISE_CODE)
  @Operation(summary = "对档案数据提出异议", description = "生成一件由数据来源部门答复的办件；原数据保留，不覆盖。")
  @APIResponse(responseCode = "201", description = "已提出，caseNumber 为办件编号")
  @APIResponse(responseCode = "404", description = "档案中没有这项数据")
  public Response object(@PathParam("creditCode") String creditCode, ObjectionRequest request) {
    EnterpriseFile file = own(creditCode);
    if (request == null || request.words() == null || request.words().isBlank()) {
      throw new Problem.InvalidRequest("words：不能为空，请写明哪里不对、应为多少。");
    }
    if (request.words().length() > LONGEST) {
      throw new Problem.InvalidRequest("words：最多 " + LONGEST + " 字。");
    }
    Fact fact = disputed(file, request);
    String name = FieldCatalogue.name(fact.field());
    String period = FactCodec.written(fact.period());
    String year = period == null ? "" : period + "年";
    String title = "对企业档案“" + year + name + "”的异议";
    String text =
        "企业档案中的“"
            + year
            + name
            + "”为“"
            + fact.value().text()
            + "”，来源："
            + fact.source()
            + "。企业认为有误："
            + request.words().strip();
    UUID id = Ids.next();
    String number = cases.open("objection-" + id, title, text, file.latest("region"), file.name());
    ObjectionStore.Objection objection =
        new ObjectionStore.Objection(
            id,
            fact.field(),
            period,
            fact.source(),
            request.words().strip(),
            number,
            clock.instant());
    objections.insert(file.creditCode(), objection, Caller.of(identity).name());
    return Response.status(Response.Status.CREATED).entity(objection).build();
  }

  private static Fact disputed(EnterpriseFile file, ObjectionRequest request) {
    return file.facts().stream()
        .filter(fact -> fact.field().equals(request.field()))
        .filter(
            fact ->
                request.period() == null
                    || Objects.equals(FactCodec.written(fact.period()), request.period()))
        .reduce((a, b) -> b)
        .orElseThrow(() -> new Problem.NotFound("档案中没有这项数据：" + request.field()));
  }

  @GET
  @Path("{creditCode}/objections")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE, Role.ENTERPRISE_CODE})
  @Operation(summary = "提出过的异议")
  public List<ObjectionStore.Objection> list(@PathParam("creditCode") String creditCode) {
    CreditCode code = code(creditCode);
    access.read(Caller.of(identity), code, "查看异议");
    return objections.of(code);
  }

  @PUT
  @Path("{creditCode}/contact")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "登记企业联系邮箱和手机", description = "登录验证码和政策推送发到邮箱，短信发到手机；至少填一项，整条替换原来的登记。")
  @APIResponse(responseCode = "204", description = "已登记")
  public void contact(@PathParam("creditCode") String creditCode, ContactRequest request) {
    String email = QueryText.blankToNull(request == null ? null : request.email());
    String phone = QueryText.blankToNull(request == null ? null : request.phone());
    if (email == null && phone == null) {
      throw new Problem.InvalidRequest("email 和 phone 至少填一项。");
    }
    if (email != null && !email.matches("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{2,}")) {
      throw new Problem.InvalidRequest("email：应为邮箱地址。");
    }
    if (phone != null && !phone.matches("1[3-9]\\d{9}")) {
      throw new Problem.InvalidRequest("phone：应为 11 位手机号码。");
    }
    CreditCode code = code(creditCode);
    contacts.put(code, email, phone, Caller.of(identity).name(), clock.instant());
  }

  private EnterpriseFile own(String creditCode) {
    CreditCode code = code(creditCode);
    if (!EnterpriseAccess.isOwn(Caller.of(identity), code)) {
      throw new Problem.Forbidden("只能对本企业的档案提出异议。");
    }
    return store.file(code).orElseThrow(() -> new Problem.NotFound("没有信用代码为 " + code + " 的企业档案。"));
  }

  private static CreditCode code(String text) {
    try {
      return CreditCode.of(text);
    } catch (InvalidFile e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }
}
