package cn.zhitong.assistant.security;

import cn.zhitong.common.text.Coded;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a key may be used for. A scope gives a role's rights, but on its own addresses only: a key
 * is refused everywhere else under /api/.
 */
public enum KeyScope implements Coded {
  SEARCH(
      "search",
      "检索、提问和读取政策",
      Set.of(),
      any("/api/search|/api/questions"),
      get("/api/policies(/.*)?"),
      any("/v1/.*"),
      any("/mcp(/.*)?")),
  CASES_WRITE(
      "cases:write",
      "提交、导入来件和已办结历史",
      Set.of(Role.AGENT),
      post("/api/cases|/api/cases/imports?(/.*)?|/api/cases/history|/api/attachments")),
  CASES_READ("cases:read", "查看办件，不含个人信息", Set.of(Role.AGENT), get("/api/cases(/.*)?")),
  CASES_PERSONAL(
      "cases:personal",
      "查看办件和个人信息、下载档案",
      Set.of(Role.AGENT),
      get("/api/(cases|attachments)(/.*)?")),
  TRIAGE("triage", "分办建议", Set.of(Role.AGENT), post("/api/triage(/batch)?"), any("/mcp(/.*)?")),
  REPORTS_READ("reports:read", "读取报表", Set.of(Role.SUPERVISOR), get("/api/reports(/.*)?")),
  POLICIES_WRITE(
      "policies:write",
      "发布、改正和撤下政策，关联附件",
      Set.of(Role.PUBLISHER),
      post("/api/policies(/.*)?"),
      put("/api/policies/[^/]+/attachments/[^/]+"),
      delete("/api/policies/[^/]+/attachments/[^/]+"),
      patch("/api/policies/[^/]+/metadata")),
  METRICS("metrics", "读取运行指标", Set.of(Role.ADMINISTRATOR), get("/q/metrics(/.*)?"));

  /** What gives whole files and lists as they were sent, whatever is asked. */
  private static final Pattern PERSONAL =
      Pattern.compile("/api/cases/(imports(/.*)?|[^/]+/(file|archive)(/.*)?)");

  private final String code;
  private final String label;
  private final Set<Role> roles;
  private final List<Address> addresses;

  KeyScope(String code, String label, Set<Role> roles, Address... addresses) {
    this.code = code;
    this.label = label;
    this.roles = roles;
    this.addresses = List.of(addresses);
  }

  /**
   * @param method null for every method
   */
  private record Address(String method, Pattern path) {
    boolean matches(String wantedMethod, String wantedPath) {
      return (method == null || method.equals(wantedMethod)) && path.matcher(wantedPath).matches();
    }
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * What a key is used for.
   *
   * @param personal whether personal data is asked for as it was sent
   */
  record Use(String method, String path, boolean personal) {}

  boolean covers(Use use) {
    boolean personal = use.personal() || PERSONAL.matcher(use.path()).matches();
    if (this == CASES_READ && personal) {
      return false;
    }
    return addresses.stream().anyMatch(address -> address.matches(use.method(), use.path()));
  }

  /** Effective role codes of those among the scopes that cover the request. */
  static Set<String> roles(Collection<KeyScope> held, Use use) {
    return Role.effective(
        held.stream()
            .filter(scope -> scope.covers(use))
            .flatMap(scope -> scope.roles.stream())
            .collect(Collectors.toSet()));
  }

  /**
   * @throws IllegalArgumentException when it is no scope's code; the message names all of them
   */
  static KeyScope of(String code) {
    return Coded.find(KeyScope.class, code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "没有“"
                        + code
                        + "”这种权限范围，可用："
                        + Arrays.stream(values())
                            .map(KeyScope::code)
                            .collect(Collectors.joining("、"))));
  }

  private static Address any(String path) {
    return new Address(null, Pattern.compile(path));
  }

  private static Address get(String path) {
    return new Address("GET", Pattern.compile(path));
  }

  private static Address put(String path) {
    return new Address("PUT", Pattern.compile(path));
  }

  private static Address delete(String path) {
    return new Address("DELETE", Pattern.compile(path));
  }

  private static Address patch(String path) {
    return new Address("PATCH", Pattern.compile(path));
  }

  private static Address post(String path) {
    return new Address("POST", Pattern.compile(path));
  }
}
