package cn.zhitong.assistant.security;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps what inspectors looked at. Written before it is shown: what cannot be recorded is not. */
@ApplicationScoped
class InspectionReads {
  private static final int LONGEST_ADDRESS = 500;

  private final InspectionReadStore store;
  private final Clock clock;

  InspectionReads(InspectionReadStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What was looked at, by the path that its resource declares: an address has many forms. */
  enum Subject implements Coded {
    DIRECT_LISTS("direct_lists", "免申即享名单", "/api/applications/direct-lists"),
    APPLICATIONS("applications", "申报", "/api/applications"),
    PAYMENTS("payments", "拨付", "/api/payments"),
    RESULTS("results", "兑付公开", "/api/results"),
    REPORTS("reports", "统计", "/api/reports"),
    OTHER("other", "其他", "/api/");

    private final String code;
    private final String label;
    private final String prefix;

    Subject(String code, String label, String prefix) {
      this.code = code;
      this.label = label;
      this.prefix = prefix;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String label() {
      return label;
    }

    /** The first whose resources it is among. */
    static Subject of(Class<?> resource) {
      String path = resource.getAnnotation(Path.class).value();
      for (Subject one : values()) {
        if (path.startsWith(one.prefix)) {
          return one;
        }
      }
      return OTHER;
    }

    /** Whether an inspector only looks at it. */
    boolean readOnly() {
      return this != OTHER && this != RESULTS;
    }
  }

  /** One reading. */
  record Reading(
      UUID id, Instant at, String actor, String actorName, String address, Subject subject) {}

  /** The caller is about to see what is at an address. */
  void record(Caller caller, Subject subject, String path, String query) {
    String address = query == null || query.isEmpty() ? path : path + '?' + query;
    String name = caller.shownName();
    store.insert(
        new Reading(
            Ids.next(),
            clock.instant(),
            caller.name(),
            name,
            address.length() > LONGEST_ADDRESS ? address.substring(0, LONGEST_ADDRESS) : address,
            subject));
  }

  List<Reading> page(InspectionReadStore.Filter filter, int limit, long offset) {
    return store.page(filter, limit, offset);
  }

  long count(InspectionReadStore.Filter filter) {
    return store.count(filter);
  }
}
