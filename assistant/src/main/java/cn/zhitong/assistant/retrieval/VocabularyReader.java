package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Reads the words of an index, anew when it has changed, but not at each policy of an import. */
final class VocabularyReader {
  private static final Duration LEAST_AGE = Duration.ofSeconds(20);
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,6}");

  private record Kept(long version, long readAt, LibraryVocabulary vocabulary) {}

  private volatile Kept kept = new Kept(-1, 0, LibraryVocabulary.EMPTY);

  LibraryVocabulary of(IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    long version = reader instanceof DirectoryReader directory ? directory.getVersion() : 0;
    Kept now = kept;
    boolean young = System.nanoTime() - now.readAt() < LEAST_AGE.toNanos();
    if (version == now.version() || (young && !now.vocabulary().words().isEmpty())) {
      return now.vocabulary();
    }
    LibraryVocabulary read =
        new LibraryVocabulary(
            policiesByToken(reader, TokenKind.WORDS),
            Set.copyOf(policiesByToken(reader, TokenKind.PAIRS).keySet()));
    kept = new Kept(version, System.nanoTime(), read);
    return read;
  }

  /** Chinese tokens of whole policies, with how many have each. */
  private static Map<String, Integer> policiesByToken(IndexReader reader, TokenKind kind)
      throws IOException {
    Map<String, Integer> policies = new HashMap<>();
    Terms terms = MultiTerms.getTerms(reader, TextUnit.POLICY.field(kind));
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String token = term.utf8ToString();
        if (HAN.matcher(token).matches()) {
          policies.put(token, each.docFreq());
        }
      }
    }
    return policies;
  }
}
