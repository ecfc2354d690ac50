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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The pages' frames, one a kind of user, and the widget's script. A frame holds no data: pages call
 * the API with the reader's own rights, so that frames themselves are open.
 */
@Path("/")
@PermitAll
public class PageResource {
  private final Bundle bundle;
  private final PageShell shell;
  private WidgetScript widget;

  PageResource(Bundle bundle, PageShell shell) {
    this.bundle = bundle;
    this.shell = shell;
  }

  /** A page's name in the browser and its custom element; boards draw charts. */
  private record Frame(String title, String element, boolean charts) {
    Frame(String title, String element) {
      this(title, element, false);
    }
  }

  private static final Map<String, Frame> FRAMES =
      Map.ofEntries(
          Map.entry("library", new Frame("政策库", "zt-library")),
          Map.entry("my", new Frame("我的来件", "zt-track")),
          Map.entry("login", new Frame("登录", "zt-login")),
          Map.entry("account", new Frame("我的账号", "zt-account")),
          Map.entry("desk", new Frame("坐席工作台", "zt-desk")),
          Map.entry("department", new Frame("部门办件", "zt-department")),
          Map.entry("supervisor", new Frame("督办看板", "zt-supervisor", true)),
          Map.entry("departments", new Frame("部门目录", "zt-departments")),
          Map.entry("calendar", new Frame("工作日历", "zt-calendar")),
          Map.entry("publish", new Frame("政策发布", "zt-publish")),
          Map.entry("items", new Frame("事项库", "zt-items")),
          Map.entry("enterprise", new Frame("企业档案", "zt-enterprise")),
          Map.entry("match-board", new Frame("匹配看板", "zt-match-board")),
          Map.entry("gaps", new Frame("政策缺口", "zt-gaps")),
          Map.entry("subscribe", new Frame("政策订阅", "zt-subscribe")),
          Map.entry("cockpit", new Frame("领导驾驶舱", "zt-cockpit", true)),
          Map.entry("publicity", new Frame("申报公示", "zt-publicity")),
          Map.entry("applications", new Frame("申报办理", "zt-applications")),
          Map.entry("arrears", new Frame("拖欠账款", "zt-arrears")),
          Map.entry("visits", new Frame("回访抽查", "zt-visits")),
          Map.entry("visit", new Frame("回访", "zt-visit-answer")),
          Map.entry("payments", new Frame("拨付对账", "zt-payments")),
          Map.entry("results", new Frame("兑付公开", "zt-results")),
          Map.entry("inspection", new Frame("纪检监督", "zt-inspection")),
          Map.entry("liaison", new Frame("包联和帮办", "zt-liaison")),
          Map.entry("admin", new Frame("系统管理", "zt-admin")));

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response home() {
    return page(new Frame("政策问答", "zt-home"));
  }

  @GET
  @Path(
      "{page:"
          + " library|my|login|account|desk|department|departments|calendar|supervisor|publish|admin"
          + "|gaps|items|enterprise|match-board|liaison|subscribe|cockpit|visits|visit|arrears"
          + "|payments|results|inspection|applications|publicity}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response named(@PathParam("page") String page) {
    return page(FRAMES.get(page));
  }

  /** A board's reports have addresses of their own, so that they can be sent on. */
  @GET
  @Path("supervisor/{report: [a-z-]+}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response report(@PathParam("report") String report) {
    return page(FRAMES.get("supervisor"));
  }

  @GET
  @Path("applications/{part: [a-z-]+}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response applications(@PathParam("part") String part) {
    return page(FRAMES.get("applications"));
  }

  @GET
  @Path("policies/{id}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response policy(@PathParam("id") String id) {
    return page(new Frame("政策", "zt-policy"));
  }

  @GET
  @Path("items/{id}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response item(@PathParam("id") String id) {
    return page(new Frame("事项", "zt-item"));
  }

  @GET
  @Path("items/{id}/edit")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response itemEditor(@PathParam("id") String id) {
    return page(new Frame("编辑事项", "zt-item-edit"));
  }

  /** A shared answer. */
  @GET
  @Path("answers/{id}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response answer(@PathParam("id") String id) {
    return page(new Frame("回答", "zt-answer"));
  }

  /** The widget under a name that stays. */
  @GET
  @Path("widget.js")
  @Produces("text/javascript;charset=UTF-8")
  @Operation(hidden = true)
  public Response widget() {
    return script("max-age=600");
  }

  /** The same under a name of its content, which a page can pin with {@code integrity}. */
  @GET
  @Path("widget-{version: [0-9a-f]{12}}.js")
  @Produces("text/javascript;charset=UTF-8")
  @Operation(hidden = true)
  public Response pinnedWidget(@PathParam("version") String version) {
    return version.equals(widgetScript().version())
        ? script("max-age=31536000, immutable")
        : Response.status(Response.Status.NOT_FOUND).build();
  }

  /** Under which name the widget is pinned, and its digest. */
  public record PinnedWidget(String path, String integrity) {}

  @GET
  @Path("widget.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public PinnedWidget pinned() {
    WidgetScript script = widgetScript();
    return new PinnedWidget("/widget-" + script.version() + ".js", script.integrity());
  }

  /**
   * Scripts of other sites' pages: as a module, or with integrity, they are asked for with CORS.
   */
  private Response script(String caching) {
    return Response.ok(widgetScript().text())
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("Access-Control-Allow-Origin", "*")
        .cacheControl(CacheControl.valueOf(caching))
        .build();
  }

  private synchronized WidgetScript widgetScript() {
    if (widget == null) {
      widget = WidgetScript.of(PageShell.resource("META-INF/resources" + bundle.script("widget")));
    }
    return widget;
  }

  private Response page(Frame frame) {
    String content =
        "<%1$s><p>正在载入%2$s… 如长时间没有内容，请启用浏览器的 JavaScript，或致电 12345。</p></%1$s>"
            .formatted(frame.element(), frame.title());
    return Response.ok(shell.html(frame.title(), content, frame.charts()))
        .cacheControl(CacheControl.valueOf("no-cache"))
        .build();
  }
}
