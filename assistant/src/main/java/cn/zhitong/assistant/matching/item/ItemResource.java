package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The library of items (事项库). Published items are open to everyone. */
@Path("/api/items")
@Tag(name = "items", description = "事项库")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ItemResource {
  private final Items items;
  private final ItemEventStore events;
  private final ItemLibrary library;
  private final ConditionWords words;
  private final SecurityIdentity identity;
  private final Clock clock;

  ItemResource(
      Items items,
      ItemEventStore events,
      ItemLibrary library,
      ConditionWords words,
      SecurityIdentity identity,
      Clock clock) {
    this.items = items;
    this.events = events;
    this.library = library;
    this.words = words;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * An item with its state.
   *
   * @param words its leaves in plain words, in order
   */
  record ItemBody(
      String itemId,
      int version,
      String state,
      Integer publishedVersion,
      ItemContent item,
      List<Integer> confirmed,
      List<MissingPart> missing,
      String updatedAt,
      List<String> words,
      PolicyFacts policy) {}

  private static final String BASED_ON = "所依据的版本号；此后已被他人修改时回 409，不覆盖别人的版本。不给则以最新版本为准";

  /** Which leaves; null for all of them. */
  record ConfirmationRequest(List<Integer> leaves) {}

  /** Files that the rule has to come out right on. */
  record ExamplesRequest(List<ItemExample> examples) {}

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "一个事项", description = "访客看到已发布的版本；发布员看到最新版本及发布前还缺什么。")
  @APIResponse(responseCode = "404", description = "没有这个事项，或尚未发布")
  public ItemBody item(@PathParam("id") String id) {
    if (isStaff()) {
      StoredItem newest = found(id);
      return body(newest, items.missing(newest));
    }
    return body(items.published(uuid(id)).orElseThrow(() -> notFound(id)), List.of());
  }

  @POST
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "新建事项", description = "与抽取结果相同的结构，另加 policyId；建成后为草稿。")
  @APIResponse(responseCode = "201", description = "草稿")
  public Response create(ItemContent content) {
    StoredItem item = guarded(() -> items.create(checked(content), caller()));
    return Response.status(Response.Status.CREATED).entity(body(item, List.of())).build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "修改事项", description = "生成新版本；与上一版相同的条件保留确认。已发布的版本在新版发布前继续有效。")
  @APIResponse(responseCode = "409", description = "期间已被他人修改")
  public ItemBody change(
      @PathParam("id") String id,
      @Parameter(description = BASED_ON) @QueryParam("basedOn") Integer basedOn,
      ItemContent content) {
    StoredItem item = found(id, basedOn);
    StoredItem changed =
        guarded(() -> items.change(item, checked(content), caller()))
            .orElseThrow(() -> changedSince(found(id)));
    return body(changed, items.missing(changed));
  }

  @POST
  @Path("{id}/confirmations")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "确认条件", description = "leaves 为条件序号（深度优先从 0 起），不给则确认全部；记录确认人。")
  @APIResponse(responseCode = "409", description = "basedOn 之后已被他人修改")
  public ItemBody confirm(
      @PathParam("id") String id,
      @Parameter(description = BASED_ON) @QueryParam("basedOn") Integer basedOn,
      ConfirmationRequest request) {
    StoredItem item = found(id, basedOn);
    int count = ConditionLeaves.of(item.content().tree()).size();
    Set<Integer> leaves = new HashSet<>();
    if (request == null || request.leaves() == null) {
      for (int i = 0; i < count; i++) {
        leaves.add(i);
      }
    } else {
      leaves.addAll(request.leaves());
    }
    if (leaves.stream().anyMatch(leaf -> leaf < 0 || leaf >= count)) {
      throw new Problem.InvalidRequest("leaves：序号应在 0 到 " + (count - 1) + " 之间。");
    }
    StoredItem confirmed = items.confirm(item, leaves, caller());
    return body(confirmed, items.missing(confirmed));
  }

  @GET
  @Path("{id}/examples")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "样例企业")
  public ExamplesRequest examples(@PathParam("id") String id) {
    return new ExamplesRequest(items.examples(found(id).id()));
  }

  @PUT
  @Path("{id}/examples")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(
      summary = "设定样例企业",
      description =
          "至少一个符合、一个不符合、一个待核实；每次修改和发布时重放。每个样例：name、expected、facts、closedFields、closedRegisters、asOf。")
  @APIResponse(responseCode = "409", description = "basedOn 之后已被他人修改")
  public ItemBody examples(
      @PathParam("id") String id,
      @Parameter(description = BASED_ON) @QueryParam("basedOn") Integer basedOn,
      ExamplesRequest request) {
    StoredItem item = found(id, basedOn);
    if (request == null || request.examples() == null) {
      throw new Problem.InvalidRequest("examples：不能为空。");
    }
    for (ItemExample example : request.examples()) {
      if (Coded.find(MatchOutcome.class, String.valueOf(example.expected())).isEmpty()) {
        throw new Problem.InvalidRequest("expected：应为 met、not_met 或 unknown。");
      }
    }
    items.examples(item, request.examples(), caller());
    return body(item, items.missing(item));
  }

  @POST
  @Path("{id}/publication")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "发布事项", description = "条件逐条确认、引文在原文中、三种结果的样例都判断正确后才能发布；否则列出还缺什么。")
  @APIResponse(responseCode = "409", description = "还缺：missing 列出；或 basedOn 之后已被他人修改")
  public ItemBody publish(
      @PathParam("id") String id,
      @Parameter(description = BASED_ON) @QueryParam("basedOn") Integer basedOn) {
    StoredItem item = found(id, basedOn);
    List<MissingPart> missing = items.publish(item, caller());
    if (!missing.isEmpty()) {
      throw new Problem.Conflict(
          "还不能发布，缺 " + missing.size() + " 项：" + missing.get(0).text(), Map.of("missing", missing));
    }
    return body(found(id), List.of());
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
  @Operation(summary = "停止事项")
  public ItemBody stop(@PathParam("id") String id) {
    return body(items.stop(found(id), caller()), List.of());
  }

  @GET
  @Path("{id}/events")
  @RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE, Role.SUPERVISOR_CODE})
  @Operation(summary = "事项的经过", description = "谁在何时新建、修改、确认和发布；逐条封印。")
  public List<SealedEventStore.SealedEvent> events(@PathParam("id") String id) {
    return events.of(found(id).id());
  }

  private ItemBody body(StoredItem item, List<MissingPart> missing) {
    return new ItemBody(
        item.id().toString(),
        item.version(),
        item.state().code(),
        item.publishedVersion(),
        item.content(),
        item.confirmed().stream().sorted().toList(),
        missing,
        item.updatedAt().atZone(clock.getZone()).toOffsetDateTime().toString(),
        ConditionLeaves.of(item.content().tree()).stream().map(words::of).toList(),
        library.policyOf(item));
  }

  private static ItemContent checked(ItemContent content) {
    if (content == null || content.title() == null || content.title().isBlank()) {
      throw new Problem.InvalidRequest("title：不能为空。");
    }
    JsonNode conditions = content.conditions();
    if (conditions == null || conditions.isNull()) {
      throw new Problem.InvalidRequest("conditions：不能为空。");
    }
    if (content.policyId() != null) {
      uuid(content.policyId());
    }
    return content;
  }

  private boolean isStaff() {
    Caller caller = Caller.orVisitor(identity);
    return caller.has(Role.PUBLISHER) || caller.has(Role.ADMINISTRATOR);
  }

  private String caller() {
    return Caller.of(identity).name();
  }

  private StoredItem found(String id) {
    return items.item(uuid(id)).orElseThrow(() -> notFound(id));
  }

  /**
   * The newest version, where it is the one that the caller has seen or the caller does not say.
   */
  private StoredItem found(String id, Integer basedOn) {
    StoredItem newest = found(id);
    if (basedOn != null && basedOn != newest.version()) {
      throw changedSince(newest);
    }
    return newest;
  }

  private static Problem.Conflict changedSince(StoredItem newest) {
    return new Problem.Conflict(
        "这个事项刚被他人修改（现为第 " + newest.version() + " 版），这次没有保存。请在新窗口打开最新版本核对，再补上修改。",
        Map.of("version", newest.version()));
  }

  private static Problem.NotFound notFound(String id) {
    return new Problem.NotFound("没有编号为 " + id + " 的事项。");
  }

  private static UUID uuid(String id) {
    return Ids.parse(id).orElseThrow(() -> notFound(id));
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidCondition e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }
}
