package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.log.CaseSearchIndex;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds cases by a whole telephone, identity or other number, e-mail or contact's name: an act with
 * a reason, on record, and limited. Parts of a number find nothing.
 */
@ApplicationScoped
class IdentifierSearch {
  /** As many callers as a hotline's agent takes in an hour. */
  private static final int AN_HOUR = 30;

  private static final int SHOWN = 50;
  private static final int LEAST = 2;
  private static final int MOST = 100;
  private static final int MAX_REASON = 20_000;

  /** As long as the record of readings. */
  private static final Duration KEPT = Duration.ofDays(3 * 365);

  private final CaseQueue queue;
  private final CaseSearchIndex index;
  private final IdentifierSearchStore store;
  private final PersonalReads reads;
  private final Clock clock;

  IdentifierSearch(
      CaseQueue queue,
      CaseSearchIndex index,
      IdentifierSearchStore store,
      PersonalReads reads,
      Clock clock) {
    this.queue = queue;
    this.index = index;
    this.store = store;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * Recorded before it is answered, found or not.
   *
   * @throws Problem.RateLimited when the caller has had an hour's number
   */
  List<CaseViews.Row> find(String value, String reason, Caller caller) {
    String wanted = PersonalData.value(PlainText.clean(value));
    String why = PlainText.required(reason, "reason（检索理由）", MAX_REASON);
    if (wanted.length() < LEAST || wanted.length() > MOST) {
      throw new Problem.InvalidRequest("value（完整的电话、证件号、邮箱或姓名）为 2 到 100 个字符。");
    }
    Instant now = clock.instant();
    if (store.since(caller.name(), now.minus(Duration.ofHours(1))) >= AN_HOUR) {
      throw new Problem.RateLimited("按个人信息检索每小时最多 " + AN_HOUR + " 次，请稍后再试。", 600);
    }
    List<CaseViews.Row> found = queue.withIdentifiers(List.of(index.digest(wanted)), caller, SHOWN);
    store.insert(
        new IdentifierSearchStore.Search(
            now,
            caller.name(),
            caller.displayName(),
            PersonalData.phone(wanted),
            PersonalData.mask(why),
            found.size()));
    found.forEach(row -> reads.record(caller, row.caseId(), PersonalReads.What.SEARCH));
    return found;
  }

  @Scheduled(cron = "0 25 3 * * ?", timeZone = "Asia/Shanghai")
  void sweep() {
    store.deleteBefore(clock.instant().minus(KEPT));
  }
}
