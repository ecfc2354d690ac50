package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestListener;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.ParsedSource;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.PageProgress;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.UnreadableSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Publishes files into the library; returns when what was stored is searchable on this node. */
@ApplicationScoped
class Publishing {
  /** A preview shows what recognition makes of a file, not the whole of a large feed. */
  private static final int PREVIEWED = 20;

  private static final Set<Result> STORED = Set.of(Result.CREATED, Result.UPDATED);

  private final Ingest ingest;
  private final Instance<Retrieval> retrieval;

  Publishing(Ingest ingest, Instance<Retrieval> retrieval) {
    this.ingest = ingest;
    this.retrieval = retrieval;
  }

  /** Refuses before anything is read or answered, where nothing could be stored. */
  void requireModel() {
    ingest.requireModel();
  }

  List<IngestOutcome> publish(
      String source, List<SourceFile> files, PolicyMetadata given, Consumer<PageProgress> pages) {
    List<IngestOutcome> outcomes = new ArrayList<>();
    ingest.run(
        source,
        files,
        given,
        new IngestListener() {
          @Override
          public void reading(SourceFile file, PageProgress page) {
            pages.accept(page);
          }

          @Override
          public void settled(IngestOutcome outcome) {
            outcomes.add(outcome);
          }
        });
    if (outcomes.stream().anyMatch(outcome -> STORED.contains(outcome.result()))) {
      retrieval.stream().findFirst().ifPresent(Retrieval::catchUp);
    }
    return outcomes;
  }

  List<ParsedSource> preview(SourceFile file, PolicyMetadata given, Consumer<PageProgress> pages)
      throws UnreadableSource {
    return ingest.preview(file, given, PREVIEWED, pages);
  }
}
