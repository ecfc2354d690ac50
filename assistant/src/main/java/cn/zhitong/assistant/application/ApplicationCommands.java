package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.eventlog.RepeatedAct;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Somebody acts on an application: right → fresh → possible → body → write, with it locked. */
@ApplicationScoped
class ApplicationCommands {
  private static final long FEN_A_YUAN = 100;
  private static final int SUBMISSION_TRIES = 5;

  /** What needs no basis, and may be done any number of times. */
  private static final Set<ApplicationEventType> WITHOUT_BASIS =
      Set.of(
          ApplicationEventType.NOTE,
          ApplicationEventType.URGE,
          ApplicationEventType.SUPERVISE,
          ApplicationEventType.OBJECT);

  private final ApplicationLog log;
  private final ApplicationStore store;
  private final ApplicationAccess access;
  private final ApplicationRights rights;
  private final ApplicationLimits limits;
  private final ApplicationBodies bodies;
  private final ApplicationConflicts conflicts;
  private final Submissions submissions;
  private final ReviewPlans plans;
  private final OccurrenceTimes times;
  private final ApplicationConfig config;

  ApplicationCommands(
      ApplicationLog log,
      ApplicationStore store,
      ApplicationAccess access,
      ApplicationRights rights,
      ApplicationLimits limits,
      ApplicationBodies bodies,
      ApplicationConflicts conflicts,
      Submissions submissions,
      ReviewPlans plans,
      OccurrenceTimes times,
      ApplicationConfig config) {
    this.log = log;
    this.store = store;
    this.access = access;
    this.rights = rights;
    this.limits = limits;
    this.bodies = bodies;
    this.conflicts = conflicts;
    this.submissions = submissions;
    this.plans = plans;
    this.times = times;
    this.config = config;
  }

  /**
   * An act that was done before, and is sent again since the answer got lost, changes nothing.
   *
   * @throws Problem.NotFound where the caller may not see it
   * @throws Problem.Conflict where it has changed since, or is in no state for it
   */
  ApplicationFile act(UUID id, ApplicationEventRequest request, Caller caller) {
    ApplicationEventType type = type(request.type());
    if (type == ApplicationEventType.SUBMIT) {
      return submit(id, request, caller);
    }
    return log.append(
            id,
            (change, file) -> {
              if (isRepeated(
                  type, request, file, caller, request.reason(), body(type, request, caller))) {
                return Optional.empty();
              }
              Instant happened = admitted(type, request, file, caller);
              ApplicationPayload payload =
                  bodies.of(type, request, file, times.day(happened), caller);
              if (payload instanceof ApplicationPayload.Approved approved) {
                requireApprovable(change, file, approved, caller);
              }
              return Optional.of(entry(type, request, file, payload, caller).at(happened));
            })
        .orElseThrow(ApplicationAccess::unknown);
  }

  private BiPredicate<ApplicationEvent, ApplicationFile> body(
      ApplicationEventType type, ApplicationEventRequest request, Caller caller) {
    return (event, before) ->
        bodies
            .of(type, request, before, times.day(event.occurredAt()), caller)
            .equals(event.payload());
  }

  private boolean isRepeated(
      ApplicationEventType type,
      ApplicationEventRequest request,
      ApplicationFile file,
      Caller caller,
      String reason,
      BiPredicate<ApplicationEvent, ApplicationFile> recorded) {
    requireSeen(type, file, caller);
    RepeatedAct asked =
        new RepeatedAct(
            type.code(),
            actor(type, file.standing(), caller),
            request.basedOn(),
            WITHOUT_BASIS.contains(type),
            PlainText.optional(reason, "reason（理由）", config.textLength()),
            OccurrenceTimes.kept(request.occurredAt()));
    // Saving what is saved changes nothing, and another may have saved something else since.
    return type != ApplicationEventType.SAVE
        && asked.isAmong(
            file.events(),
            log.now(),
            (event, before) -> recorded.test(event, file.withEvents(before)));
  }

  private static ApplicationEventType type(String code) {
    return Coded.find(ApplicationEventType.class, code)
        .orElseThrow(() -> new Problem.InvalidRequest("type：没有“" + code + "”这种操作，可用的见接口说明。"));
  }

