package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.PictureFile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures of a policy's source, for whoever may read the policy. */
@Path("/api/policies/{id}/pictures/{number}")
@Tag(name = "政策库")
public class PolicyPictureResource {
  private final CorpusStore store;

  PolicyPictureResource(CorpusStore store) {
    this.store = store;
  }

  @GET
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "政策里的一张图片", description = "正文里的图片，或识别（OCR）前的页面；只有 png、jpg 和 gif。")
  @APIResponse(responseCode = "200", description = "图片")
  @APIResponse(responseCode = "404", description = "没有这份政策或这张图片")
  public Response picture(@PathParam("id") String id, @PathParam("number") int number) {
    PictureFile picture =
        store
            .picture(PolicyResource.stored(store, id).id(), number)
            .orElseThrow(() -> new Problem.NotFound("这份政策没有第 " + number + " 张图片，请从政策页重新打开。"));
    return Response.ok(picture.bytes().array())
        .type(picture.mediaType())
        .header("Content-Disposition", "inline")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
