package cn.zhitong.assistant.policy;

import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.database.Jdbc;
import cn.zhitong.ingest.embed.Embedder;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.region.Gazetteer;
import cn.zhitong.ingest.store.CorpusStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The library and the street into it, for every feature. */
@ApplicationScoped
class CorpusProducer {

  @Produces
  @Singleton
  CorpusStore corpusStore(Jdbc jdbc, Clock clock) {
    return new CorpusStore(jdbc, clock);
  }

  @Produces
  @Singleton
  Ingest ingest(Embedder embedder, CorpusStore store, Gazetteer gazetteer) {
    return new Ingest(new SourceReader(), new PolicyParser(gazetteer), embedder, store);
  }
}
