package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.CaseCodes;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.intake.AppealReader;
import cn.zhitong.assistant.casework.intake.CaseThemes;
import cn.zhitong.assistant.casework.intake.CaseTriage;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.rights.CaseLimits;
import cn.zhitong.assistant.casework.rights.CaseRights;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.AnsweredCase;
import cn.zhitong.assistant.casework.state.AppealStates;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.casework.view.CaseViewer;
import cn.zhitong.assistant.casework.view.CaseViews;
import cn.zhitong.assistant.casework.view.PossibleActs;
import cn.zhitong.assistant.duplicates.DuplicateIndex;
import cn.zhitong.assistant.eventlog.RepeatedAct;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;

/** Somebody acts on a case: right → fresh → possible → body → write, with the case locked. */
@ApplicationScoped
public class CaseCommandHandler {
  /** What needs no basis, and may be done any number of times. */
  private static final Set<EventType> WITHOUT_BASIS = Set.of(EventType.NOTE, EventType.SUPPLEMENT);

  private final CaseLog log;
  private final EventBodies bodies;
  private final AppealReader reader;
  private final CaseLimits limits;
  private final PossibleActs possible;
  private final MergeRules merging;
  private final DuplicateIndex recent;
  private final CaseworkConfig config;
  private final Event<AnsweredCase> answered;
  private final CaseTriage triage;
  private final CaseThemes themes;

  CaseCommandHandler(
      CaseLog log,
      EventBodies bodies,
      AppealReader reader,
      CaseLimits limits,
      PossibleActs possible,
      MergeRules merging,
      DuplicateIndex recent,
      CaseworkConfig config,
      Event<AnsweredCase> answered,
      CaseTriage triage,
      CaseThemes themes) {
    this.themes = themes;
    this.triage = triage;
    this.config = config;
    this.answered = answered;
    this.log = log;
    this.bodies = bodies;
    this.reader = reader;
    this.limits = limits;
    this.possible = possible;
    this.merging = merging;
    this.recent = recent;
  }

  /**
   * An act that was done before, and is sent again since the answer got lost, changes nothing.
   *
   * @param origin whether the caller acts as the enterprise, and by what
   * @throws Problem.Conflict when the case has changed since, or is in no state for it
   */
  public CaseFile act(UUID id, EventRequest request, Caller caller, CommandOrigin origin) {
    EventType type = type(request);
    AtomicBoolean written = new AtomicBoolean();
    Optional<CaseFile> after =
        type == EventType.MERGE
            ? merge(id, request, caller, origin, written)
            : append(id, type, request, caller, origin, written);
    return (written.get() ? followedUp(id, type, after) : after)
        .orElseThrow(() -> new Problem.NotFound("没有这件办件，请核对编号。"));
  }

  private Optional<CaseFile> append(
      UUID id,
      EventType type,
      EventRequest request,
      Caller caller,
      CommandOrigin origin,
      AtomicBoolean written) {
    return log.append(
        id,
        file -> {
          requireSeen(file, caller, origin, request);
          BiPredicate<CaseEvent, List<CaseEvent>> recording =
              (event, before) ->
                  bodies
                      .of(
                          type,
                          request,
                          file.withEvents(before),
                          caller,
                          origin,
                          event.occurredAt())
                      .equals(event.payload());
          written.set(!isRepeated(file, type, request, caller, origin, recording));
          return written.get()
              ? Optional.of(entry(file, type, request, caller, origin))
              : Optional.empty();
        });
  }

  /** What is done once an act is written. */
  private Optional<CaseFile> followedUp(UUID id, EventType type, Optional<CaseFile> after) {
    if (type == EventType.WITHDRAW || type == EventType.ERASED) {
      // Nobody is to find it as a repeat any more.
      recent.forget(id);
    }
    if (type == EventType.SUPPLEMENT) {
      // What was added may change where it belongs.
      after = after.map(triage::renew);
    }
    if (type == EventType.MARK_THEME) {
      after.ifPresent(themes::warnOf);
    }
    if (type == EventType.REPLY) {
      after.map(AnsweredCase::of).ifPresent(answered::fire);
    }
    return after;
  }

  private boolean isRepeated(
      CaseFile file,
      EventType type,
      EventRequest request,
      Caller caller,
      CommandOrigin origin,
      BiPredicate<CaseEvent, List<CaseEvent>> recording) {
    return new RepeatedAct(
            type.code(),
            actor(caller, origin),
            request.basedOn(),
            WITHOUT_BASIS.contains(type),
            reason(type, request, origin),
            reader.happenedAt(request.occurredAt(), caller).orElse(null))
        .isAmong(file.events(), log.now(), recording);
  }

