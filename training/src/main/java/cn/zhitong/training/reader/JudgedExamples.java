package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.training.data.JudgedList;
import cn.zhitong.training.data.JudgedList.Judged;
import cn.zhitong.training.data.LibraryPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes examples of passages that somebody read and graded. */
final class JudgedExamples {
  /** What a passage on the matter is worth: to be shown before others, not to be claimed. */
  private static final double ON_THE_MATTER = .1;

  private final String source;
  private final Map<String, List<LibraryPassage>> byDoc;
  private final ReaderTokens tokens;
  private int missing;

  /**
   * @param source the written questions or a collection, see {@link Example#source()}
   */
  JudgedExamples(String source, List<LibraryPassage> passages, ReaderTokens tokens) {
    this.source = source;
    this.byDoc = passages.stream().collect(Collectors.groupingBy(LibraryPassage::doc));
    this.tokens = tokens;
  }

  /**
   * @param first index of the first question
   * @param text of a list's question; null where it is not known
   */
  List<Example> build(List<JudgedList> lists, int first, Function<JudgedList, String> text) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      JudgedList list = lists.get(i);
      HeldOut part = HeldOut.of(list.doc());
      String question = text.apply(list);
      for (int rank = 0; question != null && rank < list.passages().size(); rank++) {
        Judged judged = list.passages().get(rank);
        Optional<LibraryPassage> passage = passage(judged);
        if (passage.isEmpty()) {
          missing++;
        } else if (part == HeldOut.TEST || HeldOut.of(judged.doc()) != HeldOut.TEST) {
          examples.add(
              new Example(
                  first + i,
                  source,
                  question,
                  list.style(),
                  passage.get().shown(),
                  tokens.pair(question, passage.get().shown()),
                  wanted(judged.grade()),
                  Example.Kind.JUDGED,
                  rank,
                  Double.NaN,
                  part));
        }
      }
    }
    return examples;
  }

  /** Passages that the library does not have. */
  int missing() {
    return missing;
  }

  private Optional<LibraryPassage> passage(Judged judged) {
    return byDoc.getOrDefault(judged.doc(), List.of()).stream().filter(judged::isOf).findFirst();
  }

  private static double wanted(int grade) {
    return switch (grade) {
      case JudgedList.ANSWERS -> 1;
      case JudgedList.ON_THE_MATTER -> ON_THE_MATTER;
      default -> 0;
    };
  }
}
