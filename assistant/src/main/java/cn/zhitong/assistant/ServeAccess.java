package cn.zhitong.assistant;

import java.util.Map;
import java.util.Set;

/** How the service is reached from outside: what it takes from proxies, and what it warns of. */
final class ServeAccess {
  private static final String PROXIES = "ZHITONG_TRUSTED_PROXIES";
  private static final String SITE = "ZHITONG_SITE_URL";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  private ServeAccess() {}

  static void configure(String host, Map<String, String> environment) {
    String proxies = environment.getOrDefault(PROXIES, "").strip();
    String site = environment.getOrDefault(SITE, "").strip();
    boolean proxied = !proxies.isEmpty() && !proxies.equals("none");
    if (proxied) {
      // For addresses that the single sign-on sends people back to. Visitors' addresses are read by
      // the service itself: Quarkus takes the first in the header, which anybody can make up.
      System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
      System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
      System.setProperty("quarkus.http.proxy.enable-forwarded-host", "true");
      System.setProperty("quarkus.http.proxy.trusted-proxies", proxies);
    }
    if (site.startsWith("https://")) {
      System.setProperty("quarkus.oidc.authentication.force-redirect-https-scheme", "true");
    }
    warn(host, site, proxied);
  }

  private static void warn(String host, String site, boolean proxied) {
    if ("root".equals(System.getProperty("user.name"))) {
      System.err.println("警告：服务正以 root 身份运行。请新建一个普通用户来运行（见 docs/operation.md）。");
    }
    if (!LOOPBACK.contains(host) && !site.startsWith("https://") && !proxied) {
      System.err.println(
          "警告：服务对外开放且没有 TLS，密码会明文传输。请放在 TLS 反向代理之后，并设置 ZHITONG_SITE_URL 和"
              + " ZHITONG_TRUSTED_PROXIES（见 docs/operation.md）。");
    }
  }
}