  /**
   * What an act would lead to; nothing is written.
   *
   * @throws Problem as {@link #act} would
   */
  CaseFile preview(CaseFile file, EventRequest request, Caller caller) {
    CaseLog.Entry entry = entry(file, type(request), request, caller, CommandOrigin.STAFF);
    return file.plus(log.following(file, entry));
  }

  private Optional<CaseFile> merge(
      UUID id, EventRequest request, Caller caller, CommandOrigin origin, AtomicBoolean written) {
    UUID main = merging.main(request, id);
    return log.appendBeside(
        main,
        id,
        (file, beside) -> {
          requireSeen(file, caller, origin, request);
          BiPredicate<CaseEvent, List<CaseEvent>> recording =
              (event, before) -> ((EventPayload.Merged) event.payload()).into().equals(main);
          written.set(!isRepeated(file, EventType.MERGE, request, caller, origin, recording));
          if (!written.get()) {
            return Optional.empty();
          }
          CaseLog.Entry entry = entry(file, EventType.MERGE, request, caller, origin);
          if (beside.followed()) {
            throw impossible(file, "已有办件并入这一件，请先撤销并单，或把另一件并入这一件。", caller, origin);
          }
          CaseFile followed = merging.require(beside.other(), caller);
          return Optional.of(entry.with(new EventPayload.Merged(main, followed.number())));
        });
  }

  private CaseLog.Entry entry(
      CaseFile file, EventType type, EventRequest request, Caller caller, CommandOrigin origin) {
    requireSeen(file, caller, origin, request);
    requireRight(file, type, caller, origin);
    requireFresh(file, type, request, caller, origin);
    Instant at = happenedAt(request, caller);
    CaseState standing = file.standing();
    requirePossible(file, type, caller, origin, at);
    requireUrgable(file, type, caller, origin, at);
    requireOtherPerson(file, type, caller);
    requireNotRatingOwnAnswer(file, type, caller, origin);
    EventPayload payload = bodies.of(type, request, file, caller, origin, at);
    String reason = reason(type, request, origin);
    if (type.needsReason()) {
      EventBodies.required(reason, "reason（理由）");
    }
    return new CaseLog.Entry(
        type,
        actor(caller, origin),
        origin.enterprise() ? "企业" : caller.displayName(),
        reason,
        request.basedOn() == null ? standing.version() : request.basedOn(),
        payload,
        request.occurredAt() == null ? null : at);
  }

  private static String actor(Caller caller, CommandOrigin origin) {
    return origin.enterprise() ? "enterprise" : caller.name();
  }

  /** Null where none is given. */
  private static String reason(EventType type, EventRequest request, CommandOrigin origin) {
    return type == EventType.URGE && origin.enterprise() && isBlank(request.reason())
        ? "企业催办"
        : emptyToNull(PlainText.clean(request.reason()));
  }

