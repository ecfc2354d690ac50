package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.application.ApplicationPayload.Saved;
import cn.zhitong.assistant.application.ApplicationPayload.Submitted;
import cn.zhitong.assistant.attachment.AttachmentList;
import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.assistant.matching.enterprise.EnterpriseAccess;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An application comes in: right → known already → item and file → checks → stored. */
@ApplicationScoped
class ApplicationIntake {
  private final ApplicationStore store;
  private final ApplicationLog log;
  private final Submissions submissions;
  private final Eligibility eligibility;
  private final ReviewPlans plans;
  private final ApplicationConflicts conflicts;
  private final AttachmentList attachments;
  private final EnterpriseAccess access;
  private final OfficeNames offices;
  private final OccurrenceTimes times;
  private final RepeatedApplication repeated;

  ApplicationIntake(
      ApplicationStore store,
      ApplicationLog log,
      Submissions submissions,
      Eligibility eligibility,
      ReviewPlans plans,
      ApplicationConflicts conflicts,
      AttachmentList attachments,
      EnterpriseAccess access,
      OfficeNames offices,
      OccurrenceTimes times) {
    this.store = store;
    this.log = log;
    this.submissions = submissions;
    this.eligibility = eligibility;
    this.plans = plans;
    this.conflicts = conflicts;
    this.attachments = attachments;
    this.access = access;
    this.offices = offices;
    this.times = times;
    this.repeated = new RepeatedApplication(store);
  }

  /** All that a new application is made of. */
  private record Filing(
      StoredItem item,
      ReviewPlan plan,
      EnterpriseFile file,
      List<Answer> answers,
      Long appliedFen,
      boolean draft,
      String override,
      List<UUID> attachments,
      Instant occurredAt,
      Caller by,
      ApplicationStore.Key key) {}

