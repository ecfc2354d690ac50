package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/**
 * Limits what one visitor's address may do in a minute, over all nodes. IPv6 addresses count by
 * their /64 network, since one visitor commands all of it.
 */
@ApplicationScoped
public class VisitorLimit {
  private final SharedLimit limit;
  private final VisitorAddresses addresses;

  VisitorLimit(SharedLimit limit, VisitorAddresses addresses) {
    this.limit = limit;
    this.addresses = addresses;
  }

  /**
   * Counts one act. A request with a key counts against the key's own limit instead, since a system
   * speaks for many visitors.
   *
   * @param act what is limited, e.g. {@code login}; each act has its own count
   * @throws Problem.RateLimited when the address has had its number for now
   */
  public void count(String act, int perMinute, HttpServerRequest request) {
    if (HttpAuthentication.key(request) == null) {
      limit.take(act + ' ' + addresses.network(request), perMinute);
    }
  }

  /** What tells one visitor from another, as far as the network does. */
  public String visitor(HttpServerRequest request) {
    return network(request.remoteAddress().hostAddress());
  }

  static String network(String address) {
    if (address == null) {
      return "unknown";
    }
    String[] groups = address.split(":");
    return groups.length < 5 ? address : String.join(":", Arrays.copyOf(groups, 4));
  }
}
