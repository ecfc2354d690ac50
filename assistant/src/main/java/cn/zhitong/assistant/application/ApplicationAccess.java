package cn.zhitong.assistant.application;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds an application for whoever may see it; to all others there is none. */
@ApplicationScoped
class ApplicationAccess {
  private final ApplicationStore store;
  private final ApplicationRights rights;

  ApplicationAccess(ApplicationStore store, ApplicationRights rights) {
    this.store = store;
    this.rights = rights;
  }

  /**
   * @throws Problem.NotFound where there is none that the caller may see
   */
  ApplicationFile seen(UUID id, Caller caller) {
    return store
        .load(id)
        .filter(file -> sees(caller, file))
        .orElseThrow(ApplicationAccess::unknown);
  }

  boolean sees(Caller caller, ApplicationFile file) {
    ApplicationState standing = file.standing();
    if (ApplicationRights.owns(caller, standing)) {
      return true;
    }
    // What was not sent in is the enterprise's own affair, and whoever fills it in for it.
    boolean draft = standing.state() == ApplicationStatus.DRAFT;
    return draft
        ? caller.has(Role.AGENT) || file.events().get(0).actor().equals(caller.name())
        : rights.worksOn(caller, standing) || caller.has(Role.INSPECTOR);
  }

  static Problem.NotFound unknown() {
    return new Problem.NotFound("没有这件申报，或您不能查看它；请核对编号。");
  }
}
