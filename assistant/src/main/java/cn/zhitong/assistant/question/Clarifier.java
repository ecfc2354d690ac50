package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.question.Answer.Clarify;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.region.Gazetteer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks back where sibling regions have the same kind of policy and the question names none of them:
 * 高校毕业生补贴 in one city is not that in the next.
 */
final class Clarifier {
  private static final int LOOKED_AT = 6;

  /** Fused scores run from 0 to about 5, in deviations; so much apart is no difference. */
  private static final double EQUAL = .6;

  /** Share of title bigrams; two cities' notices of one kind have .8 and more. */
  private static final double SAME_TITLE = .7;

  private static final Pattern PLACE =
      Pattern.compile("^([\\u4e00-\\u9fa5]{2,8}?(?:自治州|自治县|[省市县区]))");

  private final Gazetteer gazetteer;

  Clarifier(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  Optional<Answer> asksBack(AskedQuestion question, QuestionRequest request, List<Hit> hits) {
    if (request.region() != null
        || question.text().contains("《")
        || !gazetteer.find(question.text()).isEmpty()) {
      return Optional.empty();
    }
    Hit top = hits.get(0);
    Map<String, Hit> places = new LinkedHashMap<>();
    for (Hit hit : hits.subList(0, Math.min(LOOKED_AT, hits.size()))) {
      boolean equal = top.score() - hit.score() <= EQUAL;
      if (equal && sameKind(top, hit) && siblings(top, hit)) {
        place(hit).ifPresent(name -> places.putIfAbsent(name, hit));
      }
    }
    boolean named = places.keySet().stream().anyMatch(name -> mentions(question.text(), name));
    if (places.size() < 2 || named) {
      return Optional.empty();
    }
    List<String> options = new ArrayList<>();
    places.keySet().forEach(name -> options.add(name + question.text()));
    return Optional.of(
        new Clarify("不同地区的规定不同，请问您问的是" + String.join("、", places.keySet()) + "中的哪一个？", options));
  }

  private static boolean mentions(String question, String place) {
    return question.contains(place.substring(0, place.length() - 1));
  }

  /** Of one level, and neither inside the other as far as their codes say. */
  private boolean siblings(Hit one, Hit other) {
    Optional<String> mine = place(one);
    Optional<String> its = place(other);
    if (mine.isEmpty() || its.isEmpty() || last(mine.get()) != last(its.get())) {
      return false;
    }
    return one.region() == null
        || other.region() == null
        || one.region().equals(other.region())
        || (!gazetteer.isWithin(one.region(), other.region())
            && !gazetteer.isWithin(other.region(), one.region()));
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  private static Optional<String> place(Hit hit) {
    String source = hit.issuer() == null ? Citation.titleOf(hit) : hit.issuer();
    Matcher place = PLACE.matcher(source);
    return place.find() ? Optional.of(place.group(1)) : Optional.empty();
  }

  private static boolean sameKind(Hit one, Hit other) {
    Set<String> mine = bigrams(Citation.titleOf(one));
    Set<String> shared = bigrams(Citation.titleOf(other));
    int size = Math.max(mine.size(), shared.size());
    shared.retainAll(mine);
    return size > 0 && (double) shared.size() / size >= SAME_TITLE;
  }

  private static Set<String> bigrams(String text) {
    Set<String> bigrams = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      bigrams.add(text.substring(i, i + 2));
    }
    return bigrams;
  }
}
