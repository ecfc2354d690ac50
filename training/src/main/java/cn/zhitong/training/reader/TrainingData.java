package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.CollectionSplit;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.training.data.JudgedList;
import cn.zhitong.training.data.LabelledQuestion;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.PolicyLibrary;
import cn.zhitong.training.data.QuestionFiles;
import cn.zhitong.training.data.SearchResults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a reader is trained and measured on: written questions, judged lists, judged
 * collections.
 */
final class TrainingData {
  private final List<Path> files = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private final WordFeatures words;
  private int questions;

  /**
   * @param judged folder of judged lists; null without
   * @param collections each as {@code DIR:SPLIT}
   * @param work for what search finds
   */
  TrainingData(
      Path written,
      List<Path> policies,
      Path judged,
      List<String> collections,
      Path work,
      Consumer<String> progress)
      throws Exception {
    files.addAll(QuestionFiles.in(written));
    files.addAll(policies);
    List<JudgedList> lists = judged == null ? List.of() : JudgedList.read(judged);
    if (judged != null) {
      files.addAll(QuestionFiles.in(judged));
    }
    PolicyLibrary library = PolicyLibrary.read(policies);
    words = new WordFeatures(library.passages().stream().map(LibraryPassage::shown).toList());
    try (ReaderTokens tokens = ReaderTokens.load()) {
      addWritten(written, library, lists, work, tokens, progress);
      for (String one : collections) {
        CollectionSplit asked = CollectionSplit.of(one);
        files.add(asked.folder());
        addCollection(new CollectionExamples(asked, work, tokens), lists, tokens, progress);
      }
    }
  }

  List<Example> examples() {
    return examples;
  }

  /**
   * Of the written questions judged lists alone are trained on; collections, whose judgements are
   * people's as well, calibration and measuring stay.
   */
  List<Example> judgedAlone() {
    return examples.stream()
        .filter(
            e ->
                e.part() != HeldOut.TRAINED
                    || e.kind() == Example.Kind.JUDGED
                    || !e.source().equals(ExampleBuilder.SOURCE))
        .toList();
  }

  WordFeatures words() {
    return words;
  }

  /** What it was read from. */
  List<Path> files() {
    return files;
  }

  private void addWritten(
      Path written,
      PolicyLibrary library,
      List<JudgedList> lists,
      Path work,
      ReaderTokens tokens,
      Consumer<String> progress)
      throws Exception {
    List<JudgedList> own = lists.stream().filter(list -> list.collection() == null).toList();
    Set<String> read = own.stream().map(JudgedList::question).collect(Collectors.toSet());
    List<LabelledQuestion> asked = QuestionFiles.read(written);
    SearchResults results = new SearchResults(library, work.resolve("search-results.bin"));
    ExampleBuilder builder = new ExampleBuilder(library, results, tokens, read);
    examples.addAll(builder.build(asked));
    questions = asked.size();
    progress.accept(
        "%d questions, %d without their clause, %d passages, %d examples"
            .formatted(
                asked.size(), builder.missing(), library.passages().size(), examples.size()));
    addJudged(
        new JudgedExamples(ExampleBuilder.SOURCE, library.passages(), tokens),
        own,
        JudgedList::question,
        progress);
  }

  private void addJudged(
      JudgedExamples builder,
      List<JudgedList> lists,
      Function<JudgedList, String> text,
      Consumer<String> progress) {
    List<Example> made = builder.build(lists, questions, text);
    questions += lists.size();
    examples.addAll(made);
    progress.accept(
        "%d judged lists, %d examples, %d passages missing"
            .formatted(lists.size(), made.size(), builder.missing()));
  }

  private void addCollection(
      CollectionExamples collection,
      List<JudgedList> lists,
      ReaderTokens tokens,
      Consumer<String> progress)
      throws Exception {
    List<JudgedList> own =
        lists.stream().filter(list -> collection.name().equals(list.collection())).toList();
    Set<String> read =
        own.stream().map(JudgedList::query).filter(Objects::nonNull).collect(Collectors.toSet());
    List<Example> made = collection.build(questions, read);
    questions += collection.size();
    examples.addAll(made);
    progress.accept("%s: %d examples".formatted(collection.name(), made.size()));
    addJudged(
        new JudgedExamples(collection.name(), collection.passages(), tokens),
        own,
        list -> collection.question(list.query()),
        progress);
  }
}
