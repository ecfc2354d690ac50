package cn.zhitong.assistant.casework.port;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.intake.AppealIntake;
import cn.zhitong.assistant.casework.log.CaseOwnerStore;
import cn.zhitong.assistant.matching.enterprise.ObjectionCases;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Objections to enterprise files come in like other appeals and are sorted like them. */
@ApplicationScoped
class FactObjectionCases implements ObjectionCases {
  private static final String CHANNEL = "form";
  private static final Caller ENTERPRISE =
      new Caller("enterprise", "企业", null, Set.of(Role.ENTERPRISE_CODE));

  private final AppealIntake intake;

  FactObjectionCases(AppealIntake intake) {
    this.intake = intake;
  }

  @Override
  public String open(String key, String title, String text, String region, String enterprise) {
    AppealRequest appeal =
        new AppealRequest(
            title, text, region, CHANNEL, null, null, enterprise, null, null, null, null, null);
    return intake
        .receive(appeal, key, ENTERPRISE, enterprise, CaseOwnerStore.Whose.NOBODY)
        .file()
        .number();
  }
}
