package cn.zhitong.assistant.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks a key also where anybody may call: there nothing else would ask who it is, and a key is
 * limited to its scopes and its number of requests.
 */
class KeyFilter {
  private final CurrentIdentityAssociation association;

  KeyFilter(CurrentIdentityAssociation association) {
    this.association = association;
  }

  @ServerRequestFilter
  Uni<Response> filter(HttpServerRequest request) {
    return HttpAuthentication.key(request) == null
        ? null
        : association.getDeferredIdentity().map(identity -> null);
  }
}
