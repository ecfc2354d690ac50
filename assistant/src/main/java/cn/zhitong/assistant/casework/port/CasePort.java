package cn.zhitong.assistant.casework.port;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.intake.AppealIntake;
import cn.zhitong.assistant.casework.log.CaseOwnerStore;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.rights.DepartmentLookup;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.casework.view.MyCases;
import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What other features may ask of casework. */
@ApplicationScoped
public class CasePort {
  private final CaseAccess access;
  private final AppealIntake intake;
  private final DepartmentLookup departments;
  private final CaseStore store;
  private final MyCases mine;

  CasePort(
      CaseAccess access,
      AppealIntake intake,
      DepartmentLookup departments,
      CaseStore store,
      MyCases mine) {
    this.access = access;
    this.intake = intake;
    this.departments = departments;
    this.store = store;
    this.mine = mine;
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

  /** Files what somebody was told, in the desk's name; once for each key, as {@link #fileOwn}. */
  public FiledCase file(AppealRequest request, String key) {
    Caller desk =
        new Caller(
            "system",
            "系统",
            null,
            java.util.Set.of(cn.zhitong.assistant.security.Role.AGENT.code()));
    CaseFile file = intake.receiveOnce(request, key, desk, CaseOwnerStore.Whose.NOBODY).file();
    return new FiledCase(file.id(), file.number());
  }

  /** Files what an enterprise says of its own; the case is among its own from then on. */
  public FiledCase fileOwn(AppealRequest request, String key, Caller enterprise) {
    CaseOwnerStore.Whose whose = MyCases.whose(enterprise);
    AppealIntake.Intake filed = intake.receiveOnce(request, key, enterprise, whose);
    if (!filed.created()) {
      mine.keep(filed.file(), whose);
    }
    return new FiledCase(filed.file().id(), filed.file().number());
  }

  /**
   * Where a case stands.
   *
   * @param open whether an answer is owed
   */
  public record Progress(String label, boolean open) {}

  /** Where a case stands; empty where there is none, e.g. after it was erased. */
  public Optional<Progress> progress(UUID caseId) {
    return store
        .load(caseId)
        .map(file -> file.standing().state())
        .map(state -> new Progress(state.label(), CaseStatus.UNANSWERED.contains(state)));
  }
}
