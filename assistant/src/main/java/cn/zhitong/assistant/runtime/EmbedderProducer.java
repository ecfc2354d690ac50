package cn.zhitong.assistant.runtime;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EmbeddingModels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The embedding models of this process, with their caches. */
@ApplicationScoped
class EmbedderProducer {

  @Produces
  @Singleton
  EmbeddingModels models() {
    return EmbeddingModels.configured(System.getenv());
  }

  /**
   * What appeals are embedded with. An adapter is not for them: it is trained to lay questions
   * beside clauses, and triage models that owners trained know the vectors without it.
   */
  @Produces
  @Singleton
  Embedder appeals(EmbeddingModels models) {
    return models.of(BgeEmbedder.BASE_ID);
  }

  void close(@Disposes EmbeddingModels models) {
    models.close();
  }
}
