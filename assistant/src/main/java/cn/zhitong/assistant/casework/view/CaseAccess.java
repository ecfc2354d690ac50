package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.CaseCodes;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.rights.CaseRights;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds cases for those who may see them. */
@ApplicationScoped
public class CaseAccess {
  private final CaseStore store;

  CaseAccess(CaseStore store) {
    this.store = store;
  }

  /**
   * @throws Problem.NotFound for a wrong number and for a wrong code alike
   */
  CaseFile byNumber(String number, String trackingCode) {
    return store
        .idByNumber(CaseCodes.typedNumber(number))
        .flatMap(store::load)
        .filter(file -> CaseCodes.matches(file.trackingCode(), trackingCode))
        .orElseThrow(CaseAccess::unknown);
  }

  /**
   * @throws Problem.NotFound for a wrong id and for a wrong code alike
   */
  public CaseFile byTrackingCode(UUID id, String trackingCode) {
    return store
        .load(id)
        .filter(file -> CaseCodes.matches(file.trackingCode(), trackingCode))
        .orElseThrow(CaseAccess::unknown);
  }

  /** A case that the caller does not work on looks as if it did not exist. */
  public CaseFile forStaff(UUID id, Caller caller) {
    return store
        .load(id)
        .filter(file -> CaseRights.worksOn(caller, file.standing()))
        .orElseThrow(() -> unseen(caller));
  }

  /** What the caller does not work on; an enterprise has no department to be told of. */
  public static Problem unseen(Caller caller) {
    return new Problem.NotFound(
        caller.worksHere() ? "没有这件办件，或它不由您所在部门办理。" : "没有找到您的这件办件，请核对编号，或用查询码操作。");
  }

  private static Problem unknown() {
    return new Problem.NotFound("没有找到办件，请核对编号和查询码。");
  }
}
