package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;

/** Who may see and do what with a case. */
final class CaseRights {
  private CaseRights() {}

  /** Whether the caller works on this case: an agent on all, a handler on the department's own. */
  static boolean worksOn(Caller caller, CaseFile file) {
    return caller.handlesAppeals() || handles(caller, file.standing());
  }

  private static boolean handles(Caller caller, Standing standing) {
    return caller.has(Role.HANDLER)
        && caller.department() != null
        && standing.department() != null
        && (caller.department().equals(standing.department().name())
            || caller.department().equals(standing.department().id()));
  }

  /** Whether the caller's role allows the act at all, whatever the state. */
  static boolean may(Caller caller, EventType type, CaseFile file) {
    return switch (type.by()) {
      case SYSTEM -> false;
      case AGENT, ENTERPRISE -> caller.handlesAppeals();
      case HANDLER -> worksOn(caller, file);
      case SUPERVISOR -> caller.has(Role.SUPERVISOR);
    };
  }
}
