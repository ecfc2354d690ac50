package cn.zhitong.assistant.notice;

import cn.zhitong.common.jdbc.Jdbc;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An outbox with receivers, for tests whose service has none configured. */
public final class TestNotices {
  public static final String SECRET = "geheim-0123456789";

  private TestNotices() {}

  public static NoticeStore store(Jdbc jdbc, String url, String mail) {
    return store(jdbc, url, mail, null);
  }

  /**
   * @param gateway null for none
   */
  public static NoticeStore store(Jdbc jdbc, String url, String mail, String gateway) {
    return new NoticeStore(jdbc, new Config(url, mail), new TestSmsConfig(gateway, 100));
  }

  /** The settings of such an outbox; either may be null. */
  public static NoticeConfig config(String url, String mail) {
    return new Config(url, mail);
  }

  record Config(String url, String address) implements NoticeConfig {
    @Override
    public Webhook webhook() {
      return new Webhook() {
        @Override
        public Optional<URI> url() {
          return Optional.ofNullable(url).map(URI::create);
        }

        @Override
        public Optional<String> secret() {
          return Optional.of(SECRET);
        }
      };
    }

    @Override
    public Mail mail() {
      return new Mail() {
        @Override
        public Optional<List<String>> to() {
          return Optional.ofNullable(address).map(List::of);
        }

        @Override
        public boolean enterprises() {
          return address != null;
        }

        @Override
        public Map<String, String> departments() {
          return Map.of();
        }
      };
    }

    @Override
    public Optional<URI> siteUrl() {
      return Optional.empty();
    }

    @Override
    public Duration keepOrderFor() {
      return Duration.ofDays(1);
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(30);
    }
  }
}
