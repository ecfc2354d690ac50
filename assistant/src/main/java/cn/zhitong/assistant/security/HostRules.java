package cn.zhitong.assistant.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By which names the service answers. A page elsewhere whose own name is made to point at this
 * machine (DNS rebinding) would else be of the same origin.
 */
@ApplicationScoped
class HostRules {
  private final VisitorAddresses addresses;
  private final Set<String> names = new HashSet<>();

  HostRules(SiteConfig config, VisitorAddresses addresses) {
    this.addresses = addresses;
    addresses.site().map(URI::getHost).ifPresent(this::add);
    config.allowedHosts().orElse(List.of()).forEach(this::add);
    try {
      InetAddress local = InetAddress.getLocalHost();
      add(local.getHostName());
      add(local.getCanonicalHostName());
    } catch (UnknownHostException e) {
      // A machine that does not know its own name is reached by its address.
    }
  }

  private void add(String name) {
    names.add(name.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * A proxy that the operator named knows which names it serves. Who sends no name is no browser
   * but, say, a container's probe; Quarkus makes it an empty one where proxies are trusted.
   */
  boolean allows(HttpServerRequest request) {
    String host = request.authority() == null ? "" : request.authority().host();
    return host.isEmpty() || addresses.throughProxy(request) || known(host);
  }

  private boolean known(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    // Nobody else can register a name of one label, as containers have them.
    return names.contains(name)
        || name.equals("localhost")
        || name.endsWith(".localhost")
        || name.matches("[a-z0-9_-]{1,63}")
        || AddressRange.parse(name).isPresent();
  }
}
