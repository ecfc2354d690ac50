package cn.zhitong.assistant.casework.intake;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.CaseCodes;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseOwnerStore.Whose;
import cn.zhitong.assistant.casework.log.CaseSearchIndex;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An appeal comes in: read → known already? → store → triage. Stored before anything can fail. */
@ApplicationScoped
public class AppealIntake {
  /** Whose keys those are that no one sender has. */
  private static final String ANYBODY = "system";

  /** Longer than any triage takes: until then the queue leaves the case to whoever stored it. */
  private static final Duration TRIAGE_GRACE = Duration.ofSeconds(30);

  /** Two clashes of numbers in a row are not seen in a lifetime. */
  private static final int TRIES = 3;

  private final AppealReader reader;
  private final CaseStore store;
  private final CaseLog log;
  private final CaseTriage triage;
  private final CaseSearchIndex search;

  AppealIntake(
      AppealReader reader,
      CaseStore store,
      CaseLog log,
      CaseTriage triage,
      CaseSearchIndex search) {
    this.search = search;
    this.reader = reader;
    this.store = store;
    this.log = log;
    this.triage = triage;
  }

  /**
   * @param created false when the request came before, by its key or its external number
   */
  public record Intake(CaseFile file, boolean created) {}

  /**
   * @param idempotencyKey null where none was given
   * @param visitor what tells visitors from one another
   * @param whose stored with a new case; one that came before is left as it is
   * @throws Problem.Conflict when the key or external number belongs to other content
   */
  public Intake receive(
      AppealRequest request, String idempotencyKey, Caller caller, String visitor, Whose whose) {
    CaseStore.Key key = key(request, idempotencyKey, caller, visitor);
    return triaged(stored(request, key, caller, whose, TRIAGE_GRACE));
  }

  /** The same for what several may report: once for each key, whoever of them is the first. */
  public Intake receiveOnce(AppealRequest request, String key, Caller caller, Whose whose) {
    CaseStore.Key once = new CaseStore.Key(ANYBODY, key, digest(request));
    return triaged(stored(request, once, caller, whose, TRIAGE_GRACE));
  }

  private Intake triaged(Intake intake) {
    return intake.created() ? new Intake(triage.tryNow(intake.file()), true) : intake;
  }

  /** The same for one of many: whichever node comes to it first does the triage. */
  public Intake receiveLater(AppealRequest request, String idempotencyKey, Caller caller) {
    CaseStore.Key key = key(request, idempotencyKey, caller, "");
    return stored(request, key, caller, Whose.NOBODY, Duration.ZERO);
  }

  /**
   * Files nothing.
   *
   * @throws Problem.Conflict when the request's external number belongs to other content
   */
  public void requireOwnNumber(AppealRequest request, Caller caller) {
    Appeal appeal = reader.read(request, caller);
    if (appeal.externalNumber() != null) {
      byExternalNumber(appeal);
    }
  }

  private Intake stored(
      AppealRequest request, CaseStore.Key key, Caller caller, Whose whose, Duration grace) {
    Appeal appeal = reader.read(request, caller);
    Optional<CaseFile> known = known(appeal, key);
    if (known.isPresent()) {
      return new Intake(known.get(), false);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return new Intake(stored(appeal, key, caller, whose, grace), true);
      } catch (JdbcException e) {
        if (!e.isUniqueViolation() || attempt == TRIES) {
          throw e;
        }
        // Somebody sent the same at the same moment, or the number was taken.
        Optional<CaseFile> other = known(appeal, key);
        if (other.isPresent()) {
          return new Intake(other.get(), false);
        }
      }
    }
  }

  private CaseFile stored(
      Appeal appeal, CaseStore.Key key, Caller caller, Whose whose, Duration grace) {
    UUID id = Ids.next();
    Instant now = log.now();
    String salt = CaseCodes.salt();
    // An account's name is the enterprise's own, and the log is read by offices.
    boolean visitor = caller.roles().isEmpty() || caller.has(Role.ENTERPRISE);
    CaseEvent first =
        log.first(
            id,
            new CaseLog.Entry(
                EventType.RECEIVED_BY_US,
                visitor ? "enterprise" : caller.name(),
                visitor ? "企业" : caller.displayName(),
                null,
                0,
                new EventPayload.Received(appeal.channel(), appeal.digest(salt)),
                null));
    CaseFile file =
        new CaseFile(
            id,
            CaseCodes.number(Deadlines.day(now)),
            CaseCodes.trackingCode(),
            now,
            appeal,
            salt,
            null,
            false,
            first.seq(),
            first.hash(),
            null,
            null,
            null,
            List.of(first));
    store.insert(file, log.projection(file), key, whose, now.plus(grace));
    return file;
  }

  /** Visitors have no name: a key is one visitor's as long as the address is. */
  private CaseStore.Key key(AppealRequest request, String key, Caller caller, String visitor) {
    if (key == null || key.isBlank()) {
      return null;
    }
    if (key.length() > 200) {
      throw new Problem.InvalidRequest("Idempotency-Key 最多 200 个字符。");
    }
    String scope = caller.roles().isEmpty() ? caller.name() + ' ' + visitor : caller.name();
    return new CaseStore.Key(scope, key.strip(), digest(request));
  }

  /** Keyed: without the secret nobody finds what was sent by trying. */
  private String digest(AppealRequest request) {
    return search.digest(request.toString());
  }

  private Optional<CaseFile> known(Appeal appeal, CaseStore.Key key) {
    if (key != null) {
      Optional<CaseStore.Claimed> claimed = store.byKey(key.scope(), key.key());
      if (claimed.isPresent()) {
        if (!claimed.get().digest().equals(key.digest())) {
          throw new Problem.Conflict(
              "这个 Idempotency-Key 已用于另一件内容不同的来件，请换一个新的。", Map.of("header", "Idempotency-Key"));
        }
        return store.load(claimed.get().caseId());
      }
    }
    return appeal.externalNumber() == null ? Optional.empty() : byExternalNumber(appeal);
  }

  private Optional<CaseFile> byExternalNumber(Appeal appeal) {
    Optional<CaseFile> file =
        store.idByExternalNumber(appeal.channel(), appeal.externalNumber()).flatMap(store::load);
    file.ifPresent(
        found -> {
          if (!found.appeal().sameContent(appeal)) {
            throw new Problem.Conflict(
                "外部编号 " + appeal.externalNumber() + " 已有内容不同的来件，请核对编号；要补充内容请在原办件上登记。",
                Map.of("caseId", found.id(), "number", found.number()));
          }
        });
    return file;
  }
}
