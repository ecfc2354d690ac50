package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.StaffDirectory;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is around a case: colleagues that may be given it or called, and who has it open now. */
@Path("/api/cases/{id}")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
@Tag(name = "办件")
public class CasePeopleResource {
  private final CaseAccess access;
  private final CasePeople people;
  private final PresenceStore presence;
  private final CaseLog log;
  private final SecurityIdentity identity;

  CasePeopleResource(
      CaseAccess access,
      CasePeople people,
      PresenceStore presence,
      CaseLog log,
      SecurityIdentity identity) {
    this.access = access;
    this.people = people;
    this.presence = presence;
    this.log = log;
    this.identity = identity;
  }

  public record Person(String account, String name, String department) {}

  public record People(List<Person> items) {}

  @GET
  @Path("/people")
  @Operation(summary = "能经办或可在备注中 @ 的同事", description = "承办部门的承办人在前，坐席在后。")
  public People people(@PathParam("id") UUID id) {
    CaseFile file = access.forStaff(id, Caller.of(identity));
    return new People(
        people.around(file.standing()).stream()
            .map(
                (StaffDirectory.Member one) ->
                    new Person(one.account(), one.name(), one.department()))
            .toList());
  }

  /** What the caller is doing with the case. */
  public record PresenceRequest(@Schema(description = "正在写答复或填表") boolean writing) {}

  public record Present(String name, String department, boolean writing) {}

  public record Presences(List<Present> items) {}

  @POST
  @Path("/presence")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "报告自己正在看，得到同时在看的人", description = "页面每 20 秒报告一次；一分钟没有报告就不再算。")
  public Presences present(@PathParam("id") UUID id, PresenceRequest request) {
    Caller caller = Caller.of(identity);
    access.forStaff(id, caller);
    boolean writing = request != null && request.writing();
    presence.put(id, caller, writing, log.now());
    return new Presences(
        presence.others(id, caller, log.now()).stream()
            .map(one -> new Present(one.name(), one.department(), one.writing()))
            .toList());
  }
}
