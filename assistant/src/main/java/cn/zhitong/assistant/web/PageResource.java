package cn.zhitong.assistant.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The pages' frames, one a kind of user, and the widget's script. A frame holds no data: pages call
 * the API with the reader's own rights, so that frames themselves are open.
 */
@Path("/")
@PermitAll
public class PageResource {
  private final Bundle bundle;
  private final String shell = read("pages/shell.html");
  private String widget;

  PageResource(Bundle bundle) {
    this.bundle = bundle;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response home() {
    return page("政策问答", "zt-home");
  }

  @GET
  @Path("library")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response library() {
    return page("政策库", "zt-library");
  }

  @GET
  @Path("policies/{id}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response policy(@PathParam("id") String id) {
    return page("政策", "zt-policy");
  }

  @GET
  @Path("my")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response track() {
    return page("我的来件", "zt-track");
  }

  @GET
  @Path("login")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response login() {
    return page("登录", "zt-login");
  }

  @GET
  @Path("desk")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response desk() {
    return page("坐席工作台", "zt-desk");
  }

  @GET
  @Path("supervisor")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response supervisor() {
    return page("督办看板", "zt-supervisor");
  }

  @GET
  @Path("publish")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response publish() {
    return page("政策发布", "zt-publish");
  }

  /**
   * The widget under a name that stays. It is wrapped in a function: embedding sites load it as a
   * classic script, whose names would else be theirs too.
   */
  @GET
  @Path("widget.js")
  @Produces("text/javascript;charset=UTF-8")
  @Operation(hidden = true)
  public Response widget() {
    return Response.ok(script())
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .cacheControl(CacheControl.valueOf("max-age=600"))
        .build();
  }

  private synchronized String script() {
    if (widget == null) {
      String path = "META-INF/resources" + bundle.script("widget");
      widget =
          "(function(){\n" + read(path).replaceAll("//# sourceMappingURL=.*", "") + "\n})();\n";
    }
    return widget;
  }

  private Response page(String title, String element) {
    String html =
        shell
            .replace("{title}", title)
            .replace("{element}", element)
            .replace("{script}", bundle.script("app"));
    return Response.ok(html).cacheControl(CacheControl.valueOf("no-cache")).build();
  }

  private static String read(String resource) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