  /** What was saved while it was looked at is looked at again, so that nothing typed is lost. */
  private ApplicationFile submit(UUID id, ApplicationEventRequest request, Caller caller) {
    for (int attempt = 1; ; attempt++) {
      ApplicationFile draft = access.seen(id, caller);
      Optional<ApplicationFile> after = submitted(draft, request, caller);
      if (after.isPresent()) {
        return after.get();
      }
      if (attempt == SUBMISSION_TRIES) {
        throw new Problem.Conflict(
            "草稿正在被修改，请稍后再提交。", Map.of("version", draft.standing().version()));
      }
    }
  }

  /**
   * What is looked at beside the application is read before it is locked.
   *
   * @return empty where its answers were changed until then
   */
  private Optional<ApplicationFile> submitted(
      ApplicationFile draft, ApplicationEventRequest request, Caller caller) {
    String override = Submissions.override(request.overrideReason(), caller);
    String reason = override == null ? request.reason() : override;
    if (isRepeated(
        ApplicationEventType.SUBMIT, request, draft, caller, reason, submission(request))) {
      return Optional.of(draft);
    }
    Instant happened = admitted(ApplicationEventType.SUBMIT, request, draft, caller);
    Created created = draft.standing().created();
    StoredItem item = submissions.item(created.itemId());
    EnterpriseFile enterprise = submissions.file(Submissions.code(created.creditCode()));
    List<Answer> answers = bodies.answers(request, draft.standing());
    ApplicationPayload.Submitted checked =
        submissions.checked(
            new Submissions.Wanted(
                item,
                enterprise,
                answers,
                ApplicationBodies.fen(request),
                draft.id(),
                times.day(happened),
                override));
    Long cap = plans.of(item).capFen();
    Optional<ApplicationFile> after =
        store.change(
            change -> {
              change.lockEnterprise(created.creditCode());
              ApplicationFile file =
                  change.lock(draft.id()).orElseThrow(ApplicationAccess::unknown);
              if (!file.standing().answers().equals(draft.standing().answers())) {
                return Optional.empty();
              }
              admitted(ApplicationEventType.SUBMIT, request, file, caller);
              conflicts.atSubmission(change, file, item, cap, answers);
              ApplicationLog.Entry entry =
                  entry(ApplicationEventType.SUBMIT, request, file, checked, caller).at(happened);
              return Optional.of(
                  log.write(change, file, override == null ? entry : entry.because(override)));
            });
    after.ifPresent(file -> submissions.keepStatements(enterprise, answers, caller.name()));
    return after;
  }

  private BiPredicate<ApplicationEvent, ApplicationFile> submission(
      ApplicationEventRequest request) {
    return (event, before) -> {
      ApplicationPayload.Submitted sent = (ApplicationPayload.Submitted) event.payload();
      return sent.answers().equals(bodies.answers(request, before.standing()))
          && Objects.equals(sent.appliedFen(), ApplicationBodies.fen(request));
    };
  }

  private static String actor(ApplicationEventType type, ApplicationState standing, Caller caller) {
    boolean own = ApplicationRights.owns(caller, standing);
    return own ? "enterprise" : isVisitor(type, standing, caller) ? "visitor" : caller.name();
  }

  private static boolean isVisitor(
      ApplicationEventType type, ApplicationState standing, Caller caller) {
    return type == ApplicationEventType.OBJECT
        && !caller.worksHere()
        && !ApplicationRights.owns(caller, standing);
  }

  private ApplicationLog.Entry entry(
      ApplicationEventType type,
      ApplicationEventRequest request,
      ApplicationFile file,
      ApplicationPayload payload,
      Caller caller) {
    ApplicationState standing = file.standing();
    boolean own = ApplicationRights.owns(caller, standing);
    String reason =
        type.needsReason()
            ? PlainText.required(request.reason(), "reason（理由）", config.textLength())
            : PlainText.optional(request.reason(), "reason（理由）", config.textLength());
    return new ApplicationLog.Entry(
        type,
        actor(type, standing, caller),
        own ? "企业" : isVisitor(type, standing, caller) ? "公众" : caller.displayName(),
        reason,
        request.basedOn() == null ? standing.version() : request.basedOn(),
        payload);
  }

