package cn.zhitong.ingest;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.ModelNotConfigured;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.outline.PassageCutter;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.PageProgress;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.read.SourceText;
import cn.zhitong.ingest.read.UnreadableSource;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.KnownPolicy;
import cn.zhitong.ingest.store.LibraryEntry;
import cn.zhitong.ingest.store.OtherModelException;
import cn.zhitong.ingest.store.Publication;
import cn.zhitong.ingest.store.StoredPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The pipeline from a file to the library: skip what is stored already → read → parse → embed
 * (across files) → store. Every policy is stored whole or not at all, so that a run that was cut
 * off is continued by running it again. One run holds at most one batch of policies in memory.
 */
public final class Ingest {
  private static final Logger LOG = Logger.getLogger(Ingest.class);

  private final SourceReader reader;
  private final PolicyParser parser;
  private final Supplier<Embedder> embedder;
  private final CorpusStore store;

  public Ingest(SourceReader reader, PolicyParser parser, Embedder embedder, CorpusStore store) {
    this(reader, parser, () -> embedder, store);
  }

  /**
   * @param embedder the one that the library's vectors are of at the moment
   */
  public Ingest(
      SourceReader reader, PolicyParser parser, Supplier<Embedder> embedder, CorpusStore store) {
    this.reader = reader;
    this.parser = parser;
    this.embedder = embedder;
    this.store = store;
  }

  /**
   * Asks before anything is read, for answers that can't become a refusal any more once they have
   * begun.
   *
   * @throws ModelNotConfigured where this process lacks the model of the library's vectors
   */
  public void requireModel() {
    Objects.requireNonNull(embedder.get(), "embedder");
  }

  /**
   * Ingests files one after the other, whatever becomes of each.
   *
   * @param source who gives them: {@code files}, {@code upload}, {@code demo}, a feed's name
   * @param given metadata that a publisher gave for all of them; wins over what a file says
   * @return the counts; the listener was told each outcome
   */
  public IngestReport run(
      String source, Iterable<SourceFile> files, PolicyMetadata given, IngestListener listener) {
    Run run = new Run(source, given, listener);
    for (SourceFile file : files) {
      listener.reading(file);
      run.ingest(file);
    }
    run.embedAndStore();
    return run.report;
  }

  /**
   * Reads and parses without storing.
   *
   * @param limit at most so many of a JSON Lines file
   * @throws UnreadableSource when the file cannot be read
   * @throws IllegalArgumentException in Chinese, when a text cannot be parsed
   */
  public List<ParsedSource> preview(SourceFile file, PolicyMetadata given, int limit)
      throws UnreadableSource {
    return preview(file, given, limit, page -> {});
  }

  /**
   * The same, with progress.
   *
   * @param pages is told, on the caller's thread, of pages that are read from their pictures
   */
  public List<ParsedSource> preview(
      SourceFile file, PolicyMetadata given, int limit, Consumer<PageProgress> pages)
      throws UnreadableSource {
    List<ParsedSource> parsed = new ArrayList<>();
    reader.read(
        file,
        text -> {
          if (parsed.size() < limit) {
            parsed.add(
                new ParsedSource(text.externalId(), parser.parse(UploadMetadata.lay(given, text))));
          }
        },
        line -> {},
        pages);
    if (parsed.isEmpty()) {
      throw new UnreadableSource(UnreadableSource.Kind.MALFORMED, "文件中没有一行可以识别，请对照接口说明检查格式。");
    }
    return parsed;
  }

