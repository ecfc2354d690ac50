package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What other features may ask of casework. */
@ApplicationScoped
public class CasePort {
  private final CaseAccess access;
  private final AppealIntake intake;
  private final DepartmentLookup departments;

  CasePort(CaseAccess access, AppealIntake intake, DepartmentLookup departments) {
    this.access = access;
    this.intake = intake;
    this.departments = departments;
  }

  /** A new case, as it is called. */
  public record FiledCase(UUID caseId, String number) {}

  /**
   * @throws cn.zhitong.assistant.web.Problem.NotFound when the caller does not work on it
   */
  public void requireSeen(UUID caseId, Caller caller) {
    access.forStaff(caseId, caller);
  }

  /**
   * The name of a department today.
   *
   * @throws cn.zhitong.assistant.web.Problem.InvalidRequest when the catalogue has no such one
   */
  public String department(String text) {
    return departments.owner(text).name();
  }

  /** Files what somebody was told, in the desk's name. */
  public FiledCase file(AppealRequest request, String key) {
    Caller desk =
        new Caller(
            "system",
            "系统",
            null,
            java.util.Set.of(cn.zhitong.assistant.security.Role.AGENT.code()));
    CaseFile file = intake.receive(request, key, desk, "").file();
    return new FiledCase(file.id(), file.number());
  }
}
