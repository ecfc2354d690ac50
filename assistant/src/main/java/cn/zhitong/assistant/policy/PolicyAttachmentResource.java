package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attachments of a policy that came as files of their own, linked by hand. */
@Path("/api/policies/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
@Tag(name = "政策库")
public class PolicyAttachmentResource {
  private final AttachmentLinks links;
  private final CorpusStore store;

  PolicyAttachmentResource(AttachmentLinks links, CorpusStore store) {
    this.links = links;
    this.store = store;
  }

  /** Under which label. */
  record LinkRequest(
      @NotBlank(message = "不能为空，请写附件的编号，如“附件1”") @Size(max = 30, message = "最多 30 字")
          String label) {}

  @PUT
  @Path("{attachment}")
  @Operation(
      summary = "把一份文件归为这份政策的附件",
      description = "归入后在检索和引用中以“政策标题 附件1：附件标题”出现，效力随政策；政策撤回时一并撤回。")
  @APIResponse(responseCode = "200", description = "这份政策的全部附件")
  @APIResponse(responseCode = "409", description = "附件不能再有附件")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public List<PolicyBody.AttachedFile> link(
      @PathParam("id") String id,
      @PathParam("attachment") String attachment,
      @Valid @NotNull(message = "不能为空，请写附件的编号") LinkRequest request) {
    StoredPolicy parent = stored(id);
    links.attach(stored(attachment), parent, request.label());
    return attachments(parent);
  }

  @DELETE
  @Path("{attachment}")
  @Operation(summary = "解除附件关系", description = "解除后成为单独的文件，恢复自己的标题。")
  @APIResponse(responseCode = "200", description = "这份政策余下的附件")
  @APIResponse(responseCode = "409", description = "不是附件")
  @APIResponse(responseCode = "503", description = Problem.MODEL_MISSING)
  public List<PolicyBody.AttachedFile> unlink(
      @PathParam("id") String id, @PathParam("attachment") String attachment) {
    StoredPolicy parent = stored(id);
    links.detach(stored(attachment));
    return attachments(parent);
  }

  private List<PolicyBody.AttachedFile> attachments(StoredPolicy parent) {
    return store.attachments(parent.id()).stream().map(PolicyBody.AttachedFile::of).toList();
  }

  private StoredPolicy stored(String id) {
    return PolicyResource.stored(store, id);
  }
}