  /**
   * Stores a policy again with other metadata; its text and outline stay. Ingesting the same file
   * again leaves the correction alone.
   *
   * @param metadata the whole of it, as it is to be
   * @param sources of its fields
   */
  public void correct(StoredPolicy stored, PolicyMetadata metadata, List<FieldSource> sources) {
    List<Clause> clauses = store.clauses(stored.id());
    List<Passage> passages = PassageCutter.cut(stored.text(), clauses);
    ParsedPolicy policy =
        new ParsedPolicy(
            stored.text(),
            metadata,
            sources,
            stored.warnings(),
            clauses,
            passages,
            stored.pages(),
            stored.ocr(),
            List.of());
    LibraryEntry entry = stored.entry();
    String digest = store.known(entry.source(), entry.externalId()).orElseThrow().digest();
    correct(entry, digest, policy);
  }

  private void correct(LibraryEntry entry, String digest, ParsedPolicy policy) {
    Embedder model = embedder.get();
    List<float[]> vectors =
        model.embedPassages(
            policy.passages().stream()
                .map(passage -> PassageText.forEmbedding(policy.metadata(), passage))
                .toList());
    try {
      store.correct(
          new Publication(
              entry.source(), entry.externalId(), digest, policy, vectors, model.modelId()));
    } catch (OtherModelException e) {
      if (embedder.get().modelId().equals(model.modelId())) {
        throw e;
      }
      correct(entry, digest, policy);
    }
  }

  private final class Run {
    private final String source;
    private final PolicyMetadata given;
    private final IngestListener listener;
    private final IngestReport report = new IngestReport();
    private final Set<String> seen = new HashSet<>();
    private final EmbeddingBatch batch;

    Run(String source, PolicyMetadata given, IngestListener listener) {
      this.source = source;
      this.given = given;
      this.listener = listener;
      this.batch = new EmbeddingBatch(source, embedder, store);
    }

    void ingest(SourceFile file) {
      ContentDigest digests = new ContentDigest(given);
      try {
        Optional<String> digest = digests.ofFile(file);
        if (digest.isPresent() && settledUnchanged(file.externalId(), digest.get())) {
          return;
        }
        reader.read(
            file,
            text -> parse(text, digest.orElseGet(() -> digests.ofText(text)), digest.isPresent()),
            line -> settle(IngestOutcome.failed(line.externalId(), line.message())),
            page -> listener.reading(file, page));
      } catch (UnreadableSource e) {
        boolean unknown = e.kind() == UnreadableSource.Kind.UNKNOWN_KIND;
        settle(
            unknown
                ? IngestOutcome.skipped(file.externalId(), e.getMessage())
                : IngestOutcome.failed(file.externalId(), e.getMessage()));
      }
    }

    private void parse(SourceText text, String digest, boolean checked) {
      String id = text.externalId();
      if (!seen.add(id)) {
        settle(IngestOutcome.failed(id, "编号“" + id + "”在本次导入中出现了不止一次，只保留第一份，请改用不同的编号。"));
        return;
      }
      if (!checked && settledUnchanged(id, digest)) {
        return;
      }
      try {
        batch.add(id, digest, parser.parse(UploadMetadata.lay(given, text)));
      } catch (IllegalArgumentException e) {
        settle(IngestOutcome.failed(id, e.getMessage()));
      } catch (RuntimeException | StackOverflowError e) {
        LOG.errorf(e, "cannot parse %s", id);
        settle(IngestOutcome.failed(id, "识别时出错，这份文件没有入库；请把文件交给管理员查看。"));
      }
      if (batch.isFull()) {
        embedAndStore();
      }
    }

    private boolean settledUnchanged(String externalId, String digest) {
      Optional<KnownPolicy> known = store.known(source, externalId);
      if (known.isEmpty() || !known.get().digest().equals(digest)) {
        return false;
      }
      seen.add(externalId);
      String reason = known.get().withdrawn() ? "此前已撤回，内容没有变化，仍保持撤回。" : null;
      settle(new IngestOutcome(externalId, Result.UNCHANGED, reason, known.get().id()));
      return true;
    }

    void embedAndStore() {
      batch.store(this::settle);
    }

    private void settle(IngestOutcome outcome) {
      report.add(outcome);
      listener.settled(outcome);
    }
  }
}
