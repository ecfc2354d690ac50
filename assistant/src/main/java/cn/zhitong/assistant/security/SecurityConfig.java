package cn.zhitong.assistant.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Accounts and sessions. */
@ConfigMapping(prefix = "zhitong.security")
public interface SecurityConfig {

  /**
   * Wrong passwords in a row from one network that lock an account there. Five is what GB/T 22239
   * level-2 audits ask.
   */
  @WithDefault("5")
  int lockAfter();

  /** How long a locked account stays so. */
  @WithDefault("PT15M")
  Duration lockFor();

  /** How long a login holds: one working day with its breaks. */
  @WithDefault("PT12H")
  Duration session();

  /**
   * A login that nobody uses ends: an hour covers a telephone call and a long reply; half an hour
   * is what GB/T 22239 audits usually ask, and may be set.
   */
  @WithDefault("PT1H")
  Duration sessionIdle();

  /** How long a new key holds where its maker does not say. */
  @WithDefault("P365D")
  Duration keyLife();

  /** bcrypt's work factor, log2 of the rounds: 12 takes about 0.25 s a login. */
  @WithDefault("12")
  int bcryptCost();

  /** Login attempts a minute from one address, over all accounts. */
  @WithDefault("20")
  int loginsPerMinute();

  /**
   * How long it is kept who read personal data: three years, as PIPL article 56 asks of records of
   * its handling; the Cybersecurity Law's article 21 asks six months of logs.
   */
  @WithDefault("P1096D")
  Duration readsKept();
}
