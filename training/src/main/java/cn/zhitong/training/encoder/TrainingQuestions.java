package cn.zhitong.training.encoder;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.training.data.HybridSearch;
import cn.zhitong.training.data.LabelledQuestion;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.PolicyLibrary;
import cn.zhitong.training.data.PolicyLibrary.NamedClause;
import cn.zhitong.training.data.RetrievalCollection;
import cn.zhitong.training.data.SearchResults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The written questions as the encoder learns them and as it is measured.
 *
 * @param trained of documents that are trained on, with what search finds for them instead
 * @param heldOut questions of held-out documents over these documents' passages
 */
record TrainingQuestions(List<QuestionPassages> trained, RetrievalCollection heldOut) {
  static TrainingQuestions of(
      List<LabelledQuestion> asked, PolicyLibrary library, SearchResults search) {
    List<QuestionPassages> trained = new ArrayList<>();
    Map<String, String> queries = new HashMap<>();
    Map<String, Set<String>> relevant = new LinkedHashMap<>();
    for (LabelledQuestion question : asked) {
      Optional<NamedClause> clause = library.clause(question);
      if (!question.answers() || clause.isEmpty() || clause.get().passages().isEmpty()) {
        continue;
      }
      NamedClause named = clause.get();
      if (question.part() == HeldOut.TEST) {
        String id = "q" + queries.size();
        queries.put(id, question.question());
        relevant.put(id, Set.of(name(named.passages().get(0))));
      } else {
        trained.add(withOthers(question, named, library, search));
      }
    }
    List<LibraryPassage> passages =
        library.passages().stream()
            .filter(passage -> HeldOut.of(passage.doc()) == HeldOut.TEST)
            .map(TrainingQuestions::named)
            .toList();
    Collections.shuffle(trained, new Random(1));
    return new TrainingQuestions(
        trained, new RetrievalCollection(passages, queries, relevant, Map.of()));
  }

  /** These and more to train on, in an order by chance. */
  TrainingQuestions with(List<QuestionPassages> more) {
    List<QuestionPassages> all = new ArrayList<>(trained);
    all.addAll(more);
    Collections.shuffle(all, new Random(1));
    return new TrainingQuestions(all, heldOut);
  }

  private static QuestionPassages withOthers(
      LabelledQuestion question, NamedClause named, PolicyLibrary library, SearchResults search) {
    List<String> others = new ArrayList<>();
    for (HybridSearch.Found found : search.of(question.question())) {
      LibraryPassage passage = found.passage();
      if (others.size() < QuestionPassages.MOST_OTHERS
          && HeldOut.of(passage.doc()) != HeldOut.TEST
          && !library.mayAnswer(question.question(), named, passage)) {
        others.add(passage.embedded());
      }
    }
    String answer = named.passages().get(0).embedded();
    return new QuestionPassages(
        question.question(), named.doc(), Set.of(named.doc()), answer, others);
  }

  /** Here each passage is a document: the right one of a law is to be found, not just the law. */
  private static LibraryPassage named(LibraryPassage p) {
    return new LibraryPassage(name(p), p.title(), p.headings(), p.start(), p.end(), p.text());
  }

  private static String name(LibraryPassage passage) {
    return passage.doc() + "#" + passage.start();
  }
}