  /**
   * @param key of the request, or null
   * @throws Problem.Conflict where there is one under way, or something stands in its way
   */
  ApplicationFile receive(ApplicationRequest request, String key, boolean draft, Caller caller) {
    CreditCode code = Submissions.code(request.creditCode());
    StoredItem item = submissions.item(request.itemId());
    ReviewPlan plan = plans.of(item);
    requireFiler(caller, code, plan);
    ApplicationStore.Key claimed = RepeatedApplication.key(request, key, caller);
    Optional<ApplicationFile> known = repeated.known(claimed);
    if (known.isPresent()) {
      return known.get();
    }
    access.read(caller, code, "代为申报“" + item.content().title() + "”");
    Filing filing =
        new Filing(
            item,
            plan,
            submissions.file(code),
            eligibility.checked(request.answers()),
            request.amount() == null ? null : Yuan.fen(request.amount(), "amount"),
            draft || "draft".equals(request.state()),
            Submissions.override(request.overrideReason(), caller),
            attachments(request),
            times.of(request.occurredAt(), null, caller),
            caller,
            claimed);
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<ApplicationFile> stored =
            filing.draft() ? Optional.of(saved(filing)) : submitted(filing);
        if (stored.isPresent()) {
          return stored.get();
        }
        // The draft was saved anew while it was looked at: it is looked at again.
        if (attempt == ApplicationNumbers.TRIES) {
          throw new Problem.Conflict("草稿正在被修改，请稍后再提交。", Map.of());
        }
      } catch (JdbcException | Problem.Conflict e) {
        // The same request may have come at the same moment.
        known = repeated.known(claimed);
        if (known.isPresent()) {
          return known.get();
        }
        boolean numberTaken = e instanceof JdbcException failed && failed.isUniqueViolation();
        if (!numberTaken || attempt == ApplicationNumbers.TRIES) {
          throw e;
        }
      }
    }
  }

  /** The enterprise for itself; an agent, or the office that handles it, on its behalf. */
  void requireFiler(Caller caller, CreditCode code, StoredItem item) {
    requireFiler(caller, code, plans.of(item));
  }

  private void requireFiler(Caller caller, CreditCode code, ReviewPlan plan) {
    boolean may =
        ApplicationRights.isOwn(caller, code.value())
            || caller.has(Role.AGENT)
            || offices.concerned(caller, plan);
    if (!may) {
      throw new Problem.Forbidden("只能为本企业申报；代为申报由坐席或事项的办理部门进行。");
    }
  }

  private static List<UUID> attachments(ApplicationRequest request) {
    if (request.attachments() == null) {
      return List.of();
    }
    List<UUID> ids = request.attachments().stream().distinct().toList();
    if (ids.size() > AttachmentList.MOST) {
      throw new Problem.InvalidRequest("attachments：最多 " + AttachmentList.MOST + " 个。");
    }
    return ids;
  }

  private ApplicationFile saved(Filing filing) {
    return store.change(
        change -> {
          change.lockEnterprise(filing.file().creditCode().value());
          change
              .draftOf(filing.item().id(), filing.file().creditCode().value())
              .ifPresent(id -> ApplicationConflicts.draftExists(id));
          ApplicationFile begun = begin(change, filing);
          return filing.appliedFen() == null
              ? begun
              : log.write(
                  change,
                  begun,
                  entry(
                      filing,
                      ApplicationEventType.SAVE,
                      begun,
                      null,
                      new Saved(List.of(), filing.appliedFen())));
        });
  }

  /** Empty where the draft's answers were changed before it was locked. */
  private Optional<ApplicationFile> submitted(Filing filing) {
    ApplicationFile draft = draft(filing);
    Submitted checked =
        submissions.checked(
            new Submissions.Wanted(
                filing.item(),
                filing.file(),
                merged(filing, draft),
                filing.appliedFen(),
                draft == null ? null : draft.id(),
                times.day(filing.occurredAt()),
                filing.override()));
    Long cap = filing.plan().capFen();
    Optional<ApplicationFile> stored =
        store.change(
            change -> {
              String code = filing.file().creditCode().value();
              change.lockEnterprise(code);
              if (draft == null) {
                change
                    .draftOf(filing.item().id(), code)
                    .ifPresent(ApplicationConflicts::draftExists);
              }
              ApplicationFile begun =
                  draft == null ? begin(change, filing) : lockedDraft(change, draft.id());
              if (draft != null && !begun.standing().answers().equals(draft.standing().answers())) {
                return Optional.empty();
              }
              conflicts.atSubmission(change, begun, filing.item(), cap, checked.answers());
              if (draft != null && filing.key() != null) {
                change.key(filing.key(), begun.id(), log.now());
              }
              return Optional.of(
                  log.write(
                      change,
                      begun,
                      entry(
                          filing, ApplicationEventType.SUBMIT, begun, filing.override(), checked)));
            });
    stored.ifPresent(
        file -> submissions.keepStatements(filing.file(), checked.answers(), filing.by().name()));
    return stored;
  }

  /** Somebody may have sent it in since it was looked at. */
  private static ApplicationFile lockedDraft(ApplicationChangeStore change, UUID draft) {
    ApplicationFile locked = change.lock(draft).orElseThrow(ApplicationAccess::unknown);
    ApplicationStatus state = locked.standing().state();
    if (state != ApplicationStatus.DRAFT) {
      throw new Problem.Conflict(
          "这份草稿已经提交或撤回，请刷新后查看。", Map.of("applicationId", draft, "state", state.code()));
    }
    return locked;
  }

  /** Files that were uploaded before belong to a draft: it is that one which is sent in. */
  private ApplicationFile draft(Filing filing) {
    if (filing.attachments().isEmpty()) {
      return null;
    }
    List<AttachmentList.Entry> files =
        attachments.among(ApplicationAttachments.KIND, filing.attachments());
    List<UUID> owners = files.stream().map(AttachmentList.Entry::owner).distinct().toList();
    boolean right = files.size() == filing.attachments().size() && owners.size() == 1;
    return Optional.of(owners)
        .filter(found -> right)
        .flatMap(found -> store.load(found.get(0)))
        .filter(file -> isDraft(file.standing(), filing))
        .orElseThrow(
            () ->
                new Problem.InvalidRequest(
                    "attachments：附件须先上传到本企业这一事项的草稿（ownerKind=application）。"));
  }

  private static boolean isDraft(ApplicationState standing, Filing filing) {
    Created made = standing.created();
    return standing.state() == ApplicationStatus.DRAFT
        && made.itemId().equals(filing.item().id())
        && made.itemVersion() == filing.item().version()
        && made.creditCode().equals(filing.file().creditCode().value());
  }

  private static List<Answer> merged(Filing filing, ApplicationFile draft) {
    return draft == null
        ? filing.answers()
        : AnswerMerge.add(draft.standing().answers(), filing.answers());
  }

  private ApplicationFile begin(ApplicationChangeStore change, Filing filing) {
    Created created =
        ApplicationBeginning.created(
            filing.item(),
            filing.file().creditCode().value(),
            filing.file().name(),
            Submissions.profile(filing.file()),
            filing.plan(),
            filing.draft() && !filing.answers().isEmpty() ? filing.answers() : null);
    ApplicationFile begun =
        log.begin(change, entry(filing, ApplicationEventType.CREATED, null, null, created));
    if (filing.key() != null) {
      change.key(filing.key(), begun.id(), log.now());
    }
    return begun;
  }

  private static ApplicationLog.Entry entry(
      Filing filing,
      ApplicationEventType type,
      ApplicationFile file,
      String reason,
      ApplicationPayload payload) {
    boolean own = filing.by().has(Role.ENTERPRISE);
    return new ApplicationLog.Entry(
            type,
            own ? "enterprise" : filing.by().name(),
            own ? "企业" : filing.by().displayName(),
            reason,
            file == null ? 0 : file.last().seq(),
            payload)
        .at(filing.occurredAt());
  }
}
