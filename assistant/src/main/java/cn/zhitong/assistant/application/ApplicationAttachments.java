package cn.zhitong.assistant.application;

import cn.zhitong.assistant.attachment.Attachment;
import cn.zhitong.assistant.attachment.AttachmentOwner;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Files of an application: read by whoever may read it, and on its log. */
@ApplicationScoped
class ApplicationAttachments implements AttachmentOwner {
  static final String KIND = "application";

  /** Materials and evidence by their place in the form, or anything else of the enterprise. */
  private static final Pattern OF_ENTERPRISE = Pattern.compile("m\\d{1,3}|e\\d{1,3}|other");

  private static final Set<String> OF_OFFICE = Set.of("review", "payment");

  private static final Set<ApplicationStatus> ADDABLE =
      Set.of(
          ApplicationStatus.DRAFT,
          ApplicationStatus.SUBMITTED,
          ApplicationStatus.CORRECTION,
          ApplicationStatus.REVIEWING);

  private final ApplicationAccess access;
  private final ApplicationRights rights;
  private final ApplicationStore store;
  private final ApplicationLog log;
  private final PersonalReads reads;

  ApplicationAttachments(
      ApplicationAccess access,
      ApplicationRights rights,
      ApplicationStore store,
      ApplicationLog log,
      PersonalReads reads) {
    this.store = store;
    this.access = access;
    this.rights = rights;
    this.log = log;
    this.reads = reads;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void requireSeen(UUID owner, Asker asker) {
    access.seen(owner, asker.caller());
  }

  @Override
  public boolean shows(Attachment attachment, Asker asker) {
    try {
      ApplicationFile file = access.seen(attachment.owner(), asker.caller());
      boolean own = ApplicationRights.owns(asker.caller(), file.standing());
      return !own || !OF_OFFICE.contains(attachment.part());
    } catch (Problem.NotFound e) {
      return false;
    }
  }

  @Override
  public Place requireAddable(UUID owner, String part, Asker asker) {
    return place(access.seen(owner, asker.caller()).standing(), part, asker);
  }

  private Place place(ApplicationState standing, String wanted, Asker asker) {
    Caller caller = asker.caller();
    String part = wanted == null ? "other" : wanted;
    boolean own = ApplicationRights.owns(caller, standing);
    if (OF_OFFICE.contains(part)) {
      if (own || !rights.worksOn(caller, standing)) {
        throw new Problem.Forbidden("审核和拨付的附件由办理部门上传。");
      }
      return new Place(part, caller.name(), caller.displayName());
    }
    if (!own && !rights.worksOn(caller, standing)) {
      throw new Problem.Forbidden("材料由企业、坐席或办理部门上传。");
    }
    if (!OF_ENTERPRISE.matcher(part).matches()) {
      throw new Problem.InvalidRequest(
          "part 可为申报表中列出的 m0、m1…（材料）、e0、e1…（佐证）、other 其他、review 审核、payment 拨付。");
    }
    if (!ADDABLE.contains(standing.state()) || standing.erasedAt() != null) {
      throw new Problem.Conflict(
          "申报的状态是“" + standing.state().label() + "”，不能再上传材料。",
          Map.of("state", standing.state().code()));
    }
    return own
        ? new Place(part, Attachment.ENTERPRISE, "企业")
        : new Place(part, caller.name(), caller.displayName());
  }

  private static boolean removable(ApplicationState standing, Attachment attachment, Asker asker) {
    boolean sender =
        attachment.fromEnterprise()
            ? ApplicationRights.owns(asker.caller(), standing)
            : attachment.account().equals(asker.caller().name());
    boolean open =
        standing.state() == ApplicationStatus.DRAFT
            || standing.state() == ApplicationStatus.CORRECTION;
    return sender && (open || OF_OFFICE.contains(attachment.part()));
  }

  @Override
  public Kept add(UUID owner, String part, Asker asker, Insertion insertion) {
    return store.change(
        change -> {
          ApplicationFile file = locked(change, owner, asker);
          Kept kept = insertion.into(change.session(), place(file.standing(), part, asker));
          if (!kept.repeated()) {
            Attachment one = kept.attachment();
            log.write(
                change,
                file,
                entry(file, one, ApplicationEventType.ATTACHED, one.account(), one.accountName()));
          }
          return kept;
        });
  }

  @Override
  public void remove(Attachment attachment, Asker asker, Consumer<Jdbc.Session> deletion) {
    boolean staff = asker.caller().worksHere();
    String actor = staff ? asker.caller().name() : Attachment.ENTERPRISE;
    String name = staff ? asker.caller().displayName() : "企业";
    store.change(
        change -> {
          ApplicationFile file = locked(change, attachment.owner(), asker);
          if (!removable(file.standing(), attachment, asker)) {
            throw AttachmentOwner.notRemovable();
          }
          deletion.accept(change.session());
          return log.write(
              change, file, entry(file, attachment, ApplicationEventType.DETACHED, actor, name));
        });
  }

  /** As it stands now, and stays until the transaction ends. */
  private ApplicationFile locked(ApplicationChangeStore change, UUID id, Asker asker) {
    return change
        .lock(id)
        .filter(file -> access.sees(asker.caller(), file))
        .orElseThrow(ApplicationAccess::unknown);
  }

  private static ApplicationLog.Entry entry(
      ApplicationFile file,
      Attachment one,
      ApplicationEventType type,
      String actor,
      String actorName) {
    ApplicationPayload.FileKept kept =
        new ApplicationPayload.FileKept(
            one.id(), one.part(), one.type(), one.size(), one.digest(), one.name());
    return new ApplicationLog.Entry(type, actor, actorName, null, file.standing().version(), kept);
  }

  @Override
  public void opened(Attachment attachment, Asker asker) {
    boolean staff = asker.caller().worksHere();
    reads.record(
        asker.caller(),
        attachment.owner(),
        staff ? PersonalReads.What.ATTACHMENT : PersonalReads.What.OWN);
  }
}
