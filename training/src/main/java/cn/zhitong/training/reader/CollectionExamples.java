package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.CollectionSplit;
import cn.zhitong.common.artefact.GoldAnswer;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.training.data.HybridSearch.Found;
import cn.zhitong.training.data.LabelledQuestion;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.PolicyLibrary;
import cn.zhitong.training.data.RetrievalCollection;
import cn.zhitong.training.data.SearchResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes examples of a collection in BEIR's form, whose judgements are of documents: the passage
 * that answers is the one of a document judged right that holds most of the gold answer; passages
 * of other documents, of what is left of the right ones, and all that search finds for questions
 * that no document answers, do not.
 */
final class CollectionExamples {
  /** As deep as the service reads. */
  private static final int SEARCHED = 6;

  private final String name;
  private final PolicyLibrary library;
  private final RetrievalCollection collection;
  private final Map<String, String> unanswerable;
  private final SearchResults search;
  private final ReaderTokens tokens;
  private final List<Example> examples = new ArrayList<>();

  /**
   * @param work for what search finds
   */
  CollectionExamples(CollectionSplit asked, Path work, ReaderTokens tokens) throws IOException {
    this.name = asked.name();
    this.library = PolicyLibrary.read(List.of(asked.folder().resolve("corpus.jsonl")));
    this.collection = RetrievalCollection.read(asked);
    this.unanswerable = new TreeMap<>(RetrievalCollection.unanswerable(asked.folder()));
    this.search = new SearchResults(library, work.resolve("search-results-" + name + ".bin"));
    this.tokens = tokens;
  }

  String name() {
    return name;
  }

  List<LibraryPassage> passages() {
    return library.passages();
  }

  /** How many questions it has, answered or not. */
  int size() {
    return collection.relevant().size() + unanswerable.size();
  }

  /** The text of a question, answered or not; null where the collection has none of this id. */
  String question(String id) {
    return collection.queries().getOrDefault(id, unanswerable.get(id));
  }

  /**
   * @param first index of the first question
   * @param judged ids of the questions of which somebody read what search finds
   */
  List<Example> build(int first, Set<String> judged) throws Exception {
    Map<String, LabelledQuestion> asked = new TreeMap<>();
    collection
        .relevant()
        .forEach(
            (id, docs) ->
                splitBy(docs).ifPresent(doc -> asked.put(id, question(question(id), doc))));
    unanswerable.forEach((id, text) -> asked.put(id, question(text, id)));
    search.prepare(List.copyOf(asked.values()));
    int index = first;
    for (Map.Entry<String, LabelledQuestion> one : asked.entrySet()) {
      if (!judged.contains(one.getKey())) {
        addAll(index, one.getKey(), one.getValue());
      }
      index++;
    }
    return examples;
  }

  private LabelledQuestion question(String text, String doc) {
    return new LabelledQuestion(text, name, doc, null, null, 0, 1);
  }

  /** A document of the part that the question is of. */
  private static Optional<String> splitBy(Set<String> docs) {
    return HeldOut.ofAll(docs)
        .flatMap(part -> docs.stream().filter(doc -> HeldOut.of(doc) == part).findFirst());
  }

  private void addAll(int index, String id, LabelledQuestion question) {
    Set<String> docs = collection.relevant().getOrDefault(id, Set.of());
    GoldAnswer gold = new GoldAnswer(collection.answers().getOrDefault(id, ""));
    Set<LibraryPassage> right = new HashSet<>();
    for (String doc : docs) {
      answering(doc, gold).ifPresent(right::add);
    }
    int rank = 0;
    Set<LibraryPassage> shown = new HashSet<>();
    for (Found found : search.of(question.question())) {
      LibraryPassage passage = found.passage();
      boolean answers =
          right.contains(passage) || docs.contains(passage.doc()) && gold.isIn(passage.text());
      boolean known =
          answers || !docs.contains(passage.doc()) || gold.isMissingFrom(passage.text());
      boolean allowed =
          question.part() == HeldOut.TEST || HeldOut.of(passage.doc()) != HeldOut.TEST;
      if (known && allowed && rank < SEARCHED) {
        Example.Kind kind = answers ? Example.Kind.WRITTEN : Example.Kind.MINED;
        examples.add(example(index, question, passage, answers, kind, rank++));
        shown.add(passage);
      }
    }
    if (question.part() == HeldOut.TRAINED) {
      right.removeAll(shown);
      right.stream()
          .sorted(Comparator.comparing(LibraryPassage::doc))
          .limit(1)
          .forEach(
              passage ->
                  examples.add(example(index, question, passage, true, Example.Kind.WRITTEN, -1)));
    }
  }

  /** The passage of the document that holds most of the answer. */
  private Optional<LibraryPassage> answering(String doc, GoldAnswer gold) {
    List<LibraryPassage> own = library.of(doc);
    return own.size() == 1
        ? Optional.of(own.get(0))
        : own.stream()
            .max(Comparator.comparingDouble(passage -> gold.share(passage.text())))
            .filter(passage -> gold.isIn(passage.text()));
  }

  private Example example(
      int index,
      LabelledQuestion question,
      LibraryPassage passage,
      boolean answers,
      Example.Kind kind,
      int rank) {
    return new Example(
        index,
        name,
        question.question(),
        name,
        passage.shown(),
        tokens.pair(question.question(), passage.shown()),
        answers ? 1 : 0,
        kind,
        rank,
        Double.NaN,
        question.part());
  }
}
