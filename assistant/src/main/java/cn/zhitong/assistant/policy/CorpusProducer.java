package cn.zhitong.assistant.policy;

import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.LibraryEmbedder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The library and the pipeline into it, for every feature. */
@ApplicationScoped
class CorpusProducer {

  @Produces
  @Singleton
  CorpusStore corpusStore(Jdbc jdbc, Clock clock) {
    return new CorpusStore(jdbc, clock);
  }

  @Produces
  @Singleton
  Ingest ingest(
      EmbeddingModels models,
      Jdbc jdbc,
      CorpusStore store,
      Gazetteer gazetteer,
      @ConfigProperty(name = "zhitong.ingest.ocr") boolean ocr) {
    return new Ingest(
        new SourceReader(ocr),
        new PolicyParser(gazetteer),
        new LibraryEmbedder(jdbc, models),
        store);
  }
}
