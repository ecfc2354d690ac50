package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** An enterprise signs in by a code that is sent to the address its file's keeper has of it. */
@Path("/api/session/enterprise")
@Tag(name = "登录")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
class EnterpriseSignInResource {
  private static final Logger LOG = Logger.getLogger(EnterpriseSignInResource.class);

  /** Long enough for a mail, short enough to be of no use afterwards. */
  private static final Duration VALID = Duration.ofMinutes(10);

  /** Six digits: five tries guess one in two hundred thousand. */
  private static final int DIGITS = 1_000_000;

  private static final int MOST_TRIES = 5;

  private final SignInDirectory directory;
  private final Accounts accounts;
  private final SessionCookies cookies;
  private final VisitorLimit limit;
  private final VisitorAddresses addresses;
  private final SecurityConfig config;
  private final Mailer mailer;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  EnterpriseSignInResource(
      SignInDirectory directory,
      Accounts accounts,
      SessionCookies cookies,
      VisitorLimit limit,
      VisitorAddresses addresses,
      SecurityConfig config,
      Mailer mailer,
      Clock clock) {
    this.directory = directory;
    this.accounts = accounts;
    this.cookies = cookies;
    this.limit = limit;
    this.addresses = addresses;
    this.config = config;
    this.mailer = mailer;
    this.clock = clock;
  }

  /** Whose code is wanted. */
  record CodeRequest(String creditCode) {}

  /** The code that came. */
  record SignInRequest(String creditCode, String code) {}

  /** Who is signed in. */
  record SignedIn(String creditCode, String name) {}

  @POST
  @Path("code")
  @Operation(summary = "发送企业登录验证码", description = "验证码发到企业档案预留的邮箱，10 分钟内有效。不论是否有该企业，回答相同。")
  @APIResponse(responseCode = "202", description = "已受理")
  public Response code(CodeRequest request, RoutingContext http) {
    limit.count("enterprise-code", config.loginsPerMinute(), http.request());
    directory.contact(code(request == null ? null : request.creditCode())).ifPresent(this::send);
    return Response.accepted(Map.of("validSeconds", VALID.toSeconds())).build();
  }

  private void send(SignInDirectory.Contact contact) {
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(DIGITS));
    directory.keep(
        contact.creditCode(), digest(contact.creditCode(), code), clock.instant().plus(VALID));
    String text = "您正在登录政企直通平台，验证码 " + code + "，10 分钟内有效。不是本人操作的请忽略。";
    try {
      mailer.send(Mail.withText(contact.email(), "登录验证码", text));
    } catch (RuntimeException e) {
      // Told to the operator alone: the answer must not tell which enterprises there are.
      LOG.warnf("the sign-in code of an enterprise could not be sent: %s", e.getMessage());
    }
  }

  @POST
  @Operation(summary = "企业凭验证码登录", description = "成功后以 HttpOnly 的 Cookie 保持登录，账号名即信用代码。")
  @APIResponse(responseCode = "401", description = "验证码不正确或已过期")
  public Response signIn(SignInRequest request, RoutingContext http) {
    if (!Origins.sameOrigin(http.request(), addresses.host(http.request()))) {
      throw new Problem.Forbidden("只能在本站页面登录。");
    }
    limit.count("login", config.loginsPerMinute(), http.request());
    String code = code(request == null ? null : request.creditCode());
    String given = request == null || request.code() == null ? "" : request.code().strip();
    Instant now = clock.instant();
    Optional<SignInDirectory.Contact> contact =
        directory
            .contact(code)
            .filter(one -> directory.redeem(code, digest(code, given), now, MOST_TRIES));
    if (contact.isEmpty()) {
      throw new Problem.Unauthorized("验证码不正确或已过期，请重新获取。");
    }
    String name = contact.get().name();
    Accounts.Login login =
        accounts.logInBySubject("enterprise:" + code, code, name, Set.of(Role.ENTERPRISE), null);
    int seconds = (int) login.validFor().toSeconds();
    return Response.ok(new SignedIn(code, name))
        .cookie(cookies.of(login.token(), seconds, http.request()))
        .build();
  }

  private static byte[] digest(String creditCode, String code) {
    return Tokens.digest("enterprise " + creditCode + ' ' + code);
  }

  private static String code(String text) {
    if (text == null || text.isBlank()) {
      throw new Problem.InvalidRequest("creditCode：不能为空，请填写统一社会信用代码。");
    }
    return text.strip().toUpperCase(Locale.ROOT);
  }
}
