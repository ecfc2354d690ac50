package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.StaffDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Under which names a handler's department stands in items: as typed, and as catalogued. */
@ApplicationScoped
public class OfficeNames {
  private final Catalogue catalogue;

  OfficeNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Empty for whoever handles for no department. */
  public List<String> of(Caller caller) {
    return of(caller.has(Role.HANDLER), caller.department());
  }

  /** The same of somebody who is to be told. */
  List<String> of(StaffDirectory.Member member) {
    return of(member.has(Role.HANDLER), member.department());
  }

  private List<String> of(boolean handler, String department) {
    return handler && department != null ? names(department) : List.of();
  }

  /** Whether the caller's department leads or reviews what goes by the plan. */
  boolean concerned(Caller caller, ReviewPlan plan) {
    List<String> names = of(caller);
    return Stream.concat(Stream.ofNullable(plan.department()), plan.steps().stream())
        .anyMatch(names::contains);
  }

  /** All names of a department that is given by one of them, or by its id. */
  List<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    names.add(text);
    catalogue
        .byId(text)
        .or(() -> catalogue.byName(catalogue.today(text)))
        .map(Department::names)
        .ifPresent(names::addAll);
    return List.copyOf(names);
  }
}
