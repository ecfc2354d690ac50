package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** How the service is reached: who runs it, its proxies, its certificate. */
final class SiteCheckup {
  /** Certificates are renewed a month ahead; two weeks leave time to do it by hand. */
  private static final Duration RENEWAL = Duration.ofDays(14);

  private static final int PATIENCE_MILLIS = 5000;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
  private static final Pattern NETWORK =
      Pattern.compile(
          "(\\d{1,3}(\\.\\d{1,3}){3}(/([0-9]|[12][0-9]|3[0-2]))?|[0-9a-fA-F:]{0,40}:[0-9a-fA-F:.]{0,40}(/\\d{1,3})?)");

  private final Map<String, String> environment;
  private final Clock clock;

  SiteCheckup(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * @param user who runs it
   * @param host what {@code serve} listens on
   */
  List<Finding> findings(String user, String host) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        user.equals("root")
            ? Finding.note("用户", "以 root 身份运行", "新建一个普通用户来运行（docs/operation.md）")
            : Finding.good("用户", user));
    String site = environment.getOrDefault("ZHITONG_SITE_URL", "").strip();
    findings.add(proxies(site));
    findings.add(site(site, host));
    return findings;
  }

  private Finding proxies(String site) {
    String set = environment.getOrDefault("ZHITONG_TRUSTED_PROXIES", "").strip();
    if (set.isEmpty() || set.equals("none")) {
      return site.startsWith("https://")
          ? Finding.fault(
              "反向代理", "网址是 https，却没有设信任的代理：所有访客会算作同一个地址", "把代理的 IP 写入 ZHITONG_TRUSTED_PROXIES")
          : Finding.good("反向代理", "没有，不信任任何转发头");
    }
    for (String proxy : set.split(",")) {
      String network = proxy.strip();
      if (!NETWORK.matcher(network).matches()) {
        return Finding.fault("反向代理", network + " 不是 IP 或网段", "写成 10.0.0.5 或 10.1.0.0/16 的形式，逗号分隔");
      }
      if (network.endsWith("/0")) {
        return Finding.fault("反向代理", network + " 信任所有人：谁都能冒充别的地址", "只写代理自己的 IP");
      }
    }
    return Finding.good("反向代理", set);
  }

  private Finding site(String site, String host) {
    if (site.startsWith("https://")) {
      return certificate(site);
    }
    boolean proxied = !environment.getOrDefault("ZHITONG_TRUSTED_PROXIES", "").isBlank();
    if (!LOOPBACK.contains(host) && !proxied) {
      return Finding.fault(
          "TLS",
          "监听 " + host + " 而没有 TLS，密码会明文传输",
          "放在 TLS 反向代理之后，并设 ZHITONG_SITE_URL（docs/operation.md）");
    }
    return site.isEmpty()
        ? Finding.note("TLS", "没有设 ZHITONG_SITE_URL", "对外提供时设为人们访问的 https 网址")
        : Finding.note("TLS", site + " 不是 https", "对外提供时用 https");
  }

  private Finding certificate(String site) {
    URI address = parsed(site);
    if (address == null || address.getHost() == null) {
      return Finding.fault("TLS", site + " 不是网址", "写成 https://域名 或 https://域名:端口 的形式");
    }
    String host = address.getHost();
    int port = address.getPort() < 0 ? 443 : address.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      try (SSLSocket socket =
          (SSLSocket)
              SSLContext.getDefault().getSocketFactory().createSocket(plain, host, port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return expiry((X509Certificate) socket.getSession().getPeerCertificates()[0]);
      }
    } catch (SSLException e) {
      return Finding.fault(
          "TLS", "%s 的证书不被信任或与域名不符：%s".formatted(site, e.getMessage()), "换用受信任的证书，并配齐中间证书");
    } catch (IOException | GeneralSecurityException e) {
      return Finding.fault("TLS", "%s 连接不上：%s".formatted(site, e.getMessage()), "检查域名解析、反向代理和防火墙");
    }
  }

  /** Null where it is none. */
  private static URI parsed(String site) {
    try {
      return new URI(site);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private Finding expiry(X509Certificate certificate) {
    Duration left = Duration.between(clock.instant(), certificate.getNotAfter().toInstant());
    String text = "证书还有 " + left.toDays() + " 天到期";
    return left.compareTo(RENEWAL) < 0
        ? Finding.fault("TLS", text, "现在就续期")
        : Finding.good("TLS", text);
  }
}