  /**
   * Lets an act through that the caller may do now.
   *
   * @return when it had happened elsewhere; null for now
   */
  private Instant admitted(
      ApplicationEventType type,
      ApplicationEventRequest request,
      ApplicationFile file,
      Caller caller) {
    ApplicationState standing = file.standing();
    requireSeen(type, file, caller);
    if (type.by() != ApplicationEventType.By.REVIEWER && !rights.may(caller, type, standing)) {
      throw new Problem.Forbidden("当前账号不能进行“" + type.label() + "”，请由办理部门或有权限的同事进行。");
    }
    requireFresh(type, request, file, caller);
    if (!ApplicationStates.TABLE.possible(type, standing.state())) {
      throw impossible(
          file, "申报处于“" + standing.state().label() + "”，不能“" + type.label() + "”。", caller);
    }
    Instant happened = times.of(request.occurredAt(), file, caller);
    Optional<String> limit = limits.against(type, standing, times.day(happened));
    if (limit.isPresent()) {
      throw impossible(file, limit.get() + "。", caller);
    }
    if (!rights.may(caller, type, standing)) {
      throw new Problem.Forbidden("现在是“" + standing.department() + "”审核的一步，只能由该部门的承办人审核。");
    }
    return happened;
  }

  private void requireSeen(ApplicationEventType type, ApplicationFile file, Caller caller) {
    boolean anybody = type == ApplicationEventType.OBJECT && isPublic(file.standing().state());
    if (!anybody && !access.sees(caller, file)) {
      throw ApplicationAccess.unknown();
    }
  }

  private static boolean isPublic(ApplicationStatus state) {
    return state == ApplicationStatus.PUBLICITY || state == ApplicationStatus.OBJECTION;
  }

  private static void requireFresh(
      ApplicationEventType type,
      ApplicationEventRequest request,
      ApplicationFile file,
      Caller caller) {
    if (type == ApplicationEventType.OBJECT) {
      // Anybody may object: what was done meanwhile is not anybody's to know.
      return;
    }
    int version = file.standing().version();
    if (request.basedOn() == null) {
      if (type.needsBasis()) {
        throw new Problem.InvalidRequest("请给出 basedOn：您看到的申报 version。");
      }
      return;
    }
    if (request.basedOn() > version || request.basedOn() < 1) {
      throw new Problem.InvalidRequest("basedOn 不是这件申报的 version，请刷新后重试。");
    }
    boolean own = ApplicationRights.owns(caller, file.standing());
    List<ApplicationEvent> since =
        file.events().subList(request.basedOn(), version).stream()
            .filter(event -> !event.type().decidesNothing())
            .toList();
    if (!since.isEmpty()) {
      throw new Problem.Conflict(
          "申报在您查看之后有了变化，请先查看变化，再决定是否继续。",
          Map.of(
              "version", version,
              "state", file.standing().state().code(),
              "changes", ApplicationViews.changes(since, file.standing().plan(), own)));
    }
  }

  private Problem impossible(ApplicationFile file, String why, Caller caller) {
    return new Problem.Conflict(
        why,
        Map.of(
            "state", file.standing().state().code(),
            "version", file.standing().version(),
            "possible", possible(file.standing(), caller)));
  }

  /** Codes of what the caller can do now. */
  List<String> possible(ApplicationState standing, Caller caller) {
    LocalDate today = times.day(null);
    return java.util.Arrays.stream(ApplicationEventType.values())
        .filter(type -> ApplicationStates.TABLE.possible(type, standing.state()))
        .filter(type -> type != ApplicationEventType.OBJECT || !caller.worksHere())
        .filter(type -> rights.may(caller, type, standing))
        .filter(type -> limits.against(type, standing, today).isEmpty())
        .map(ApplicationEventType::code)
        .toList();
  }

  private void requireApprovable(
      ApplicationChangeStore change,
      ApplicationFile file,
      ApplicationPayload.Approved approved,
      Caller caller) {
    long above = config.secondPersonAboveYuan() * FEN_A_YUAN;
    boolean large = approved.amountFen() != null && approved.amountFen() > above;
    if (large && !caller.isProgram() && file.standing().review().aloneBy(caller.name())) {
      throw new Problem.Forbidden(
          "超过 " + config.secondPersonAboveYuan() + " 元的，独自审核的人不能同时批准，请由另一人批准。");
    }
    change.lockEnterprise(file.standing().created().creditCode());
    conflicts.atApproval(change, file, approved.amountFen());
  }
}
