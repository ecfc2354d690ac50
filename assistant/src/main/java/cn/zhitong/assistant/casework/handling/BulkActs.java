package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One act on many cases: looked at first, then done case by case, so that one does not stop the
 * rest.
 */
@ApplicationScoped
class BulkActs {
  static final int MOST = 200;

  /** What needs no look at the single case. A reply or a rejection does. */
  private static final Set<EventType> ALLOWED =
      EnumSet.of(
          EventType.ACCEPT,
          EventType.ACCEPT_SUGGESTION,
          EventType.CHANGE,
          EventType.DISPATCH,
          EventType.START,
          EventType.ASSIGN,
          EventType.URGE,
          EventType.SUPERVISE,
          EventType.FOLLOW_UP,
          EventType.CLOSE,
          EventType.NOTE,
          EventType.MARK_TYPICAL,
          EventType.UNMARK_TYPICAL);

  private final CaseCommandHandler acts;
  private final CaseAccess access;

  BulkActs(CaseCommandHandler acts, CaseAccess access) {
    this.acts = acts;
    this.access = access;
  }

  record Target(UUID caseId, Integer basedOn) {}

  /**
   * What became of one case, or would.
   *
   * @param after label of the state afterwards, null where it was refused
   */
  record Outcome(
      UUID caseId, String number, String title, boolean possible, String message, String after) {}

  List<Outcome> run(EventRequest act, List<Target> targets, boolean preview, Caller caller) {
    EventType type = type(act);
    if (!ALLOWED.contains(type)) {
      throw new Problem.InvalidRequest("“" + type.label() + "”须逐件办理，不能批量。");
    }
    if (targets.isEmpty() || targets.size() > MOST) {
      throw new Problem.InvalidRequest("一次可选 1 到 " + MOST + " 件。");
    }
    return targets.stream().map(target -> one(act, target, preview, caller)).toList();
  }

  private static EventType type(EventRequest act) {
    try {
      return EventType.of(act.type());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage() + "，可用的 type 见接口说明。");
    }
  }

  private Outcome one(EventRequest act, Target target, boolean preview, Caller caller) {
    CaseFile file;
    try {
      file = access.forStaff(target.caseId(), caller);
    } catch (Problem problem) {
      return new Outcome(target.caseId(), null, null, false, problem.getMessage(), null);
    }
    String title = Disclosure.of(file, caller, false).text(file.appeal().title());
    try {
      EventRequest based = act.basedOn(target.basedOn());
      CaseFile after =
          preview
              ? acts.preview(file, based, caller)
              : acts.act(target.caseId(), based, caller, CommandOrigin.STAFF);
      String state = after.standing().state().label();
      return new Outcome(file.id(), file.number(), title, true, null, state);
    } catch (Problem problem) {
      return new Outcome(file.id(), file.number(), title, false, problem.getMessage(), null);
    }
  }
}
