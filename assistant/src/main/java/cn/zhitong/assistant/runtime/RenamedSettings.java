package cn.zhitong.assistant.runtime;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads settings under the names they had up to 0.1, with a warning, for one version: an operator's
 * file goes on working after an upgrade. The new name wins where both are set.
 */
@Priority(Priorities.LIBRARY + 600)
public final class RenamedSettings implements ConfigSourceInterceptor {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(RenamedSettings.class);

  /** New name by old name. */
  static final Map<String, String> NEW_NAMES =
      Map.ofEntries(
          Map.entry("zhitong.admission.places", "zhitong.admission.max-concurrent-requests"),
          Map.entry("zhitong.admission.waiting", "zhitong.admission.queue-capacity"),
          Map.entry("zhitong.admission.patience", "zhitong.admission.acquire-timeout"),
          Map.entry("zhitong.retrieval.poll", "zhitong.retrieval.poll-interval"),
          Map.entry("zhitong.retrieval.look-back", "zhitong.retrieval.overlap-window"),
          Map.entry("zhitong.question.heartbeat", "zhitong.question.sse-keep-alive"),
          Map.entry("zhitong.security.reads-kept", "zhitong.security.audit-retention"),
          Map.entry("zhitong.casework.title-length", "zhitong.casework.max-title-length"),
          Map.entry("zhitong.notices.sms.url", "zhitong.push.sms.url"),
          Map.entry("zhitong.notices.sms.secret", "zhitong.push.sms.secret"),
          Map.entry("zhitong.llm.circuit-delay", "zhitong.llm.circuit-open-duration"));

  private static final Map<String, String> OLD_NAMES =
      NEW_NAMES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = context.proceed(name);
    String old = OLD_NAMES.get(name);
    if (old == null || isSet(value)) {
      return value;
    }
    ConfigValue earlier = context.proceed(old);
    if (earlier == null || earlier.getValue() == null) {
      return value;
    }
    if (warned.add(old)) {
      LOG.warnf("设置项 %s 已改名为 %s，旧名称将在下一版本停用，请修改配置。", old, name);
    }
    return earlier.withName(name);
  }

  /** Whether somebody set it: defaults of a mapping stand below every source. */
  private static boolean isSet(ConfigValue value) {
    return value != null
        && value.getValue() != null
        && value.getConfigSourceOrdinal() > Integer.MIN_VALUE;
  }

  /** Old names are shown by their new ones, so that none counts as unknown. */
  @Override
  public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
    Function<String, String> renamed = name -> NEW_NAMES.getOrDefault(name, name);
    Set<String> names = new LinkedHashSet<>();
    context.iterateNames().forEachRemaining(name -> names.add(renamed.apply(name)));
    return names.iterator();
  }
}
