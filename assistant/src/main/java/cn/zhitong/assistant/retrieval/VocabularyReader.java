package cn.zhitong.assistant.retrieval;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
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
    LibraryVocabulary read = new LibraryVocabulary(words(reader), pairs(reader));
    kept = new Kept(version, System.nanoTime(), read);
    return read;
  }

  private static Map<String, Integer> words(IndexReader reader) throws IOException {
    Map<String, Integer> words = new HashMap<>();
    Terms terms = MultiTerms.getTerms(reader, TextUnit.POLICY.field(TokenKind.WORDS));
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String word = term.utf8ToString();
        if (HAN.matcher(word).matches()) {
          words.put(word, each.docFreq());
        }
      }
    }
    return words;
  }

  private static Set<String> pairs(IndexReader reader) throws IOException {
    Set<String> pairs = new HashSet<>();
    Terms terms = MultiTerms.getTerms(reader, TextUnit.POLICY.field(TokenKind.PAIRS));
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String pair = term.utf8ToString();
        if (HAN.matcher(pair).matches()) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }
}
