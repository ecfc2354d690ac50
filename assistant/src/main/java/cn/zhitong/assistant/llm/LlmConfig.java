package cn.zhitong.assistant.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The remote model; an operator sets {@code ZHITONG_LLM_BASE_URL}, {@code _API_KEY}, ... */
@ConfigMapping(prefix = "zhitong.llm")
interface LlmConfig {

  /** OpenAI-compatible endpoint up to and including {@code /v1}; empty for no model. */
  Optional<String> baseUrl();

  Optional<String> apiKey();

  Optional<String> model();

  /** Longest wait for one reply; a person watches, so past this the extractive answer is better. */
  @WithDefault("30s")
  Duration timeout();

  /** Further attempts after the first, for 429 and 5xx only. */
  @WithDefault("2")
  int retries();

  /** Failures in a row that open the circuit: one person's retries alone do not. */
  @WithDefault("5")
  int circuitFailures();

  /** How long an open circuit lets nothing through. */
  @WithDefault("30s")
  Duration circuitOpenDuration();
}
