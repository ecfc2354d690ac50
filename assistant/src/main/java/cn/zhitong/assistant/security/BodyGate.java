package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.ProblemBody;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Reads what strangers send before a worker thread is taken for it: a body that comes slowly, or
 * never whole, holds nothing but its connection, and that for seconds. Uploads are read by workers
 * as they come, since only those who are logged in may send them.
 */
@ApplicationScoped
class BodyGate {
  /** After the browser rules, before authentication. */
  private static final int PRIORITY = 350;

  /** As long as a public body may take. */
  private static final long DRAIN_MILLIS = 8_000;

  /** Addresses that take more than the public's size; each asks for a role. */
  private static final Pattern UPLOADS =
      Pattern.compile(
          "/api/(policies|departments|triage|tables|attachments|enterprises|payments|items|calendar"
              + "|calendars|topics|matching|pushes)(/.*)?|/api/cases/(import|history)");

  private final SiteConfig config;
  private final VisitorAddresses addresses;

  /** What an enterprise without a login sends along with its own appeal. */
  private static final String VISITOR_FILES = "/api/attachments";

  private static final String TRACKING_CODE = "X-Tracking-Code";

  private final BodyHandler reader;
  private final BodyHandler fileReader;
  private final OpenResponses files = new OpenResponses();
  private final OpenResponses staffFiles = new OpenResponses();
  private final OpenResponses bodies = new OpenResponses();
  private final OpenResponses requests = new OpenResponses();

  /** How each body that is on its way is cut short. */
  private final Map<HttpServerResponse, Runnable> slow = new ConcurrentHashMap<>();

