package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.question.Answer;
import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What policies say of an appeal's matters.
 *
 * @param region where the appeal says nothing of it, the office's; null where neither does
 * @param today by whose law it is answered
 */
record PolicyEvidence(
    AnswerPipeline answers, Retrieval retrieval, Appeal appeal, String region, LocalDate today) {
  private static final int PASSAGES_A_MATTER = 6;

  /** What an appeal's own words find first: what is quoted to it must be among these. */
  private static final int ABOUT_THE_LETTER = 3;

  /**
   * Appeals tell a story that no policy speaks of: of one that asks one thing, the title is asked
   * first. Where no matter found anything, the title speaks for all of them.
   */
  List<MatterReply> quoted(List<String> matters) {
    String title = appeal.title();
    List<List<List<CitedSentence>>> found = new ArrayList<>();
    for (String matter : matters) {
      List<List<CitedSentence>> titled =
          matters.size() == 1 ? evidence(title, appeal.text()) : List.of();
      found.add(titled.isEmpty() ? evidence(matter, title) : titled);
    }
    if (matters.size() > 1 && found.stream().allMatch(List::isEmpty)) {
      found.set(0, evidence(title, appeal.text()));
    }
    List<MatterReply> replies = new ArrayList<>();
    for (int i = 0; i < matters.size(); i++) {
      replies.add(new MatterReply(matters.get(i), found.get(i), List.of()));
    }
    return replies;
  }

  /**
   * What answers a part of an appeal and is what the appeal is about: of a title like 车位产权 alone,
   * what speaks of 知识产权 would do too.
   *
   * @param rest what the appeal says besides
   */
  private List<List<CitedSentence>> evidence(String question, String rest) {
    if (question.isBlank()) {
      return List.of();
    }
    Answer answer = answers.unrecorded(new QuestionRequest(question, null, region, today, false));
    // Related clauses claim nothing, so that a draft does not quote them as the reply.
    List<CitedSentence> said =
        answer.fold(
            answered -> answered.sentences(),
            related -> List.of(),
            refused -> List.of(),
            clarify -> List.of());
    if (said.isEmpty() || rest.isBlank()) {
      return said.isEmpty() ? List.of() : List.of(said);
    }
    String appeal = question + '\n' + rest;
    String asked = appeal.substring(0, Math.min(appeal.length(), QuestionRequest.LONGEST));
    List<Hit> about = search(asked, ABOUT_THE_LETTER);
    List<CitedSentence> fitting =
        said.stream()
            .filter(sentence -> sentence.citations().stream().allMatch(in(about)))
            .toList();
    return fitting.isEmpty() ? List.of() : List.of(fitting);
  }

  private static Predicate<Citation> in(List<Hit> hits) {
    return citation ->
        hits.stream()
            .anyMatch(
                hit ->
                    hit.policyId().equals(citation.policyId())
                        && hit.start() < citation.end()
                        && citation.start() < hit.end());
  }

  /** Best passages of all matters, each once. */
  List<Hit> passages(List<String> matters) {
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    for (String matter : matters) {
      search(matter, PASSAGES_A_MATTER).forEach(hit -> hits.putIfAbsent(hit.passageId(), hit));
    }
    return hits.values().stream().sorted((a, b) -> Double.compare(b.score(), a.score())).toList();
  }

  private List<Hit> search(String text, int most) {
    return retrieval.search(new SearchQuery(text, most, region, today, Set.of(), false));
  }
}
