package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Ids;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps who read whose personal data, when and what. Written before the data is given out: what
 * cannot be recorded is not shown.
 */
@ApplicationScoped
public class PersonalReads {
  private static final Logger LOG = Logger.getLogger(PersonalReads.class);

  private final PersonalReadStore store;
  private final SecurityConfig config;
  private final Clock clock;

  PersonalReads(PersonalReadStore store, SecurityConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** What was read. */
  public enum What {
    CASE("case", "办件全文与联系方式"),
    DRAFT("draft", "拟写答复时读取来件"),
    /** Of the time when acts returned the full text; records of then are kept. */
    ACT("act", "办理操作后返回的办件全文"),
    FILE("file", "下载整件档案"),
    OWN("own", "企业查看自己的办件"),
    ATTACHMENT("attachment", "打开附件"),
    SEARCH("search", "按个人信息检索到的办件");

    private final String code;
    private final String label;

    What(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public String label() {
      return label;
    }

    static What of(String code) {
      for (What what : values()) {
        if (what.code.equals(code)) {
          return what;
        }
      }
      throw new IllegalArgumentException("unknown kind of reading '" + code + "'");
    }
  }

  /** One reading. */
  record Read(UUID id, Instant at, String actor, String actorName, UUID caseId, What what) {}

  /** The caller is about to see this case's personal data. */
  public void record(Caller caller, UUID caseId, What what) {
    store.insert(
        new Read(Ids.next(), clock.instant(), caller.name(), caller.displayName(), caseId, what));
  }

  List<Read> page(PersonalReadStore.Filter filter, int limit, long offset) {
    return store.page(filter, limit, offset);
  }

  long count(PersonalReadStore.Filter filter) {
    return store.count(filter);
  }

  @Scheduled(cron = "0 20 3 * * ?", timeZone = "Asia/Shanghai")
  void sweep() {
    int removed = store.deleteBefore(clock.instant().minus(config.auditRetention()));
    LOG.debugf("removed %d records of readings", removed);
  }
}
