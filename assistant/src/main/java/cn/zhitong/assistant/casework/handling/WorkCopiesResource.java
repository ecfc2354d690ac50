package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.casework.view.CaseViewer;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What the caller has typed on a case and not yet sent. Nobody else reads it, and it is no part of
 * the log.
 */
@Path("/api/cases/{id}/work-copies")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
@Tag(name = "办件")
public class WorkCopiesResource {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z_-]{0,39}");

  /** A reply has at most 20,000 characters, with the one it took the place of. */
  private static final int LONGEST = 45_000;

  /** More acts than a case offers at a time. */
  private static final int MOST = 30;

  private final WorkCopyStore store;
  private final CaseAccess access;
  private final CaseLog log;
  private final SecurityIdentity identity;

  WorkCopiesResource(
      WorkCopyStore store, CaseAccess access, CaseLog log, SecurityIdentity identity) {
    this.store = store;
    this.access = access;
    this.log = log;
    this.identity = identity;
  }

  /**
   * @param values texts by field
   */
  public record KeptCopy(String form, Map<String, List<String>> values, OffsetDateTime at) {}

  public record KeptCopies(List<KeptCopy> items) {}

  public record CopyRequest(@NotNull(message = "请提供 values") Map<String, List<String>> values) {}

  @GET
  @Operation(summary = "本人在这件办件上没有提交的内容")
  public KeptCopies list(@PathParam("id") UUID id) {
    Caller caller = Caller.of(identity);
    access.forStaff(id, caller);
    return new KeptCopies(
        store.of(id, caller.name()).stream()
            .map(one -> new KeptCopy(one.form(), one.texts(), CaseViewer.time(one.at())))
            .toList());
  }

  @PUT
  @Path("/{form}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "保存没有提交的内容", description = "按人、办件和操作各存一份，30 天后清除，办件清除个人信息时一并清除。")
  public void put(
      @PathParam("id") UUID id,
      @PathParam("form") String form,
      @NotNull(message = "请提供要保存的内容") CopyRequest request) {
    Caller caller = Caller.of(identity);
    access.forStaff(id, caller);
    requireSize(form, request.values());
    if (store.others(id, caller.name(), form) >= MOST) {
      throw new Problem.InvalidRequest("这件办件上保存的内容太多，请先提交或清除一些。");
    }
    store.put(id, caller.name(), new WorkCopyStore.WorkCopy(form, request.values(), log.now()));
  }

  @DELETE
  @Path("/{form}")
  @Operation(summary = "清除没有提交的内容")
  public void delete(@PathParam("id") UUID id, @PathParam("form") String form) {
    Caller caller = Caller.of(identity);
    access.forStaff(id, caller);
    store.delete(id, caller.name(), form);
  }

  private static void requireSize(String form, Map<String, List<String>> values) {
    int length =
        values.entrySet().stream()
            .mapToInt(
                one ->
                    one.getKey().length() + one.getValue().stream().mapToInt(String::length).sum())
            .sum();
    if (!FORM.matcher(form).matches() || length > LONGEST) {
      throw new Problem.InvalidRequest("要保存的内容过长，或操作的名称不对。");
    }
  }
}