  private static EventType type(EventRequest request) {
    try {
      return EventType.of(request.type());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage() + "，可用的 type 见接口说明。");
    }
  }

  private static void requireSeen(
      CaseFile file, Caller caller, CommandOrigin origin, EventRequest request) {
    if (origin.enterprise()) {
      if (!CaseCodes.matches(file.trackingCode(), request.trackingCode())) {
        throw new Problem.NotFound("没有找到办件，请核对编号和查询码。");
      }
    } else if (!CaseRights.worksOn(caller, file.standing())) {
      throw CaseAccess.unseen(caller);
    }
  }

  private static void requireRight(
      CaseFile file, EventType type, Caller caller, CommandOrigin origin) {
    if (origin.enterprise()) {
      if (!type.openToEnterprise()) {
        throw new Problem.Forbidden("企业可以补充材料、催办、评价或撤回；其他操作请由工作人员登录后进行。");
      }
      return;
    }
    CaseState standing = file.standing();
    if (type == EventType.RATE && CaseRights.rated(caller, standing)) {
      throw new Problem.Forbidden("被评价部门的人员不能登记评价；请企业凭评价链接或查询码评价，或由其他坐席回访登记。");
    }
    if (!CaseRights.may(caller, type, standing)) {
      throw new Problem.Forbidden("当前账号不能进行“" + type.label() + "”，请联系有权限的同事。");
    }
    if (CaseLimits.forSupervisor(type, standing, caller)) {
      throw new Problem.Forbidden("该办件已两次退回，须由督办裁定承办部门。");
    }
  }

  private static void requireFresh(
      CaseFile file, EventType type, EventRequest request, Caller caller, CommandOrigin origin) {
    CaseState standing = file.standing();
    int version = standing.version();
    if (request.basedOn() == null) {
      if (type.needsBasis() && !origin.enterprise()) {
        throw new Problem.InvalidRequest("请给出 basedOn：您看到的办件 version。");
      }
      return;
    }
    if (request.basedOn() == version) {
      return;
    }
    if (request.basedOn() > version || request.basedOn() < 1) {
      throw new Problem.InvalidRequest("basedOn 不是这件办件的 version，请刷新后重试。");
    }
    List<CaseEvent> since = file.events().subList(request.basedOn(), version);
    if (since.stream().allMatch(event -> event.type().decidesNothing())) {
      return;
    }
    Object changes =
        origin.enterprise()
            ? since.stream()
                .filter(event -> event.type().shownToEnterprise())
                .map(event -> event.type().label())
                .toList()
            : since.stream()
                .map(event -> CaseViewer.event(event, Disclosure.of(file, caller, false)))
                .toList();
    throw new Problem.Conflict(
        "办件在您查看之后有了变化，请先查看变化，再决定是否继续。",
        Map.of("version", version, "state", standing.state().code(), "changes", changes));
  }

  private void requirePossible(
      CaseFile file, EventType type, Caller caller, CommandOrigin origin, Instant at) {
    CaseState standing = file.standing();
    CaseStatus state = standing.state();
    if (!AppealStates.TABLE.possible(type, state)) {
      throw impossible(
          file, "办件处于“" + state.label() + "”，不能“" + type.label() + "”。", caller, origin);
    }
    Optional<String> limit = limits.against(type, standing, at);
    if (limit.isPresent()) {
      throw impossible(file, limit.get(), caller, origin);
    }
  }

  private void requireUrgable(
      CaseFile file, EventType type, Caller caller, CommandOrigin origin, Instant at) {
    if (type == EventType.URGE && origin.enterprise()) {
      String limit = limits.againstUrging(file, at);
      if (limit != null) {
        throw impossible(file, limit, caller, origin);
      }
    }
  }

  private static boolean isBlank(String text) {
    return PlainText.clean(text).isEmpty();
  }

  private Problem impossible(CaseFile file, String why, Caller caller, CommandOrigin origin) {
    List<CaseViews.Possible> now = possible.of(file, caller, origin.enterprise());
    String labels =
        now.isEmpty()
            ? "目前没有可进行的操作"
            : "可进行的操作：" + String.join("、", now.stream().map(CaseViews.Possible::label).toList());
    return new Problem.Conflict(
        why + labels + "。", Map.of("state", file.standing().state().code(), "possible", now));
  }

  /**
   * A reply under review is released by somebody else than who submitted it. Where a second person
   * is asked for, no reply goes out but from review, nor by who drafted it last.
   */
  private void requireOtherPerson(CaseFile file, EventType type, Caller caller) {
    if (type != EventType.REPLY) {
      return;
    }
    boolean reviewed = file.standing().state() == CaseStatus.AWAITING_REVIEW;
    if (config.secondPerson() && !reviewed) {
      throw new Problem.Conflict(
          "本平台要求答复由第二人审核：请先送审（submit_reply），再由另一人发出。",
          Map.of("state", file.standing().state().code()));
    }
    if (reviewed && lastBy(file, EventType.SUBMIT_REPLY, caller)) {
      throw new Problem.Forbidden("送审的答复须由另一人审核发出。");
    }
    if (config.secondPerson() && lastBy(file, EventType.DRAFTED, caller)) {
      throw new Problem.Forbidden("拟稿人不能审核发出自己拟的答复，请由另一人发出。");
    }
  }

  /** Who wrote the answer does not record what the enterprise says of it. */
  private static void requireNotRatingOwnAnswer(
      CaseFile file, EventType type, Caller caller, CommandOrigin origin) {
    if (type != EventType.RATE || origin.enterprise() || caller.isProgram()) {
      return;
    }
    boolean submitted =
        file.events().stream().anyMatch(event -> event.type() == EventType.SUBMIT_REPLY);
    if (lastBy(file, submitted ? EventType.SUBMIT_REPLY : EventType.REPLY, caller)) {
      throw new Problem.Forbidden("答复由您所写，不能由您登记对它的评价，请由其他坐席回访登记。");
    }
  }

  private static boolean lastBy(CaseFile file, EventType type, Caller caller) {
    return file.events().stream()
        .filter(event -> event.type() == type)
        .reduce((a, b) -> b)
        .map(event -> event.actor().equals(caller.name()))
        .orElse(false);
  }

  private Instant happenedAt(EventRequest request, Caller caller) {
    return reader.happenedAt(request.occurredAt(), caller).orElseGet(log::now);
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
