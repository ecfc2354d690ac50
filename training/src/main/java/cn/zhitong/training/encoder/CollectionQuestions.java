package cn.zhitong.training.encoder;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.training.data.HybridSearch;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.RetrievalCollection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The judged questions of a retrieval collection as the encoder learns them: those none of whose
 * documents is held out. Judgements are of documents; the passage that answers is taken to be the
 * one that search finds first of those.
 */
final class CollectionQuestions {
  private static final int DEPTH = 30;

  private final String name;
  private final RetrievalCollection collection;

  /**
   * @param name goes before the documents' ids, which are another collection's as well
   */
  CollectionQuestions(String name, RetrievalCollection collection) {
    this.name = name;
    this.collection = collection;
  }

  /** One for each question and document that answers it. */
  List<QuestionPassages> trained(CachedEmbedder embedder) throws IOException {
    Map<String, List<LibraryPassage>> byDoc =
        collection.passages().stream().collect(Collectors.groupingBy(LibraryPassage::doc));
    List<QuestionPassages> trained = new ArrayList<>();
    try (HybridSearch search = new HybridSearch(collection.passages(), embedder)) {
      collection
          .relevant()
          .forEach(
              (query, docs) -> {
                if (HeldOut.ofAll(docs).filter(part -> part != HeldOut.TEST).isPresent()) {
                  String question = collection.queries().get(query);
                  addAll(trained, question, docs, search.search(question, DEPTH), byDoc);
                }
              });
    }
    return trained;
  }

  /** The collection with the questions alone all of whose documents are held out. */
  RetrievalCollection heldOut() {
    return new RetrievalCollection(
        collection.passages(),
        collection.queries(),
        collection.relevant().entrySet().stream()
            .filter(e -> HeldOut.ofAll(e.getValue()).equals(Optional.of(HeldOut.TEST)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        collection.answers());
  }

  private void addAll(
      List<QuestionPassages> trained,
      String question,
      Set<String> docs,
      List<HybridSearch.Found> found,
      Map<String, List<LibraryPassage>> byDoc) {
    Set<String> right =
        docs.stream().map(this::named).collect(Collectors.toCollection(TreeSet::new));
    List<String> others =
        found.stream()
            .map(HybridSearch.Found::passage)
            .filter(passage -> !docs.contains(passage.doc()))
            .filter(passage -> HeldOut.of(passage.doc()) != HeldOut.TEST)
            .limit(QuestionPassages.MOST_OTHERS)
            .map(LibraryPassage::embedded)
            .toList();
    for (String doc : docs) {
      if (byDoc.containsKey(doc)) {
        LibraryPassage answer =
            found.stream()
                .map(HybridSearch.Found::passage)
                .filter(passage -> passage.doc().equals(doc))
                .findFirst()
                .orElse(byDoc.get(doc).get(0));
        trained.add(new QuestionPassages(question, named(doc), right, answer.embedded(), others));
      }
    }
  }

  private String named(String doc) {
    return name + ":" + doc;
  }
}
