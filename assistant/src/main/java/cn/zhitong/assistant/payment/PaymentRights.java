package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.application.OfficeNames;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whose payments a caller sees and books: a department's under each of its names. */
@ApplicationScoped
class PaymentRights {
  private final OfficeNames offices;

  PaymentRights(OfficeNames offices) {
    this.offices = offices;
  }

  /** Names of the department whose payments the caller sees; null for all. */
  List<String> seeing(Caller caller) {
    return caller.has(Role.INSPECTOR) ? null : paying(caller);
  }

  /** Names of the department whose applications the caller may pay; null for all. */
  List<String> paying(Caller caller) {
    return caller.has(Role.SUPERVISOR) ? null : offices.of(caller);
  }

  /** Whether the caller decides on what is a department's. */
  boolean owns(Caller caller, String department) {
    return caller.has(Role.SUPERVISOR) || offices.of(caller).contains(department);
  }
}
