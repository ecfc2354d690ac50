package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.rights.CaseLimits;
import cn.zhitong.assistant.casework.rights.CaseRights;
import cn.zhitong.assistant.casework.state.AppealStates;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** What may be done next with a case. */
@ApplicationScoped
public class PossibleActs {
  private final CaseLimits limits;
  private final CaseLog log;

  PossibleActs(CaseLimits limits, CaseLog log) {
    this.limits = limits;
    this.log = log;
  }

  /** By this caller, or by the enterprise with its code. */
  public List<CaseViews.Possible> of(CaseFile file, Caller caller, boolean byCode) {
    CaseState standing = file.standing();
    return Arrays.stream(EventType.values())
        .filter(type -> AppealStates.TABLE.possible(type, standing.state()))
        .filter(type -> byCode ? type.openToEnterprise() : may(type, standing, caller))
        .filter(
            type ->
                !byCode || type != EventType.URGE || limits.againstUrging(file, log.now()) == null)
        .filter(type -> limits.against(type, standing, log.now()).isEmpty())
        .map(type -> new CaseViews.Possible(type.code(), type.label(), type.needsReason()))
        .toList();
  }

  private static boolean may(EventType type, CaseState standing, Caller caller) {
    return CaseRights.may(caller, type, standing)
        && !CaseLimits.forSupervisor(type, standing, caller);
  }
}
