package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.application.ApplicationPayload.Profile;
import cn.zhitong.assistant.application.ApplicationPayload.Publicised;
import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.matching.item.StoredItem;
import java.util.List;
import java.util.UUID;

/** The first record of an application, of a request or of a list. */
final class ApplicationBeginning {
  private ApplicationBeginning() {}

  /**
   * @param answers of a draft; null for none
   */
  static Created created(
      StoredItem item,
      String creditCode,
      String name,
      Profile profile,
      ReviewPlan plan,
      List<Answer> answers) {
    return of(ApplicationMode.REQUEST, item, creditCode, name, profile, plan, null, null, answers);
  }

  static Created listed(
      StoredItem item,
      String creditCode,
      String name,
      Profile profile,
      ReviewPlan plan,
      UUID list,
      Publicised publicity) {
    return of(ApplicationMode.DIRECT, item, creditCode, name, profile, plan, list, publicity, null);
  }

  private static Created of(
      ApplicationMode mode,
      StoredItem item,
      String creditCode,
      String name,
      Profile profile,
      ReviewPlan plan,
      UUID list,
      Publicised publicity,
      List<Answer> answers) {
    String policy = item.content().policyId();
    return new Created(
        mode.code(),
        item.id(),
        item.version(),
        item.content().title(),
        policy == null ? null : UUID.fromString(policy),
        creditCode,
        name,
        profile,
        plan,
        list,
        publicity,
        answers);
  }
}
