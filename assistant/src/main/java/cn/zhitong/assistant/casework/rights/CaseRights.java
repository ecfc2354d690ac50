package cn.zhitong.assistant.casework.rights;

import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.SupportTask;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;

/** Who may see and do what with a case. */
public final class CaseRights {
  private CaseRights() {}

  /**
   * Whether the caller works on this case: an agent on all, a handler on those that the own
   * department leads or supports.
   */
  public static boolean worksOn(Caller caller, CaseState standing) {
    return caller.handlesAppeals() || leads(caller, standing) || supports(caller, standing);
  }

  private static boolean leads(Caller caller, CaseState standing) {
    return handler(caller)
        && standing.department() != null
        && (caller.department().equals(standing.department().name())
            || caller.department().equals(standing.department().id()));
  }

  private static boolean supports(Caller caller, CaseState standing) {
    return handler(caller)
        && standing.parts().stream()
            .anyMatch(
                part ->
                    part.progress() != SupportTask.Progress.RETURNED
                        && part.of(caller.department()));
  }

  /** Whether the caller belongs to a department whose work on the case is what is rated. */
  public static boolean rated(Caller caller, CaseState standing) {
    return leads(caller, standing) || supports(caller, standing);
  }

  private static boolean handler(Caller caller) {
    return caller.has(Role.HANDLER) && caller.department() != null;
  }

  /** Whether the caller's role allows the act at all, whatever the state. */
  public static boolean may(Caller caller, EventType type, CaseState standing) {
    return switch (type.by()) {
      case SYSTEM -> false;
      case AGENT -> caller.handlesAppeals();
      case ENTERPRISE ->
          caller.handlesAppeals() && !(type == EventType.RATE && rated(caller, standing));
      case HANDLER -> caller.handlesAppeals() || leads(caller, standing);
      case SUPPORT -> caller.handlesAppeals() || supports(caller, standing);
      case STAFF -> worksOn(caller, standing);
      case SUPERVISOR -> caller.has(Role.SUPERVISOR);
      case ADMINISTRATOR -> caller.has(Role.ADMINISTRATOR);
    };
  }
}
