package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import java.util.Map;
import java.util.Optional;

/** Knows an application that is sent a second time under the same {@code Idempotency-Key}. */
final class RepeatedApplication {
  private static final int LONGEST_KEY = 200;

  private final ApplicationStore store;

  RepeatedApplication(ApplicationStore store) {
    this.store = store;
  }

  /**
   * The key within the caller's own ones, with a digest of what is sent under it.
   *
   * @param key as the request has it, null for none
   * @return null where the request has none
   */
  static ApplicationStore.Key key(ApplicationRequest request, String key, Caller caller) {
    if (key == null || key.isBlank()) {
      return null;
    }
    if (key.length() > LONGEST_KEY) {
      throw new Problem.InvalidRequest("Idempotency-Key 最多 " + LONGEST_KEY + " 个字符。");
    }
    return new ApplicationStore.Key(
        caller.name(), key.strip(), EventChain.sha256(request.toString()));
  }

  /**
   * What was made for the key before; empty where nothing was, or there is no key.
   *
   * @throws Problem.Conflict where something else was sent under it
   */
  Optional<ApplicationFile> known(ApplicationStore.Key key) {
    if (key == null) {
      return Optional.empty();
    }
    Optional<ApplicationStore.Claimed> claimed = store.byKey(key.scope(), key.key());
    if (claimed.isPresent() && !claimed.get().digest().equals(key.digest())) {
      throw new Problem.Conflict("这个 Idempotency-Key 已用于另一件内容不同的申报，请换一个新的。", Map.of());
    }
    return claimed.flatMap(one -> store.load(one.applicationId()));
  }
}
