package cn.zhitong.assistant.runtime;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one embedding model of this process, with its cache. */
@ApplicationScoped
class EmbedderProducer {

  @Produces
  @Singleton
  Embedder embedder() {
    return CachedEmbedder.inUserCache(BgeEmbedder.load());
  }

  void close(@Disposes Embedder embedder) throws Exception {
    if (embedder instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
