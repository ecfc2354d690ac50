package cn.zhitong.assistant.matching.tag;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.matching.item.ConditionWords;
import cn.zhitong.assistant.matching.item.SealedEventStore;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.JdbcException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags of enterprises, kept by an administrator. What they mean is open to everyone. */
@Path("/api/tags")
@Tag(name = "tags", description = "企业标签：有名字的条件")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TagResource {
  private static final int LONGEST_NAME = 30;

  private final EnterpriseTags tags;
  private final ConditionWords words;
  private final SecurityIdentity identity;
  private final Clock clock;

  TagResource(EnterpriseTags tags, ConditionWords words, SecurityIdentity identity, Clock clock) {
    this.tags = tags;
    this.words = words;
    this.identity = identity;
    this.clock = clock;
  }

  /** A tag; {@code basedOn} is the version that a change begins with. */
  record TagRequest(String name, JsonNode conditions, Integer basedOn) {}

  /**
   * A tag.
   *
   * @param words its leaves in plain words, in order
   */
  record TagBody(
      String tagId,
      String name,
      int version,
      JsonNode conditions,
      List<String> words,
      String updatedAt) {}

  record TagList(List<TagBody> items, int total) {}

  @GET
  @PermitAll
  @Operation(summary = "企业标签", description = "在用的标签，按名称；conditions 与事项的条件树相同，words 为逐条的白话。")
  public TagList list() {
    List<TagBody> all = tags.all().stream().map(this::body).toList();
    return new TagList(all, all.size());
  }

  @POST
  @RolesAllowed(Role.ADMINISTRATOR_CODE)
  @Operation(summary = "新建标签", description = "名称不能与在用的相同；条件只能由档案数据判断。")
  @APIResponse(responseCode = "201", description = "已新建")
  @APIResponse(responseCode = "409", description = "已有同名的标签")
  public Response create(TagRequest request) {
    String name = name(request);
    Condition conditions = conditions(request);
    EnterpriseTag made = named(name, () -> tags.create(name, conditions, caller()));
    return Response.status(Response.Status.CREATED).entity(body(made)).build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Role.ADMINISTRATOR_CODE)
  @Operation(summary = "修改标签", description = "生成新版本，前面的版本留在经过里；basedOn 为所依据的版本。")
  @APIResponse(responseCode = "404", description = "没有这个标签，或已停用")
  @APIResponse(responseCode = "409", description = "期间已被他人修改，或已有同名的标签")
  public TagBody change(@PathParam("id") String id, TagRequest request) {
    EnterpriseTag tag = found(id);
    String name = name(request);
    Condition conditions = conditions(request);
    if (request.basedOn() == null) {
      throw new Problem.InvalidRequest("basedOn：不能为空，应为所依据的版本。");
    }
    Optional<EnterpriseTag> next =
        named(name, () -> tags.change(tag, request.basedOn(), name, conditions, caller()));
    return body(next.orElseThrow(() -> stale(tag)));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.ADMINISTRATOR_CODE)
  @Operation(summary = "停用标签", description = "不再判断、不再列出；经过保留，名称可以再用。")
  @APIResponse(responseCode = "204", description = "已停用")
  @APIResponse(responseCode = "404", description = "没有这个标签，或已停用")
  public void withdraw(@PathParam("id") String id) {
    EnterpriseTag tag = found(id);
    if (!tags.withdraw(tag, caller())) {
      throw stale(tag);
    }
  }

  @GET
  @Path("{id}/events")
  @RolesAllowed({Role.ADMINISTRATOR_CODE, Role.SUPERVISOR_CODE})
  @Operation(summary = "标签的经过", description = "谁在何时新建、修改、停用，body 为当时的名称和条件；逐条封印。停用后仍可查。")
  @APIResponse(responseCode = "404", description = "没有过这个标签")
  public List<SealedEventStore.SealedEvent> events(@PathParam("id") String id) {
    List<SealedEventStore.SealedEvent> events = Ids.parse(id).map(tags::events).orElse(List.of());
    if (events.isEmpty()) {
      throw notFound(id);
    }
    return events;
  }

  private TagBody body(EnterpriseTag tag) {
    return new TagBody(
        tag.id().toString(),
        tag.name(),
        tag.version(),
        ConditionCodec.write(tag.conditions()),
        ConditionLeaves.of(tag.conditions()).stream().map(words::of).toList(),
        tag.updatedAt().atZone(clock.getZone()).toOffsetDateTime().toString());
  }

  private static String name(TagRequest request) {
    String name = request == null || request.name() == null ? "" : request.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Problem.InvalidRequest("name：应为 1 到 " + LONGEST_NAME + " 字。");
    }
    return name;
  }

  private static Condition conditions(TagRequest request) {
    try {
      return TagCheck.read(request.conditions());
    } catch (InvalidCondition e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }

  private static <T> T named(String name, Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbcException e) {
      if (!e.isUniqueViolation()) {
        throw e;
      }
      throw new Problem.Conflict("已有名为“" + name + "”的标签，请换一个名称，或修改那一个。", Map.of());
    }
  }

  private static Problem.Conflict stale(EnterpriseTag tag) {
    return new Problem.Conflict("这个标签刚被他人修改，请刷新后重试。", Map.of("version", tag.version()));
  }

  private String caller() {
    return Caller.of(identity).name();
  }

  private EnterpriseTag found(String id) {
    return Ids.parse(id).flatMap(tags::of).orElseThrow(() -> notFound(id));
  }

  private static Problem.NotFound notFound(String id) {
    return new Problem.NotFound("没有编号为 " + id + " 的标签。");
  }
}
