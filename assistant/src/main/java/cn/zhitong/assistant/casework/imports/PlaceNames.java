package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Level;
import cn.zhitong.common.region.Place;
import cn.zhitong.common.region.PlaceMention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Places as lists write them: 福建省福州市鼓楼区, a name of the owner's own, a code. */
@ApplicationScoped
class PlaceNames {
  /** Longer texts are no places. */
  private static final int LONGEST = 200;

  private static final String RANKS = "省市县区州旗盟";

  /** All of the place that the departments are of. */
  private static final Map<String, Level> WHOLE =
      Map.of(
          "全省",
          Level.PROVINCE,
          "本省",
          Level.PROVINCE,
          "我省",
          Level.PROVINCE,
          "全市",
          Level.CITY,
          "本市",
          Level.CITY,
          "我市",
          Level.CITY);

  private final Gazetteer gazetteer;
  private final Supplier<List<String>> departments;

  @Inject
  PlaceNames(Gazetteer gazetteer, Catalogue catalogue) {
    this(gazetteer, () -> catalogue.all().stream().map(Department::region).toList());
  }

  /**
   * @param departments codes of the places that departments are of; null for one that says nothing
   */
  PlaceNames(Gazetteer gazetteer, Supplier<List<String>> departments) {
    this.gazetteer = gazetteer;
    this.departments = departments;
  }

  /**
   * The six-digit code of the narrowest place that the text names with all that it names above it.
   *
   * @return empty where it names none, or one of several of the same name
   */
  Optional<String> code(String text) {
    String name = text.replaceAll("[\\s/\\\\>＞·、,，-]+", "");
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    if (name.matches("\\d{6}")) {
      return Optional.of(name);
    }
    if (WHOLE.containsKey(name)) {
      return ours(WHOLE.get(name));
    }
    List<Place> whole = gazetteer.byName(name);
    if (whole.size() == 1) {
      return governing(whole.get(0));
    }
    Place narrowest = null;
    int end = 0;
    for (PlaceMention mention : gazetteer.find(name)) {
      Optional<Place> place = mention.place();
      boolean another = half(name, mention) || unknown(name.substring(end, mention.start()));
      end = mention.end();
      if (place.isEmpty() || another) {
        // Of a name that is not known, or not alone, what stands above it still holds.
        return narrowest == null || another ? Optional.empty() : governing(narrowest);
      }
      if (narrowest != null && !gazetteer.isWithin(place.get().code(), narrowest.code())) {
        return Optional.empty();
      }
      narrowest = place.get();
    }
    return narrowest == null ? Optional.empty() : governing(narrowest);
  }

  /** The one place of a level that all departments are of, or within; empty where it is not one. */
  private Optional<String> ours(Level level) {
    List<String> places =
        departments.get().stream()
            .filter(Objects::nonNull)
            .flatMap(code -> Stream.concat(Stream.of(code), gazetteer.ancestors(code).stream()))
            .filter(code -> gazetteer.byCode(code).filter(one -> one.level() == level).isPresent())
            .distinct()
            .toList();
    return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
  }

  private Optional<String> governing(Place place) {
    String code = gazetteer.governing(place.code());
    return code.equals(Place.COUNTRY) ? Optional.empty() : Optional.of(code);
  }

  /** A place that is not known stands above: the same name below it may be another's. */
  private static boolean unknown(String before) {
    return !before.isEmpty() && RANKS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** 临川市 names another place than the 临川区 whose short name stands in it. */
  private static boolean half(String text, PlaceMention mention) {
    if (mention.end() >= text.length() || RANKS.indexOf(text.charAt(mention.end() - 1)) >= 0) {
      return false;
    }
    return RANKS.indexOf(text.charAt(mention.end())) >= 0;
  }
}
