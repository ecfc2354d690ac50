package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.attachment.Attachment;
import cn.zhitong.assistant.attachment.AttachmentOwner;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.log.CaseChangeStore;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.rights.CaseRights;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.casework.view.MyCases;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Files of a case: read by whoever may read it, and on its log. */
@ApplicationScoped
class CaseAttachments implements AttachmentOwner {
  private static final String APPEAL = "appeal";
  private static final String SUPPLEMENT = "supplement";
  private static final String REPLY = "reply";
  private static final String NOTE = "note";
  private static final List<String> PARTS = List.of(APPEAL, SUPPLEMENT, REPLY, NOTE);

  private final CaseAccess access;
  private final CaseStore store;
  private final CaseLog log;
  private final MyCases mine;
  private final PersonalReads reads;

  CaseAttachments(
      CaseAccess access, CaseStore store, CaseLog log, MyCases mine, PersonalReads reads) {
    this.access = access;
    this.store = store;
    this.log = log;
    this.mine = mine;
    this.reads = reads;
  }

  @Override
  public String kind() {
    return "case";
  }

  /** The case as the asker may see it. */
  private record Seen(CaseFile file, boolean byEnterprise) {
    /** As it stands now, and stays until the transaction ends. */
    Seen locked(CaseChangeStore change) {
      CaseFile now =
          change.lock(file.id()).orElseThrow(() -> new Problem.NotFound("没有这件办件，请核对编号。"));
      return new Seen(now, byEnterprise);
    }
  }

  private Seen seen(UUID id, Asker asker) {
    Caller caller = asker.caller();
    if (asker.trackingCode() != null && !caller.worksHere()) {
      return new Seen(access.byTrackingCode(id, asker.trackingCode()), true);
    }
    return mine.find(id, caller)
        .map(file -> new Seen(file, true))
        .orElseGet(() -> new Seen(access.forStaff(id, caller), false));
  }

  @Override
  public void requireSeen(UUID owner, Asker asker) {
    seen(owner, asker);
  }

  @Override
  public boolean shows(Attachment attachment, Asker asker) {
    Seen seen;
    try {
      seen = seen(attachment.owner(), asker);
    } catch (Problem.NotFound e) {
      return false;
    }
    CaseState standing = seen.file().standing();
    if (seen.byEnterprise()) {
      return switch (attachment.part()) {
        case NOTE -> false;
        // With the answer, not before it.
        case REPLY -> sent(attachment, standing);
        default -> true;
      };
    }
    // What the reporter sent tells who it is.
    boolean guarded = standing.reporterProtected() && !asker.caller().handlesAppeals();
    return !guarded || attachment.part().equals(REPLY) || attachment.part().equals(NOTE);
  }

  private static boolean sent(Attachment attachment, CaseState standing) {
    return standing.answeredAt() != null && !attachment.at().isAfter(standing.answeredAt());
  }

  @Override
  public Place requireAddable(UUID owner, String part, Asker asker) {
    return place(seen(owner, asker), part, asker);
  }

  private static Place place(Seen seen, String wanted, Asker asker) {
    String part = wanted == null ? APPEAL : wanted;
    if (!PARTS.contains(part)) {
      throw new Problem.InvalidRequest("part 可为 appeal 来件、supplement 补充、reply 答复或 note 备注。");
    }
    CaseState standing = seen.file().standing();
    if (standing.erased()) {
      throw conflict(standing, "个人信息已经清除，不能再上传附件。");
    }
    boolean letter = part.equals(APPEAL) || part.equals(SUPPLEMENT);
    if (seen.byEnterprise()) {
      if (!letter) {
        throw new Problem.Forbidden("您可以为来件和补充材料上传附件。");
      }
      if (!standing.state().unanswered()) {
        throw conflict(standing, "这件来件已“" + standing.state().label() + "”，不能再上传附件。");
      }
      return new Place(part, Attachment.ENTERPRISE, "企业");
    }
    Caller caller = asker.caller();
    if (letter && !caller.handlesAppeals()) {
      throw new Problem.Forbidden("来件和补充材料的附件由企业或坐席上传；您可以为答复和备注上传附件。");
    }
    if (part.equals(REPLY)) {
      requireReplyable(standing, caller);
    }
    return new Place(part, caller.name(), caller.displayName());
  }

  private static void requireReplyable(CaseState standing, Caller caller) {
    if (!CaseRights.may(caller, EventType.SUBMIT_REPLY, standing)) {
      throw new Problem.Forbidden("答复的附件由牵头部门或坐席上传。");
    }
    if (!standing.state().unanswered()) {
      throw conflict(standing, "答复已经发出，不能再为它上传附件。");
    }
  }

  private static Problem conflict(CaseState standing, String why) {
    return new Problem.Conflict(why, Map.of("state", standing.state().code()));
  }

  private static boolean removable(Seen seen, Attachment attachment, Asker asker) {
    CaseState standing = seen.file().standing();
    if (attachment.part().equals(REPLY) && sent(attachment, standing)) {
      return false;
    }
    if (seen.byEnterprise()) {
      return attachment.fromEnterprise() && standing.state() == CaseStatus.RECEIVED;
    }
    return attachment.account().equals(asker.caller().name());
  }

  @Override
  public Kept add(UUID owner, String part, Asker asker, Insertion insertion) {
    Seen seen = seen(owner, asker);
    return store.change(
        change -> {
          Seen locked = seen.locked(change);
          Kept kept = insertion.into(change.session(), place(locked, part, asker));
          if (!kept.repeated()) {
            Attachment one = kept.attachment();
            log.write(
                change,
                locked.file(),
                entry(locked, one, EventType.ATTACHED, one.account(), one.accountName()));
          }
          return kept;
        });
  }

  @Override
  public void remove(Attachment attachment, Asker asker, Consumer<Jdbc.Session> deletion) {
    Seen seen = seen(attachment.owner(), asker);
    boolean staff = asker.caller().worksHere();
    String actor = staff ? asker.caller().name() : Attachment.ENTERPRISE;
    String name = staff ? asker.caller().displayName() : "企业";
    store.change(
        change -> {
          Seen locked = seen.locked(change);
          if (!removable(locked, attachment, asker)) {
            throw AttachmentOwner.notRemovable();
          }
          deletion.accept(change.session());
          return log.write(
              change, locked.file(), entry(locked, attachment, EventType.DETACHED, actor, name));
        });
  }

  private static CaseLog.Entry entry(
      Seen seen, Attachment one, EventType type, String actor, String actorName) {
    EventPayload.FileKept kept =
        new EventPayload.FileKept(
            one.id(), one.part(), one.type(), one.size(), one.digest(), one.name());
    int version = seen.file().standing().version();
    return new CaseLog.Entry(type, actor, actorName, null, version, kept, null);
  }

  @Override
  public void opened(Attachment attachment, Asker asker) {
    boolean own = asker.trackingCode() != null && !asker.caller().worksHere();
    if (!own) {
      boolean enterprise = mine.find(attachment.owner(), asker.caller()).isPresent();
      reads.record(
          asker.caller(),
          attachment.owner(),
          enterprise ? PersonalReads.What.OWN : PersonalReads.What.ATTACHMENT);
      if (!enterprise) {
        store.load(attachment.owner()).ifPresent(log::read);
      }
    }
  }
}
