package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Enterprise files: what is held of an enterprise, with sources and days. */
@Path("/api/enterprises")
@Tag(name = "enterprises", description = "一企一档")
@Produces(MediaType.APPLICATION_JSON)
class EnterpriseResource {
  private final Enterprises enterprises;
  private final EnterpriseStore store;
  private final EnterpriseAccess access;
  private final SecurityIdentity identity;
  private final Clock clock;

  EnterpriseResource(
      Enterprises enterprises,
      EnterpriseStore store,
      EnterpriseAccess access,
      SecurityIdentity identity,
      Clock clock) {
    this.enterprises = enterprises;
    this.store = store;
    this.access = access;
    this.identity = identity;
    this.clock = clock;
  }

  /** A file as the API shows it. */
  record FileBody(
      String creditCode,
      String name,
      List<JsonNode> facts,
      Set<String> closedFields,
      Set<String> closedRegisters,
      List<ConflictBody> conflicts,
      long revision,
      String updatedAt) {}

  /** Sources that differ. */
  record ConflictBody(String field, String name, String period, List<JsonNode> facts) {}

  /** A field, with the letters that it is found by. */
  record FieldBody(@JsonUnwrapped FieldCatalogue.Field field, String initials) {}

  /** One page of enterprises. */
  record EnterpriseList(List<EnterpriseStore.Listed> items, long total, int page, int pageSize) {}

  /** What came to a file. */
  record EntryBody(String act, String batch, String actor, String at, List<JsonNode> facts) {}

