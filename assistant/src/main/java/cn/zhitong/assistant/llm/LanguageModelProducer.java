package cn.zhitong.assistant.llm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Chooses the model by configuration. */
@ApplicationScoped
class LanguageModelProducer {

  @Produces
  @Singleton
  LanguageModel languageModel(LlmConfig config, Clock clock) {
    return config
        .baseUrl()
        .filter(url -> !url.isBlank())
        .<LanguageModel>map(url -> new OpenAiLanguageModel(config, url, clock))
        .orElseGet(NoLanguageModel::new);
  }
}
