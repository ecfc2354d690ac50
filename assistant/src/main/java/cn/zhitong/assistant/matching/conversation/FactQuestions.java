package cn.zhitong.assistant.matching.conversation;

import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.question.Answer;
import cn.zhitong.common.region.Gazetteer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a visitor is asked back, one fact at a time; each with words that can be chosen. */
final class FactQuestions {
  private static final String PLACE = "企业注册在哪里？请选一个，或直接写出县（市、区）。";
  private static final String INDUSTRY = "企业属于哪个行业？请选一个，或直接写出。";
  private static final String SIZE = "企业是什么规模，有什么资质？请选一个，或直接写出，如“小型企业，高新技术企业”。";

  private static final List<String> INDUSTRIES =
      List.of("制造业", "软件和信息技术服务业", "批发和零售业", "建筑业", "农业", "其他行业");

  private static final List<String> SIZES =
      List.of("大型企业", "中型企业", "小型企业", "微型企业", "高新技术企业", "专精特新中小企业", "不清楚");

  /** So many places are offered; others can be written. */
  private static final int MOST_PLACES = 6;

  private FactQuestions() {}

  static Answer.Clarify of(
      TellingFacts.Kind kind, List<ItemLibrary.Published> items, Gazetteer gazetteer) {
    return switch (kind) {
      case PLACE -> new Answer.Clarify(PLACE, places(items, gazetteer));
      case INDUSTRY -> new Answer.Clarify(INDUSTRY, INDUSTRIES);
      case SIZE -> new Answer.Clarify(SIZE, SIZES);
    };
  }

  /** Which fact a question back asked for; null where it is none of these. */
  static TellingFacts.Kind asked(String question) {
    return switch (question) {
      case PLACE -> TellingFacts.Kind.PLACE;
      case INDUSTRY -> TellingFacts.Kind.INDUSTRY;
      case SIZE -> TellingFacts.Kind.SIZE;
      default -> null;
    };
  }

  private static List<String> places(List<ItemLibrary.Published> items, Gazetteer gazetteer) {
    Set<String> places = new LinkedHashSet<>();
    for (ItemLibrary.Published item : items) {
      String region = item.item().content().region();
      if (region != null && !region.equals("000000") && places.size() < MOST_PLACES) {
        places.add(gazetteer.fullName(region));
      }
    }
    places.add("其他地区");
    places.add("不清楚");
    return List.copyOf(places);
  }
}
