package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.question.Answer.Clarify;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.text.CharacterNGrams;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks back where several policies fit a question equally: sibling regions with the same kind of
 * policy, or policies of one place that differ just in the industry or matter that they are for,
 * and the question names none. 高层次人才租房补贴 in one city is not that in the next, 上规模奖励 for industry
 * not that for services.
 */
final class Clarifier {
  private static final int LOOKED_AT = 12;
  private static final int MOST_OPTIONS = 5;

  /** Fused scores run from 0 to about 5, in deviations; so much apart is no difference. */
  private static final double EQUAL = 1.3;

  /** Share of the question's words; what only one of the texts speaks of tells them apart. */
  private static final double EQUAL_COVERAGE = .08;

  /** Share of topic bigrams; two cities' notices of one kind have .8 and more. */
  private static final double SAME_TOPIC = .7;

  /** Share of the bigrams common to the topics that the question must have to be about them. */
  private static final double ASKED_ABOUT = .5;

  private static final Pattern NAMED = Pattern.compile("《|[〔\\[]\\d{4}[〕\\]]");
  private static final Pattern INDUSTRY =
      Pattern.compile("业$|制造|批发|零售|餐饮|住宿|物流|建筑|农|养殖|种植|软件|旅游|外贸|电商");

  private final Gazetteer gazetteer;

  Clarifier(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  Optional<Answer> asksBack(AnalyzedQuestion question, QuestionRequest request, List<Hit> hits) {
    if (NAMED.matcher(question.text()).find()) {
      return Optional.empty();
    }
    List<PolicyTopic> fitting = fitting(question, hits);
    if (fitting.size() < 2) {
      return Optional.empty();
    }
    boolean placed = request.region() != null || !gazetteer.find(question.text()).isEmpty();
    Optional<Answer> where = placed ? Optional.empty() : where(question, fitting);
    return where.or(() -> which(question, fitting));
  }

  /** One passage a policy, the best, where it covers the question as the first one does. */
  private static List<PolicyTopic> fitting(AnalyzedQuestion question, List<Hit> hits) {
    Map<PolicyId, Hit> best = new LinkedHashMap<>();
    Hit top = hits.get(0);
    double covered = coverage(question, top);
    for (Hit hit : hits.subList(0, Math.min(LOOKED_AT, hits.size()))) {
      boolean equal =
          top.score() - hit.score() <= EQUAL
              && Math.abs(covered - coverage(question, hit)) <= EQUAL_COVERAGE;
      if (equal) {
        best.putIfAbsent(hit.policyId(), hit);
      }
    }
    return best.values().stream().map(PolicyTopic::of).toList();
  }

  private static double coverage(AnalyzedQuestion question, Hit hit) {
    return WeightedTerms.coverage(question.terms(), Citation.titleOf(hit) + '\n' + hit.text());
  }

  private Optional<Answer> where(AnalyzedQuestion question, List<PolicyTopic> fitting) {
    PolicyTopic top = fitting.get(0);
    List<String> places =
        Stream.concat(
                Stream.of(top),
                fitting.stream()
                    .filter(other -> siblings(top, other) && top.likeness(other) >= SAME_TOPIC))
            .map(PolicyTopic::place)
            .distinct()
            .limit(MOST_OPTIONS)
            .toList();
    boolean named = places.stream().anyMatch(place -> mentions(question.text(), place));
    if (places.size() < 2 || named) {
      return Optional.empty();
    }
    return Optional.of(
        new Clarify(
            "不同地区的规定不同，请问您问的是" + String.join("、", places) + "中的哪一个？",
            places.stream().map(place -> place + question.text()).toList()));
  }

  private static boolean mentions(String question, String place) {
    return !place.isEmpty() && question.contains(place.substring(0, place.length() - 1));
  }

  /** Of one level, and neither inside the other as far as their codes say. */
  private boolean siblings(PolicyTopic one, PolicyTopic other) {
    if (one.place().isEmpty()
        || other.place().isEmpty()
        || last(one.place()) != last(other.place())) {
      return false;
    }
    String mine = one.hit().region();
    String its = other.hit().region();
    return mine == null || its == null || mine.equals(its) || !gazetteer.overlap(mine, its);
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  /** A policy with what sets it apart from the others. */
  private record Choice(String qualifier, String title) {}

  private static Optional<Answer> which(AnalyzedQuestion question, List<PolicyTopic> fitting) {
    PolicyTopic top = fitting.get(0);
    List<Choice> choices = new ArrayList<>();
    for (PolicyTopic other : fitting.subList(1, fitting.size())) {
      Optional<String> core =
          top.place().equals(other.place()) ? top.core(other) : Optional.empty();
      if (core.isEmpty() || !isAskedAbout(core.get(), question.text())) {
        continue;
      }
      Choice mine = choice(top, core.get());
      Choice its = choice(other, core.get());
      if (setsApart(mine, its) && !named(mine, question.text()) && !named(its, question.text())) {
        if (choices.isEmpty()) {
          choices.add(mine);
        }
        choices.add(its);
      }
    }
    List<String> titles =
        choices.stream().map(Choice::title).distinct().limit(MOST_OPTIONS).toList();
    if (titles.size() < 2) {
      return Optional.empty();
    }
    boolean industries = choices.stream().allMatch(c -> INDUSTRY.matcher(c.qualifier()).find());
    return Optional.of(
        new Clarify(
            (industries ? "不同行业的规定不同" : "有几项政策都有这方面的规定") + "，请问您问的是下面哪一项？",
            titles.stream().map(title -> "《" + title + "》" + question.text()).toList()));
  }

  private static Choice choice(PolicyTopic subject, String core) {
    String title = Citation.titleOf(subject.hit()).replaceAll("\\s+", "");
    return new Choice(subject.qualifier(core), title.replace('《', '〈').replace('》', '〉'));
  }

  private static boolean isAskedAbout(String core, String question) {
    Set<String> bigrams = CharacterNGrams.of(core, 2);
    int all = bigrams.size();
    bigrams.retainAll(CharacterNGrams.of(question, 2));
    return bigrams.size() >= ASKED_ABOUT * all;
  }

  /** An interpretation has its policy's title and no qualifier; years are told apart by the day. */
  private static boolean setsApart(Choice mine, Choice its) {
    return Stream.of(mine, its)
            .noneMatch(c -> c.qualifier().replaceAll("[\\d年度第批号]+", "").length() < 2)
        && !mine.qualifier().equals(its.qualifier());
  }

  private static boolean named(Choice choice, String question) {
    Set<String> bigrams = CharacterNGrams.of(choice.qualifier().replace("企业", "|"), 2);
    bigrams.retainAll(CharacterNGrams.of(question, 2));
    return !bigrams.isEmpty();
  }
}
