package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Inspectors read and do not act: each of their readings is recorded before the answer is made, and
 * acts on what they inspect are refused, whatever an address itself would let staff do.
 */
class InspectionFilter {
  private final CurrentIdentityAssociation association;
  private final InspectionReads reads;

  InspectionFilter(CurrentIdentityAssociation association, InspectionReads reads) {
    this.association = association;
    this.reads = reads;
  }

  @ServerRequestFilter
  Uni<Response> filter(HttpServerRequest request, SimpleResourceInfo resource) {
    boolean known =
        HttpAuthentication.hasCookie(request) || HttpAuthentication.bearer(request) != null;
    return known && !OpenResources.has(resource)
        ? association
            .getDeferredIdentity()
            .onItem()
            .transformToUni(identity -> inspected(request, resource, identity))
            // Who is nobody is no inspector; the address says whether nobody is welcome.
            .onFailure(AuthenticationFailedException.class)
            .recoverWithNull()
        : null;
  }

  private Uni<Response> inspected(
      HttpServerRequest request, SimpleResourceInfo resource, SecurityIdentity identity) {
    if (identity.isAnonymous() || !identity.hasRole(Role.INSPECTOR_CODE)) {
      return Uni.createFrom().nullItem();
    }
    Caller caller = Caller.of(identity);
    InspectionReads.Subject subject = InspectionReads.Subject.of(resource.getResourceClass());
    String path = plain(request.path());
    String query = request.query();
    if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
      return Uni.createFrom()
          .<Response>item(
              () -> {
                reads.record(caller, subject, path, query);
                return null;
              })
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
    boolean inspectorOnly = caller.roles().size() == 1;
    if (inspectorOnly && subject.readOnly()) {
      throw new Problem.Forbidden("纪检监督账号只能查看，不能办理。");
    }
    return Uni.createFrom().nullItem();
  }

  /** As it is routed: //api and /%61pi are /api. */
  private static String plain(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8)
        .replaceAll("/{2,}", "/");
  }
}
