package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Who may look into a file: the enterprise into its own, staff with a reason that is recorded,
 * supervisors into counts only.
 */
@ApplicationScoped
public class EnterpriseAccess {
  private final EnterpriseStore store;
  private final Clock clock;

  @Inject
  EnterpriseAccess(EnterpriseStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Checks the right and records the look of anyone but the enterprise itself. */
  public void read(Caller caller, CreditCode code, String reason) {
    if (isOwn(caller, code)) {
      return;
    }
    requireReader(caller);
    if (caller.has(Role.ENTERPRISE)) {
      throw new Problem.Forbidden("企业档案只有本企业和经办人员可以查看。");
    }
    if (!isKeeper(caller) && (reason == null || reason.isBlank())) {
      throw new Problem.InvalidRequest("请在 reason 中写明查看企业档案的事由，查看会被记录。");
    }
    store.read(code, caller.name(), reason == null ? "" : reason.strip(), clock.instant());
  }

  /**
   * Whether the caller may read any single file at all; asked before anything else is looked at.
   */
  public static void requireReader(Caller caller) {
    boolean handler = caller.has(Role.HANDLER) || caller.has(Role.AGENT);
    if (!isKeeper(caller) && !handler && !caller.has(Role.ENTERPRISE)) {
      throw new Problem.Forbidden("企业档案只有本企业和经办人员可以查看。");
    }
    if (!isKeeper(caller) && caller.has(Role.SUPERVISOR) && !caller.has(Role.HANDLER)) {
      throw new Problem.Forbidden("督办人员只查看汇总数，不查看单个企业的档案。");
    }
  }

  private static boolean isKeeper(Caller caller) {
    return caller.has(Role.PUBLISHER) || caller.has(Role.ADMINISTRATOR);
  }

  /** Whether the caller signed in as this enterprise: its account bears the credit code. */
  public static boolean isOwn(Caller caller, CreditCode code) {
    return caller.has(Role.ENTERPRISE) && caller.name().equalsIgnoreCase(code.value());
  }

  /** Whether the caller sees figures that are sensitive. */
  public static boolean seesSensitive(Caller caller, CreditCode code) {
    return isOwn(caller, code) || caller.has(Role.HANDLER) || caller.has(Role.ADMINISTRATOR);
  }
}
