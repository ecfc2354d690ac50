package cn.zhitong.assistant.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request comes from and how it reached the site. Headers of proxies count only when the
 * connection comes from one that the operator named; of several addresses in them, the last that is
 * no such proxy's is the visitor's, since all before it may be made up.
 */
@ApplicationScoped
class VisitorAddresses {
  private static final int MOST_HOPS = 20;

  private final List<AddressRange> proxies;
  private final Optional<URI> site;

  VisitorAddresses(SiteConfig config) {
    this.proxies =
        config.trustedProxies().orElse(List.of()).stream()
            .filter(text -> !text.isBlank() && !text.strip().equals("none"))
            .map(AddressRange::of)
            .toList();
    this.site = config.siteUrl().filter(text -> !text.isBlank()).map(VisitorAddresses::site);
  }

  private static URI site(String text) {
    URI uri = URI.create(text.strip());
    if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("https?")) {
      throw new IllegalArgumentException(
          "ZHITONG_SITE_URL：“" + text + "”不是网址，请写成 https://zt.example.gov.cn 的形式");
    }
    return uri;
  }

  /** The site's address as the operator gave it. */
  Optional<URI> site() {
    return site;
  }

  /** Whether the connection itself comes from a proxy that the operator named. */
  boolean throughProxy(HttpServerRequest request) {
    return trusted(peer(request));
  }

  /** The visitor's address; {@code unknown} where there is none. */
  String of(HttpServerRequest request) {
    String peer = peer(request);
    if (!trusted(peer)) {
      return peer;
    }
    List<String> hops = hops(request);
    Collections.reverse(hops);
    for (String hop : hops) {
      if (AddressRange.parse(hop).isEmpty()) {
        return peer;
      }
      if (!trusted(hop)) {
        return hop;
      }
    }
    return hops.isEmpty() ? peer : hops.get(hops.size() - 1);
  }

  /** The visitor's network: the address, of IPv6 the first 64 bits. */
  String network(HttpServerRequest request) {
    return VisitorLimit.network(of(request));
  }

  /** Whether people reach the site by TLS. */
  boolean https(HttpServerRequest request) {
    if (request.isSSL() || site.map(uri -> uri.getScheme().equals("https")).orElse(false)) {
      return true;
    }
    return throughProxy(request) && "https".equals(scheme(request));
  }

  /** The host that the visitor asked for, with its port; null where the request names none. */
  String host(HttpServerRequest request) {
    if (throughProxy(request)) {
      String forwarded = last(request.headers().getAll("X-Forwarded-Host"));
      forwarded = forwarded == null ? parameter(request, "host") : forwarded;
      if (forwarded != null) {
        return forwarded;
      }
    }
    return request.authority() == null ? null : request.authority().toString();
  }

  private String scheme(HttpServerRequest request) {
    String scheme = last(request.headers().getAll("X-Forwarded-Proto"));
    scheme = scheme == null ? parameter(request, "proto") : scheme;
    return scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
  }

  /** Quarkus puts a forwarded address in place of the request's own; the connection keeps it. */
  private static String peer(HttpServerRequest request) {
    var address = request.connection() == null ? null : request.connection().remoteAddress();
    String text = address == null ? null : address.hostAddress();
    return text == null ? "unknown" : text;
  }

  private boolean trusted(String address) {
    return !proxies.isEmpty()
        && AddressRange.parse(address)
            .filter(bytes -> proxies.stream().anyMatch(range -> range.contains(bytes)))
            .isPresent();
  }

  /** Addresses as the proxies wrote them, the visitor's side first. */
  private static List<String> hops(HttpServerRequest request) {
    List<String> hops = new ArrayList<>();
    List<String> lines = request.headers().getAll("X-Forwarded-For");
    if (lines.isEmpty()) {
      for (String element : elements(request)) {
        hops.add(bare(value(element, "for")));
      }
    } else {
      lines.forEach(
          line -> Arrays.stream(line.split(",")).map(VisitorAddresses::bare).forEach(hops::add));
    }
    return new ArrayList<>(hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size()));
  }

  private static List<String> elements(HttpServerRequest request) {
    List<String> elements = new ArrayList<>();
    for (String line : request.headers().getAll("Forwarded")) {
      elements.addAll(List.of(line.split(",")));
    }
    return elements;
  }

  /** A parameter of the last element of {@code Forwarded} (RFC 7239). */
  private static String parameter(HttpServerRequest request, String name) {
    List<String> elements = elements(request);
    return elements.isEmpty() ? null : value(elements.get(elements.size() - 1), name);
  }

  private static String value(String element, String name) {
    for (String pair : element.split(";")) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equalsIgnoreCase(name)) {
        return parts[1].strip().replace("\"", "");
      }
    }
    return null;
  }

  /** Without a port. */
  private static String bare(String address) {
    String text = address == null ? "" : address.strip();
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    return colon > 0 && text.indexOf(':', colon + 1) < 0 ? text.substring(0, colon) : text;
  }

  private static String last(List<String> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    String line = lines.get(lines.size() - 1);
    String value = line.substring(line.lastIndexOf(',') + 1).strip();
    return value.isEmpty() ? null : value;
  }
}
