package cn.zhitong.assistant.security;

import cn.zhitong.common.text.Coded;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an account may do. The constants with the codes are for {@code @RolesAllowed}. A visitor has
 * no role; an enterprise reads its own case with the tracking code.
 */
public enum Role implements Coded {
  PUBLISHER(Role.PUBLISHER_CODE, "政策发布员"),
  AGENT(Role.AGENT_CODE, "坐席"),
  HANDLER(Role.HANDLER_CODE, "部门承办人"),
  SUPERVISOR(Role.SUPERVISOR_CODE, "督办"),
  ADMINISTRATOR(Role.ADMINISTRATOR_CODE, "管理员"),
  /** Reads what was granted and paid, and acts on nothing; each reading is on record. */
  INSPECTOR(Role.INSPECTOR_CODE, "纪检监督"),
  ENTERPRISE(Role.ENTERPRISE_CODE, "企业");

  public static final String PUBLISHER_CODE = "publisher";
  public static final String AGENT_CODE = "agent";
  public static final String HANDLER_CODE = "handler";
  public static final String SUPERVISOR_CODE = "supervisor";
  public static final String ADMINISTRATOR_CODE = "administrator";
  public static final String INSPECTOR_CODE = "inspector";
  public static final String ENTERPRISE_CODE = "enterprise";

  private final String code;
  private final String label;

  Role(String code, String label) {
    this.code = code;
    this.label = label;
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
   * @throws IllegalArgumentException when it is no role's code
   */
  public static Role of(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("unknown role '" + code + "'"));
  }

  /** The role of a code, if it is one. */
  static Optional<Role> find(String code) {
    return Coded.find(Role.class, code);
  }

  /**
   * The codes that holding these roles amounts to: a supervisor may all that an agent may, an
   * administrator all that staff may.
   */
  static Set<String> effective(Set<Role> held) {
    EnumSet<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(held);
    if (held.contains(SUPERVISOR)) {
      all.add(AGENT);
    }
    if (held.contains(ADMINISTRATOR)) {
      all.addAll(EnumSet.of(PUBLISHER, AGENT, SUPERVISOR));
    }
    return all.stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
  }
}
