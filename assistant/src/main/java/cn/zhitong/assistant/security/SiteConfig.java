package cn.zhitong.assistant.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the service is reached: proxies, names, and what one address may hold open. */
@ConfigMapping(prefix = "zhitong.access")
interface SiteConfig {

  /**
   * Addresses and networks ({@code 10.0.0.5}, {@code 10.1.0.0/16}) of the proxies before this
   * service. Only what they say of a visitor's address, scheme and host counts. None by default.
   */
  Optional<List<String>> trustedProxies();

  /** The site's address as people reach it: {@code https://zt.example.gov.cn}. */
  Optional<String> siteUrl();

  /** Further names under which the service answers; addresses and localhost always do. */
  Optional<List<String>> allowedHosts();

  /**
   * Size of a body that is read before anybody is known, in bytes. An appeal has some thousands,
   * the longest JSON of the public API some ten thousand; bodies on their way together stay below
   * what a node has.
   */
  @WithDefault("262144")
  long maxPublicBody();

  /** How long such a body may take to arrive; a form over the slowest mobile network takes two. */
  @WithDefault("PT8S")
  java.time.Duration bodyTimeout();

  /**
   * Size of a file that an enterprise sends along by its tracking code, in bytes, with what a form
   * adds around it.
   */
  @WithDefault("11534336")
  long maxVisitorFile();

  /** How long such a file may take: 10 MB over a telephone's 2 Mbit/s take 42 s. */
  @WithDefault("PT90S")
  java.time.Duration fileTimeout();

  /** Such files of one address on their way at once. */
  @WithDefault("4")
  int filesPerAddress();

  /** Such files on their way at once. */
  @WithDefault("24")
  int files();

  /**
   * Files of one address that come with a login's cookie. An office behind one address has some.
   */
  @WithDefault("16")
  int staffFilesPerAddress();

  /** The same of all addresses: on the disk they take a gigabyte at most. */
  @WithDefault("96")
  int staffFiles();

  /** Bodies of one address that are on their way at once. An office behind one address has tens. */
  @WithDefault("64")
  int bodiesPerAddress();

  /** Bodies on their way at once, of all addresses. */
  @WithDefault("2000")
  int bodies();

  /** Requests of one address that are not answered yet, streams included. */
  @WithDefault("512")
  int requestsPerAddress();

  /** The same of all addresses; beyond it a node only grows slower. */
  @WithDefault("10000")
  int requests();

  /** MCP sessions that one address may begin in a minute. */
  @WithDefault("20")
  int mcpSessionsPerMinute();

  /** MCP streams that one address may hold open. */
  @WithDefault("8")
  int mcpStreamsPerAddress();
}
