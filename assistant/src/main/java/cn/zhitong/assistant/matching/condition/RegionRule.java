package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import java.util.List;

/** Places by GB/T 2260 code, and zones by name; descendants count. */
public final class RegionRule {
  private static final String CODE = "\\d{6}";

  private final Gazetteer gazetteer;

  public RegionRule(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Unknown where the fact is coarser than the wanted place: 北京 may be 海淀. */
  Truth contains(String wanted, String actual) {
    String place = code(wanted);
    String fact = code(actual);
    if (place.equals(fact) || ZoneNames.same(wanted, actual)) {
      return Truth.TRUE;
    }
    if (!isKnown(place) || !isKnown(fact)) {
      return Truth.FALSE;
    }
    if (isWithin(fact, place)) {
      return Truth.TRUE;
    }
    return isWithin(place, fact) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static boolean isKnown(String place) {
    return place.matches(CODE + ".*");
  }

  private boolean isWithin(String inner, String outer) {
    if (outer.matches(CODE) && inner.matches(CODE + ".*") && startsLike(inner, outer)) {
      return true;
    }
    return gazetteer.isWithin(inner, outer);
  }

  private static boolean startsLike(String inner, String outer) {
    String significant =
        outer.endsWith("0000")
            ? outer.substring(0, 2)
            : outer.endsWith("00") ? outer.substring(0, 4) : outer;
    return inner.startsWith(significant);
  }

  private String code(String place) {
    if (place.matches("\\d{2}|\\d{4}")) {
      return place + "0".repeat(6 - place.length());
    }
    if (place.matches(CODE)) {
      return place;
    }
    List<Place> named = gazetteer.byName(place);
    return named.size() == 1 ? named.get(0).code() : place;
  }
}