  @GET
  @RolesAllowed({Role.HANDLER_CODE, Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "企业列表", description = "q 为名称中的字或信用代码；只列名称和分类，不列数据。")
  public EnterpriseList list(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > 200) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 在 1 到 200 之间，请修改后重试。");
    }
    return new EnterpriseList(
        store.list(words, pageSize, (page - 1L) * pageSize), store.count(words), page, pageSize);
  }

  @GET
  @Path("fields")
  @RolesAllowed({
    Role.AGENT_CODE,
    Role.HANDLER_CODE,
    Role.PUBLISHER_CODE,
    Role.SUPERVISOR_CODE,
    Role.ADMINISTRATOR_CODE,
    Role.ENTERPRISE_CODE
  })
  @Operation(summary = "档案字段目录", description = "initials 为名称的拼音首字母，用来查找。")
  public List<FieldBody> fields() {
    return FieldCatalogue.all().stream()
        .map(field -> new FieldBody(field, PinyinInitials.of(field.name())))
        .toList();
  }

  @PUT
  @Path("{creditCode}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "写入企业档案", description = "替换当前档案；以前的数据留在历史里。信用代码按 GB 32100 校验。内容相同的再次写入不做改动。")
  @APIResponse(responseCode = "400", description = "信用代码或事实不合约定")
  public FileBody put(@PathParam("creditCode") String creditCode, JsonNode body) {
    return guarded(
        () -> {
          Enterprises.Sent sent = EnterpriseRows.sent(creditCode, required(body));
          if (sent.name() == null || sent.name().isBlank()) {
            throw new InvalidFile("name：不能为空");
          }
          return body(enterprises.put(sent, caller().name()), true);
        });
  }

  @PATCH
  @Path("{creditCode}/facts")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE, Role.ENTERPRISE_CODE})
  @Operation(
      summary = "补充事实",
      description = "{facts:[…]} 只增不改：同一来源对同一事项的新说法取代旧的，不同来源并列并标出矛盾。企业本身补充的，来源记为企业自述。")
  @APIResponse(responseCode = "403", description = "不是本企业，或这一项不能自述")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案")
  public FileBody add(@PathParam("creditCode") String creditCode, JsonNode body) {
    return guarded(
        () -> {
          CreditCode code = CreditCode.of(creditCode);
          JsonNode given = required(body);
          List<Fact> facts = FactCodec.readAll(given.isArray() ? given : given.get("facts"));
          Caller caller = caller();
          boolean own = caller.has(Role.ENTERPRISE);
          if (own && !EnterpriseAccess.isOwn(caller, code)) {
            throw new Problem.Forbidden("只能补充本企业的档案。");
          }
          EnterpriseFile file =
              enterprises.add(
                  code,
                  own ? OwnStatement.of(facts, LocalDate.now(clock)) : facts,
                  "add",
                  caller.name());
          if (file == null) {
            throw new Problem.NotFound("没有信用代码为 " + code + " 的企业档案。");
          }
          return body(file, true);
        });
  }

  @GET
  @Path("{creditCode}")
  @RolesAllowed({
    Role.AGENT_CODE,
    Role.HANDLER_CODE,
    Role.PUBLISHER_CODE,
    Role.ADMINISTRATOR_CODE,
    Role.ENTERPRISE_CODE
  })
  @Operation(summary = "企业档案", description = "企业看自己的；承办人、坐席需写明事由 reason，查看会留下记录；敏感数据对坐席遮蔽。")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案")
  public FileBody file(
      @PathParam("creditCode") String creditCode, @QueryParam("reason") String reason) {
    return guarded(
        () -> {
          Caller caller = caller();
          EnterpriseAccess.requireReader(caller);
          CreditCode code = CreditCode.of(creditCode);
          access.read(caller, code, reason);
          return body(found(code), EnterpriseAccess.seesSensitive(caller, code));
        });
  }

  @GET
  @Path("{creditCode}/history")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE, Role.ENTERPRISE_CODE})
  @Operation(summary = "档案的来历", description = "每次写入、补充、导入和异议，由新到旧。")
  public List<EntryBody> history(
      @PathParam("creditCode") String creditCode, @QueryParam("reason") String reason) {
    return guarded(
        () -> {
          CreditCode code = CreditCode.of(creditCode);
          access.read(caller(), code, reason);
          return store.history(code).stream()
              .map(
                  entry ->
                      new EntryBody(
                          entry.act(),
                          entry.batch() == null ? null : entry.batch().toString(),
                          entry.actor(),
                          entry.at().atZone(clock.getZone()).toOffsetDateTime().toString(),
                          written(entry.facts(), true)))
              .toList();
        });
  }

  @GET
  @Path("{creditCode}/reads")
  @RolesAllowed({Role.ADMINISTRATOR_CODE, Role.ENTERPRISE_CODE})
  @Operation(summary = "谁查看过档案")
  public List<EnterpriseStore.FileRead> reads(@PathParam("creditCode") String creditCode) {
    return guarded(
        () -> {
          CreditCode code = CreditCode.of(creditCode);
          Caller caller = caller();
          if (caller.has(Role.ENTERPRISE) && !EnterpriseAccess.isOwn(caller, code)) {
            throw new Problem.Forbidden("只能查看本企业的记录。");
          }
          return store.reads(code);
        });
  }

  @DELETE
  @Path("{creditCode}")
  @RolesAllowed(Role.ADMINISTRATOR_CODE)
  @Operation(summary = "删除企业档案", description = "档案和历史中的数据一并清除，只留下清除本身的记录。")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案")
  public void erase(@PathParam("creditCode") String creditCode) {
    guarded(
        () -> {
          CreditCode code = CreditCode.of(creditCode);
          if (!store.erase(code, caller().name(), clock.instant())) {
            throw new Problem.NotFound("没有信用代码为 " + code + " 的企业档案。");
          }
          return null;
        });
  }

  private EnterpriseFile found(CreditCode code) {
    return store.file(code).orElseThrow(() -> new Problem.NotFound("没有信用代码为 " + code + " 的企业档案。"));
  }

  private FileBody body(EnterpriseFile file, boolean sensitive) {
    return new FileBody(
        file.creditCode().value(),
        file.name(),
        written(file.facts(), sensitive),
        file.closedFields(),
        file.closedRegisters(),
        FactConflicts.of(file.facts()).stream()
            .map(
                one ->
                    new ConflictBody(
                        one.field(), one.name(), one.period(), written(one.facts(), sensitive)))
            .toList(),
        file.revision(),
        file.updatedAt().atZone(clock.getZone()).toOffsetDateTime().toString());
  }

  private static List<JsonNode> written(List<Fact> facts, boolean sensitive) {
    return facts.stream().<JsonNode>map(fact -> FactMask.written(fact, sensitive)).toList();
  }

  private static JsonNode required(JsonNode body) {
    if (body == null || body.isNull()) {
      throw new Problem.InvalidRequest("请求体为空。");
    }
    return body;
  }

  private Caller caller() {
    return Caller.of(identity);
  }

  private static <T> T guarded(java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidFile | InvalidCondition e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }
}
