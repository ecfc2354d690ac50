package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.region.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The program's own remarks beside an answer, made by rules. */
final class AnswerNotes {
  private final Gazetteer gazetteer;

  AnswerNotes(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * @param carried whether the question was completed from its conversation
   */
  List<AnswerNote> of(
      AnalyzedQuestion question,
      QuestionRequest request,
      boolean carried,
      Answer answer,
      JudgedEvidence evidence) {
    List<Citation> citations =
        answer.fold(
            Answer.Answered::citations, Answer.Related::clauses, r -> List.of(), c -> List.of());
    boolean answered = answer instanceof Answer.Answered;
    List<AnswerNote> notes = new ArrayList<>();
    if (carried) {
      notes.add(AnswerNote.carriedOver("按上文理解为：“" + question.text() + "”。如果不是这个意思，请把问题写完整再问。"));
    }
    citations.stream()
        .flatMap(citation -> ApplicationWindow.past(citation, request.asOf()).stream())
        .findFirst()
        .ifPresent(window -> notes.add(AnswerNote.windowClosed(window)));
    if (answered) {
      FigureComparison.of(question.text(), answer.text())
          .ifPresent(text -> notes.add(AnswerNote.comparison(text)));
    }
    scope(question, request, citations, evidence)
        .ifPresent(text -> notes.add(AnswerNote.scope(text)));
    if (answered) {
      long more =
          evidence.judged().likely().stream()
              .filter(hit -> citations.stream().noneMatch(c -> overlap(c, hit)))
              .count();
      if (more > 0) {
        notes.add(AnswerNote.more("另有 " + more + " 条相关规定。"));
      }
    }
    return notes;
  }

  private static boolean overlap(Citation citation, Hit hit) {
    return citation.policyId().equals(hit.policyId())
        && citation.start() < hit.end()
        && hit.start() < citation.end();
  }

  /** What holds in one place alone is told to whoever named none. */
  private Optional<String> scope(
      AnalyzedQuestion question,
      QuestionRequest request,
      List<Citation> citations,
      JudgedEvidence evidence) {
    if (request.region() != null || !gazetteer.find(question.text()).isEmpty()) {
      return Optional.empty();
    }
    Set<String> places =
        evidence.judged().hits().stream()
            .filter(hit -> citations.stream().anyMatch(c -> overlap(c, hit)))
            .map(hit -> PolicyTopic.of(hit).place())
            .collect(Collectors.toSet());
    if (places.size() != 1) {
      return Optional.empty();
    }
    String place = places.iterator().next();
    boolean local = place.matches(".*[市县区州]$") && !question.text().contains(place);
    return local ? Optional.of("以上是" + place + "的规定，其他地区可能不同。") : Optional.empty();
  }
}
