package cn.zhitong.assistant.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** How a request says who it comes from: a bearer token first, else the session cookie. */
@ApplicationScoped
class HttpAuthentication implements HttpAuthenticationMechanism {
  static final String COOKIE = "zhitong_session";

  /** By TLS: browsers take it from this host alone, never from a neighbouring name. */
  static final String SECURE_COOKIE = "__Host-zhitong_session";

  private static final String BEARER = "Bearer ";

  private final boolean singleSignOn;
  private final VisitorAddresses addresses;

  HttpAuthentication(SingleSignOnConfig config, VisitorAddresses addresses) {
    this.singleSignOn = config.enabled();
    this.addresses = addresses;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    String token = bearer(context.request());
    if (token != null) {
      // Three parts are a signed token of a single sign-on, which OIDC's own mechanism checks.
      return singleSignOn && token.chars().filter(c -> c == '.').count() == 2
          ? Uni.createFrom().nullItem()
          : providers.authenticate(
              new BearerRequest(
                  token,
                  context.request().method().name(),
                  context.normalizedPath(),
                  personal(context)));
    }
    Cookie cookie = context.request().getCookie(cookieName(context.request()));
    // SameSite=Strict keeps the cookie from other sites; this holds for other origins of the same
    // site, and for browsers that do not know SameSite.
    if (cookie != null
        && Origins.sameOrigin(context.request(), addresses.host(context.request()))) {
      // A session that has ended makes a visitor of its owner, who still has a visitor's rights.
      return providers
          .authenticate(new SessionAuthenticationRequest(cookie.getValue()))
          .onFailure(AuthenticationFailedException.class)
          .recoverWithNull();
    }
    return Uni.createFrom().nullItem();
  }

  /** Before OIDC's mechanism, which would take every bearer token for an issuer's. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY * 2;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    if (singleSignOn && context.normalizedPath().equals(SingleSignOnResource.PATH)) {
      return Uni.createFrom().nullItem();
    }
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"zhitong\""));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(BearerRequest.class, SessionAuthenticationRequest.class);
  }

  /** The session cookie's name on this way to the site. */
  String cookieName(HttpServerRequest request) {
    return addresses.https(request) ? SECURE_COOKIE : COOKIE;
  }

  static boolean hasCookie(HttpServerRequest request) {
    return request.getCookie(COOKIE) != null || request.getCookie(SECURE_COOKIE) != null;
  }

  /** Whether the request asks for personal data as it was sent. */
  private static boolean personal(RoutingContext context) {
    String asked = context.request().getParam("personalData");
    return asked != null && !asked.equalsIgnoreCase("false");
  }

  /** The key that the request carries, or null. */
  static String key(HttpServerRequest request) {
    String token = bearer(request);
    return token != null && token.startsWith(ApiKeys.PREFIX) ? token : null;
  }

  static String bearer(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
