package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.ReaderPassage;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.training.data.HybridSearch;
import cn.zhitong.training.data.LabelledQuestion;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.PolicyLibrary;
import cn.zhitong.training.data.PolicyLibrary.NamedClause;
import cn.zhitong.training.data.SearchResults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes examples of the written questions: the clause that was named, and passages that search
 * finds instead of it. What search finds for a question of a document that is trained on is never
 * of one that is held out.
 */
final class ExampleBuilder {
  static final String SOURCE = "questions";

  /** As deep as the service reads. */
  private static final int SEARCHED = 6;

  /** Of held-out questions every third is measured on what search finds. */
  private static final int MEASURED = 3;

  private final PolicyLibrary library;
  private final SearchResults search;
  private final ReaderTokens tokens;
  private final List<Example> examples = new ArrayList<>();
  private final Set<String> judged;

  /** Which clauses answer a question that was asked more than once. */
  private final Map<String, List<NamedClause>> answers = new HashMap<>();

  private int missing;

  /**
   * @param judged questions of which somebody read what search finds; nothing is guessed of theirs
   */
  ExampleBuilder(
      PolicyLibrary library, SearchResults search, ReaderTokens tokens, Set<String> judged) {
    this.library = library;
    this.search = search;
    this.tokens = tokens;
    this.judged = judged;
  }

  List<Example> build(List<LabelledQuestion> questions) throws Exception {
    search.prepare(questions);
    for (LabelledQuestion question : questions) {
      if (question.answers()) {
        library
            .clause(question)
            .ifPresent(
                c -> answers.computeIfAbsent(question.question(), q -> new ArrayList<>()).add(c));
      }
    }
    Set<String> searched = new HashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      LabelledQuestion question = questions.get(i);
      Optional<NamedClause> clause = library.clause(question);
      if (clause.isEmpty()) {
        missing++;
        continue;
      }
      addNamed(i, question, clause.get());
      boolean wanted =
          !judged.contains(question.question())
              && (question.part() == HeldOut.TRAINED || i % MEASURED == 0);
      if (question.answers() && wanted && searched.add(question.question())) {
        addSearched(i, question);
      }
    }
    return examples;
  }

  /** Questions whose clause the library does not have. */
  int missing() {
    return missing;
  }

  /**
   * Every second answer is shown in its passage, as search finds it; the others, and all clauses
   * that do not answer, alone: such a clause's passage may hold a neighbour that answers. When all
   * answers were shown in their passages, a long text alone told them apart.
   */
  private void addNamed(int index, LabelledQuestion question, NamedClause clause) {
    boolean inPassage =
        question.answers()
            && question.part() == HeldOut.TRAINED
            && clause.passages().size() == 1
            && index % 2 == 0;
    ReaderPassage shown = inPassage ? clause.passages().get(0).shown() : clause.shown();
    add(index, question, shown, question.answers(), Example.Kind.WRITTEN, -1, Double.NaN);
  }

  private void addSearched(int index, LabelledQuestion question) {
    List<NamedClause> named = answers.get(question.question());
    HeldOut part = question.part();
    List<HybridSearch.Found> found = search.of(question.question());
    int rank = 0;
    for (HybridSearch.Found hit : found) {
      LibraryPassage passage = hit.passage();
      boolean answers = named.stream().anyMatch(clause -> clause.overlaps(passage));
      boolean allowed = part == HeldOut.TEST || HeldOut.of(passage.doc()) == HeldOut.TRAINED;
      if (rank == SEARCHED) {
        return;
      }
      if (answers && part != HeldOut.TRAINED) {
        add(index, question, passage.shown(), true, Example.Kind.MINED, rank++, hit.cosine());
      } else if (answers) {
        rank++;
      } else if (allowed && !library.mayAnswer(question.question(), named.get(0), passage)) {
        add(index, question, passage.shown(), false, Example.Kind.MINED, rank++, hit.cosine());
      }
    }
  }

  private void add(
      int index,
      LabelledQuestion question,
      ReaderPassage shown,
      boolean answers,
      Example.Kind kind,
      int rank,
      double cosine) {
    examples.add(
        new Example(
            index,
            SOURCE,
            question.question(),
            question.style(),
            shown,
            tokens.pair(question.question(), shown),
            answers ? 1 : 0,
            kind,
            rank,
            cosine,
            question.part()));
  }
}
