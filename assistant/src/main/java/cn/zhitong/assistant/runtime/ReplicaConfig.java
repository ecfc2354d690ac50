package cn.zhitong.assistant.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** A read replica of the external database: {@code ZHITONG_DB_READ_URL} and so on. */
@ConfigMapping(prefix = "zhitong.db.read")
public interface ReplicaConfig {
  /** As {@code ZHITONG_DB_URL}; none where it is not set. */
  Optional<String> url();

  /** The service's own account where it is not set: a replica has the same accounts. */
  Optional<String> user();

  Optional<String> password();

  /**
   * How old what a search or a report shows may be. Five seconds: above the second or so that a
   * busy replica takes to replay, and of the order of the index's own two seconds.
   */
  @WithDefault("PT5S")
  Duration maxLag();

  /** Connections to it at most; as many as to the database itself. */
  @WithDefault("16")
  int maxSize();
}
