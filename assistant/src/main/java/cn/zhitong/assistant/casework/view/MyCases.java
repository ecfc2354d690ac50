package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.intake.AppealReader;
import cn.zhitong.assistant.casework.log.CaseOwnerStore;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The cases of an enterprise's account: those it filed, and those it took over with their tracking
 * codes. All others do not exist for it.
 */
@ApplicationScoped
public class MyCases {
  private final CaseOwnerStore owners;
  private final CaseStore cases;
  private final Clock clock;

  MyCases(CaseOwnerStore owners, CaseStore cases, Clock clock) {
    this.owners = owners;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Whose the case is that the caller files: its own where it is an enterprise's account; with how
   * the enterprise wants to be told, and which it is, where it said so.
   */
  static CaseOwnerStore.Whose whose(AppealRequest request, Caller caller) {
    String code = PlainText.clean(request.creditCode());
    return new CaseOwnerStore.Whose(
        account(caller), request.notifyBy(), code.isEmpty() ? null : AppealReader.plain(code));
  }

  /** The same with no way to tell it but the account's. */
  public static CaseOwnerStore.Whose whose(Caller caller) {
    return new CaseOwnerStore.Whose(account(caller), null, null);
  }

  private static String account(Caller caller) {
    return caller.has(Role.ENTERPRISE) ? caller.name() : null;
  }

  /** Of a case that was filed before; the first that it was kept for stays. */
  public void keep(CaseFile file, CaseOwnerStore.Whose whose) {
    owners.keep(file.id(), whose, clock.instant());
  }

  /** The case, when it is the caller's. */
  public Optional<CaseFile> find(UUID id, Caller caller) {
    return caller.has(Role.ENTERPRISE) && owners.owns(id, caller.name())
        ? cases.load(id)
        : Optional.empty();
  }

  List<CaseFile> page(Caller caller, int limit, long offset) {
    return owners.page(caller.name(), limit, offset).stream()
        .flatMap(id -> cases.load(id).stream())
        .toList();
  }

  long count(Caller caller) {
    return owners.count(caller.name());
  }
}
