package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.retrieval.LuceneIndex;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Finds past replies to similar appeals, by BM25 over pairs of characters: on two cities' appeals
 * the nearest one so found had more in common with the real reply than by other measures tried. The
 * index is each node's own, in memory, and is caught up from the table before each search.
 */
@ApplicationScoped
class PastReplies {
  /** Rows of one moment may become visible a little apart. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /** With as many of its own a department needs no others. */
  private static final int ENOUGH = 3;

  /** Ids of one query. */
  private static final int ASKED_AT_ONCE = 1000;

  private final PastReplyStore store;
  private final Analyzer analyzer = new CJKAnalyzer();
  private final LuceneIndex index;
  private final Map<UUID, PastReply> byId = new HashMap<>();
  private final OfficeGreetings greetings = new OfficeGreetings();
  private Instant seen = Instant.EPOCH;

  @Inject
  PastReplies(PastReplyStore store) {
    this(store, new ByteBuffersDirectory());
  }

  PastReplies(PastReplyStore store, Directory directory) {
    this.store = store;
    // What is deleted is to leave the index, not to wait for enough others.
    TieredMergePolicy merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
    index = new LuceneIndex(directory, new IndexWriterConfig(analyzer).setMergePolicy(merges));
  }

  /**
   * A past reply with its closeness.
   *
   * @param score BM25, comparable within one search only
   * @param alike share of pairs that the two appeals have in common (Dice), 0 to 1
   */
  record Similar(PastReply past, double score, double alike) {}

  /**
   * Nearest first. Those of the department come alone when it has enough; what another office wrote
   * fits seldom.
   *
   * @param department null to take all
   * @param onlyOwn whether others' are never taken: a handler sees the own department's cases alone
   * @param except number of the case that is drafted for: its own earlier reply is no precedent
   */
  synchronized List<Similar> search(
      String text, String department, boolean onlyOwn, String except, int limit) {
    List<Similar> found = indexed(text, department, onlyOwn, except, limit);
    Set<UUID> present = store.present(found.stream().map(one -> one.past().id()).toList());
    List<Similar> gone = found.stream().filter(one -> !present.contains(one.past().id())).toList();
    if (gone.isEmpty()) {
      return found;
    }
    // Erased, on this node or another; the rest of the index may have more.
    gone.forEach(one -> forget(one.past()));
    return search(text, department, onlyOwn, except, limit);
  }

  /** What was erased on any node leaves this one's memory, also where nobody searches for it. */
  @Scheduled(every = "5m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  synchronized void forgetErased() {
    List<UUID> known = List.copyOf(byId.keySet());
    for (int from = 0; from < known.size(); from += ASKED_AT_ONCE) {
      List<UUID> some = known.subList(from, Math.min(known.size(), from + ASKED_AT_ONCE));
      Set<UUID> present = store.present(some);
      some.stream().filter(id -> !present.contains(id)).map(byId::get).forEach(this::forget);
    }
    index.purgeRemoved();
  }

  @PreDestroy
  synchronized void close() {
    index.close();
  }

  private void forget(PastReply past) {
    byId.remove(past.id());
    greetings.remove(past);
    index.remove(key(past));
  }

  private List<Similar> indexed(
      String text, String department, boolean onlyOwn, String except, int limit) {
    catchUp();
    BooleanQuery query = AppealQuery.of(text, analyzer);
    Set<String> pairs = AppealPairs.of(text);
    if (department == null) {
      return close(run(query, pairs, except, limit), pairs);
    }
    BooleanQuery own =
        new BooleanQuery.Builder()
            .add(query, BooleanClause.Occur.MUST)
            .add(new TermQuery(new Term("department", department)), BooleanClause.Occur.FILTER)
            .build();
    List<Similar> found = run(own, pairs, except, limit);
    if (onlyOwn) {
      return found;
    }
    if (found.isEmpty() || !AppealPairs.ofOneOffice(pairs, AppealPairs.of(found.get(0).past()))) {
      found = List.of();
    }
    return found.size() >= ENOUGH
        ? found
        : merged(found, close(run(query, pairs, except, limit), pairs), limit);
  }

  private static List<Similar> merged(List<Similar> first, List<Similar> rest, int limit) {
    Map<UUID, Similar> all = new LinkedHashMap<>();
    first.forEach(similar -> all.put(similar.past().id(), similar));
    rest.forEach(similar -> all.putIfAbsent(similar.past().id(), similar));
    return all.values().stream().limit(limit).toList();
  }

  private static List<Similar> close(List<Similar> found, Set<String> pairs) {
    return found.stream()
        .filter(similar -> AppealPairs.ofOneMatter(pairs, AppealPairs.of(similar.past())))
        .toList();
  }

  /**
   * How an office greets, as most of its replies do that greet alike.
   *
   * @param department null for none
   * @return empty where it has no habit
   */
  synchronized String greeting(String department) {
    return greetings.of(department);
  }

  private List<Similar> run(BooleanQuery query, Set<String> pairs, String except, int limit) {
    return index.search(
        searcher -> {
          List<Similar> found = new ArrayList<>();
          for (ScoreDoc hit : searcher.search(query, limit + 1).scoreDocs) {
            String id = searcher.storedFields().document(hit.doc).get("id");
            PastReply past = byId.get(UUID.fromString(id));
            boolean wanted = past != null && !past.number().equals(except);
            if (wanted && found.size() < limit) {
              found.add(
                  new Similar(past, hit.score, AppealPairs.alike(pairs, AppealPairs.of(past))));
            }
          }
          return found;
        });
  }

  private void catchUp() {
    Instant from = seen.equals(Instant.EPOCH) ? seen : seen.minus(OVERLAP);
    for (PastReply past : store.since(from)) {
      PastReply known = byId.get(past.id());
      if (known == null || !known.createdAt().equals(past.createdAt())) {
        byId.put(past.id(), past);
        if (known != null) {
          greetings.remove(known);
        }
        greetings.add(past);
        index.replace(key(past), List.of(document(past)));
      }
      if (past.createdAt().isAfter(seen)) {
        seen = past.createdAt();
      }
    }
    index.refresh();
  }

  private static Term key(PastReply past) {
    return new Term("id", past.id().toString());
  }

  private static Document document(PastReply past) {
    Document document = new Document();
    document.add(new StringField("id", past.id().toString(), Field.Store.YES));
    String department = past.department() == null ? "" : past.department();
    document.add(new StringField("department", department, Field.Store.NO));
    // The title twice: it names the matter.
    document.add(
        new TextField(
            "text", past.title() + "\n" + past.title() + "\n" + past.question(), Field.Store.NO));
    return document;
  }
}
