package cn.zhitong.assistant.retrieval;

import java.util.List;
import java.util.Optional;

/** Finds the passages that answer a question. */
public interface Retrieval {

  /** At most {@code query.limit()} passages, best first, scores strictly falling. */
  List<Hit> search(SearchQuery query);

  /**
   * Brings this node's derived index up to the database; returns when it has. Called after
   * publishing.
   */
  void catchUp();

  /** The words of the texts that are searched. */
  LibraryVocabulary vocabulary();

  /** Which vector index serves: {@code pgvector} or {@code lucene}. */
  String vectorIndex();

  /** What the operator should know of that index, in Chinese. */
  Optional<String> warning();
}
