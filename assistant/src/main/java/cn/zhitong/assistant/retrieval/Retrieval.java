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

  /** The id of the model that the passages' vectors are of; what scores mean depends on it. */
  String embeddingModel();

  /** Which vector index serves: {@code pgvector} or {@code lucene}. */
  String vectorIndex();

  /** What the operator should know of that index, in Chinese. */
  Optional<String> warning();
}
