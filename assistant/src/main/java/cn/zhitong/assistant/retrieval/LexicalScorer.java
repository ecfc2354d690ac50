package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * What the words of one question say of passages, at one point in time of the index: first those
 * that share most with it are found, then all that any search brought are scored by every kind of
 * token, and their policies as whole texts. Not for several threads.
 */
final class LexicalScorer implements AutoCloseable {
  private final LuceneView view;
  private final SearchFilter scope;
  private final QueryTermLookup passageTerms;
  private final QueryTermLookup policyTerms;
  private final Set<UUID> ids = new LinkedHashSet<>();
  private final Set<Integer> documents = new TreeSet<>();

  /**
   * A passage with the policy that it is of.
   *
   * @param share of the best possible BM25, 0 where it has no token of the question
   * @param policyShare the same of its whole policy
   */
  record Worded(UUID id, UUID policy, double share, double policyShare) {}

  /**
   * @param view closed with this
   */
  LexicalScorer(LuceneView view, WeightedQuery question, SearchFilter scope) {
    this.view = view;
    this.scope = scope;
    try {
      WeightedQuery.Tokens tokens = question.tokens();
      passageTerms = QueryTermLookup.of(tokens, TextUnit.PASSAGE, view.alone());
      policyTerms = QueryTermLookup.of(tokens, TextUnit.POLICY, view.alone());
    } catch (IOException e) {
      view.close();
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds the {@code k} passages in scope that share most pairs of characters with the question.
   */
  Set<UUID> candidates(int k) {
    Query words = LuceneDocuments.scoped(passageTerms.finding(), scope);
    try {
      for (ScoreDoc hit : view.best(words, k)) {
        documents.add(hit.doc);
        ids.add(view.id(hit.doc, LuceneDocuments.ID));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  /** The candidates, and those of the given passages that are in scope, with all that is known. */
  List<Worded> among(Collection<UUID> others) {
    try {
      addInScope(others);
      int[] passages = documents.stream().mapToInt(Integer::intValue).toArray();
      int[] policies = view.parents(TextIndex.POLICIES, passages);
      BackgroundTask<double[]> ofPolicies =
          BackgroundTask.begin(() -> shares(policyTerms, policies));
      double[] shares = shares(passageTerms, passages);
      double[] policyShares = ofPolicies.get();
      List<Worded> worded = new ArrayList<>(passages.length);
      for (int i = 0; i < passages.length; i++) {
        worded.add(
            new Worded(
                view.id(passages[i], LuceneDocuments.ID),
                view.id(passages[i], LuceneDocuments.POLICY),
                shares[i],
                policyShares[i]));
      }
      return worded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addInScope(Collection<UUID> others) throws IOException {
    Set<UUID> unknown = new HashSet<>(others);
    unknown.removeAll(ids);
    int[] found = view.withIds(unknown);
    Query filter = LuceneDocuments.filter(scope);
    for (int document : filter == null ? found : view.matching(filter, found)) {
      documents.add(document);
    }
  }

  private double[] shares(QueryTermLookup terms, int[] ofDocuments) {
    try {
      double[] shares = view.scores(terms, ofDocuments);
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= terms.bestPossible();
      }
      return shares;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The best BM25 that a text of this unit could have. */
  double possible(TextUnit unit) {
    return (unit == TextUnit.PASSAGE ? passageTerms : policyTerms).bestPossible();
  }

  @Override
  public void close() {
    view.close();
  }
}
