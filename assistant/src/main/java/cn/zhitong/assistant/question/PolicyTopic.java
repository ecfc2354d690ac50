package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.text.CharacterNGrams;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a policy is about and for which place, read from its title and issuer.
 *
 * @param place 澜州市; empty where neither begins with a place
 * @param topic the title without place, issuer and the words that every title has: 企业引进高层次人才租房补贴
 */
public record PolicyTopic(Hit hit, String place, String topic) {
  private static final Pattern PLACE =
      Pattern.compile("^([\\u4e00-\\u9fa5]{2,8}?(?:自治州|自治县|[省市县区]))(?!场)");
  private static final Pattern ISSUED = Pattern.compile("^[^《》]{0,40}?关于(?:印发|转发|发布|下达|公布)?(?:《)?");
  private static final Pattern FORMALITY =
      Pattern.compile(
          "(?:的?(?:通知|公告|通告|函|批复)|[(（][^()（）]{1,8}[)）]|政策(?:解读|问答)|解读|问答"
              + "|(?:的?(?:管理|实施|暂行|试行|若干|工作|具体|配套))*(?:办法|细则|措施|规定|方案|意见|政策|条例|指南|的))$");
  private static final int SHORTEST_CORE = 4;

  static PolicyTopic of(Hit hit) {
    return of(hit, Citation.titleOf(hit), hit.issuer());
  }

  /** Place and topic as a question names them: 澜州市首台（套）重大技术装备奖励. */
  public static String named(String title, String issuer) {
    PolicyTopic topic = of(null, title, issuer);
    return topic.place() + topic.topic();
  }

  private static PolicyTopic of(Hit hit, String printed, String issuer) {
    String title = printed.replaceAll("\\s+", "");
    String place = place(issuer == null ? title : issuer).orElse("");
    String topic = ISSUED.matcher(title).replaceFirst("").replaceAll("[《》〈〉]", "");
    topic = topic.startsWith(place) ? topic.substring(place.length()) : topic;
    for (String shorter = bare(topic); !shorter.equals(topic); shorter = bare(topic)) {
      topic = shorter;
    }
    return new PolicyTopic(hit, place, topic);
  }

  private static String bare(String topic) {
    return FORMALITY.matcher(topic).replaceFirst("");
  }

  private static Optional<String> place(String text) {
    Matcher place = PLACE.matcher(text);
    return place.find() ? Optional.of(place.group(1)) : Optional.empty();
  }

  /** Share of the longer topic's bigrams that both have, 0 to 1. */
  double likeness(PolicyTopic other) {
    Set<String> mine = CharacterNGrams.of(topic, 2);
    Set<String> shared = CharacterNGrams.of(other.topic, 2);
    int size = Math.max(mine.size(), shared.size());
    shared.retainAll(mine);
    return size == 0 ? 0 : (double) shared.size() / size;
  }

  /** The longest words that both topics have, without the 企业 that nearly every title has. */
  Optional<String> core(PolicyTopic other) {
    String best = "";
    for (int from = 0; from < topic.length(); from++) {
      for (int to = topic.length(); to - from > best.length(); to--) {
        if (other.topic.contains(topic.substring(from, to))) {
          best = topic.substring(from, to);
        }
      }
    }
    String core = best.replaceFirst("^业?企业", "");
    return core.length() >= SHORTEST_CORE ? Optional.of(core) : Optional.empty();
  }

  /** What this topic has beside the core: 工业, 外贸. */
  String qualifier(String core) {
    return topic.replace(core, "").replaceAll("企业$", "");
  }
}
