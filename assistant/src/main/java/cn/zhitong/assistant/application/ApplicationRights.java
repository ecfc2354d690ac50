package cn.zhitong.assistant.application;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Who may see and do what with an application. */
@ApplicationScoped
class ApplicationRights {
  private final OfficeNames offices;

  ApplicationRights(OfficeNames offices) {
    this.offices = offices;
  }

  /** Whether the caller signed in as this enterprise: its account bears the credit code. */
  static boolean owns(Caller caller, ApplicationState standing) {
    return isOwn(caller, standing.created().creditCode());
  }

  static boolean isOwn(Caller caller, String creditCode) {
    return caller.has(Role.ENTERPRISE) && caller.name().toUpperCase(Locale.ROOT).equals(creditCode);
  }

  /**
   * Whether the caller works on it: supervisors and agents on all, a handler on those that the own
   * department leads or reviews.
   */
  boolean worksOn(Caller caller, ApplicationState standing) {
    return caller.has(Role.SUPERVISOR)
        || caller.has(Role.AGENT)
        || offices.concerned(caller, standing.plan());
  }

  /** Where an item names no department, supervisors stand in for it. */
  boolean leads(Caller caller, ApplicationState standing) {
    String lead = standing.plan().department();
    return lead == null ? caller.has(Role.SUPERVISOR) : offices.of(caller).contains(lead);
  }

  /** Whether it is the turn of the caller's department. */
  private boolean hasTurn(Caller caller, ApplicationState standing) {
    Integer step = standing.step();
    return step != null && offices.of(caller).contains(standing.plan().steps().get(step));
  }

  /** A system with the administrator's token hands on what the offices' own systems decided. */
  private static boolean relays(Caller caller) {
    return caller.isProgram();
  }

  /** Whether the caller may do it at all, whatever the state. */
  boolean may(Caller caller, ApplicationEventType type, ApplicationState standing) {
    return switch (type.by()) {
      case SYSTEM -> false;
      case ENTERPRISE -> owns(caller, standing) || actsForEnterprise(caller, type, standing);
      case OFFICE -> leads(caller, standing) || relays(caller);
      case REVIEWER -> hasTurn(caller, standing) || relays(caller);
      case DESK -> owns(caller, standing) || caller.has(Role.AGENT);
      case SUPERVISOR -> caller.has(Role.SUPERVISOR);
      case STAFF -> worksOn(caller, standing);
      case ANYBODY -> true;
    };
  }

  /** The office that is rated does not rate itself. */
  private boolean actsForEnterprise(
      Caller caller, ApplicationEventType type, ApplicationState standing) {
    boolean concerned = leads(caller, standing) || offices.concerned(caller, standing.plan());
    return caller.has(Role.AGENT) && !(type == ApplicationEventType.RATE && concerned)
        || concerned
            // Taking it back is the enterprise's: an office that does not grant it rejects it.
            && type != ApplicationEventType.RATE
            && type != ApplicationEventType.WITHDRAW;
  }
}