  BodyGate(SiteConfig config, VisitorAddresses addresses, UploadSpool spool) {
    this.config = config;
    this.addresses = addresses;
    this.reader = BodyHandler.create(false).setBodyLimit(config.maxPublicBody());
    // To the disk as it comes, and gone with the request.
    this.fileReader =
        BodyHandler.create(spool.folder().toString())
            .setDeleteUploadedFilesOnEnd(true)
            .setBodyLimit(config.maxVisitorFile());
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String address = addresses.network(request);
    boolean room =
        requests.enter(address, context.response(), config.requestsPerAddress(), config.requests());
    if (!room) {
      close(context, busy());
      return;
    }
    context.addEndHandler(ended -> requests.leave(address, context.response()));
    if (!hasBody(request)) {
      context.next();
    } else if (UPLOADS.matcher(context.normalizedPath()).matches()) {
      upload(context, address);
    } else {
      body(context, address);
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
      return false;
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || length != null && !length.equals("0");
  }

  private void upload(RoutingContext context, String address) {
    HttpServerRequest request = context.request();
    boolean token = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    boolean cookie = HttpAuthentication.hasCookie(request);
    boolean visitors = context.normalizedPath().equals(VISITOR_FILES);
    if (token || cookie && !visitors) {
      context.next();
    } else if (cookie) {
      // Whoever makes one up is a visitor, and may come in here all the same: what lies on the disk
      // at once is bounded, and no address takes it all.
      file(
          context,
          address,
          staffFiles,
          () ->
              hasRoom(
                  staffFiles,
                  context,
                  address,
                  config.staffFilesPerAddress(),
                  config.staffFiles()));
    } else if (visitors && request.getHeader(TRACKING_CODE) != null) {
      file(
          context,
          address,
          files,
          () -> files.enter(address, context.response(), config.filesPerAddress(), config.files()));
    } else {
      close(context, new Problem.Unauthorized("请先登录，或在请求头 Authorization 中提供有效令牌。"));
    }
  }

  /** Read whole before a worker is taken for it, as other bodies of strangers are. */
  private void file(
      RoutingContext context, String address, OpenResponses open, BooleanSupplier room) {
    if (length(context.request()) > config.maxVisitorFile()) {
      close(context, new Problem.TooLarge("单个附件不超过 10 MB，请压缩或拆分后再上传。"));
    } else if (!room.getAsBoolean()) {
      close(context, busy());
    } else {
      read(context, address, open, config.fileTimeout(), fileReader);
    }
  }

  private void body(RoutingContext context, String address) {
    if (length(context.request()) > config.maxPublicBody()) {
      close(
          context, new Problem.TooLarge("内容超过 " + (config.maxPublicBody() >> 10) + " KB，请精简后再提交。"));
      return;
    }
    if (!hasRoom(bodies, context, address, config.bodiesPerAddress(), config.bodies())) {
      close(context, busy());
      return;
    }
    read(context, address, bodies, config.bodyTimeout(), reader);
  }

  private void read(
      RoutingContext context,
      String address,
      OpenResponses open,
      Duration timeout,
      BodyHandler reader) {
    Runnable gone =
        () -> {
          slow.remove(context.response());
          open.leave(address, context.response());
        };
    Runnable late =
        () -> {
          gone.run();
          late(context);
        };
    long timer = context.vertx().setTimer(timeout.toMillis(), id -> late.run());
    // Whoever is pushed out is told on its own event loop.
    Context loop = context.vertx().getOrCreateContext();
    slow.put(context.response(), () -> loop.runOnContext(now -> late.run()));
    Runnable done =
        () -> {
          context.vertx().cancelTimer(timer);
          gone.run();
        };
    context.addEndHandler(ended -> done.run());
    context.put(BodyGate.class.getName(), done);
    reader.handle(context);
  }

  /**
   * Where all places are taken, the address that holds most of them gives one up: else some tens of
   * addresses that send slowly keep everybody else out.
   */
  private boolean hasRoom(
      OpenResponses open, RoutingContext context, String address, int ofAddress, int most) {
    if (open.enter(address, context.response(), ofAddress, most)) {
      return true;
    }
    Optional<HttpServerResponse> pushed = open.pushOut(address);
    pushed.map(slow::remove).ifPresent(Runnable::run);
    return pushed.isPresent() && open.enter(address, context.response(), ofAddress, most);
  }

  /** Goes on once the body is whole. */
  void registerAfter(@Observes Filters filters) {
    filters.register(
        context -> {
          if (context.remove(BodyGate.class.getName()) instanceof Runnable done) {
            done.run();
          }
          if (isFormWithoutParts(context)) {
            close(context, new Problem.InvalidRequest("没有收到文件，请在 file 字段中附上文件。"));
          } else {
            context.next();
          }
        },
        PRIORITY - 1);
  }

  /** Who reads forms would take this one for unread, and wait for what has come already. */
  private static boolean isFormWithoutParts(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.isExpectMultipart()
        && request.formAttributes().isEmpty()
        && context.fileUploads().isEmpty();
  }

  private static void late(RoutingContext context) {
    HttpConnection connection = context.request().connection();
    if (context.response().headWritten()) {
      connection.close();
    } else {
      answer(context, new Problem.RequestTimeout("内容没有在规定时间内传完，请检查网络后重试。"))
          .onComplete(sent -> connection.close());
    }
  }

  private static long length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static Problem busy() {
    return new Problem.RateLimited("来自同一地址的未完成请求过多，请稍后重试。", 5);
  }

  /**
   * Answers at once, and lets what still comes of the body go by for a while: a client that is
   * still sending would else find the connection cut, and no answer.
   */
  static void close(RoutingContext context, Problem problem) {
    HttpServerRequest request = context.request();
    HttpConnection connection = request.connection();
    if (context.response().headWritten()) {
      connection.close();
      return;
    }
    answer(context, problem);
    if (!request.isEnded()) {
      long timer = context.vertx().setTimer(DRAIN_MILLIS, id -> connection.close());
      request.handler(discarded -> {});
      request.endHandler(ended -> context.vertx().cancelTimer(timer));
      request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
      request.resume();
    }
  }

  private static Future<Void> answer(RoutingContext context, Problem problem) {
    return context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(Json.encode(ProblemBody.of(problem)));
  }
}
