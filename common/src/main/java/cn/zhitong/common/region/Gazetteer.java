package cn.zhitong.common.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Places of China by GB/T 2260, zones that have no code under a parent, and places that the caller
 * adds (a made-up province, a park). Immutable; safe for use by several threads.
 */
public final class Gazetteer {
  private static final class Standard {
    private static final Gazetteer INSTANCE = new Gazetteer(GazetteerData.standard());
  }

  private final Map<String, Place> byCode = new LinkedHashMap<>();
  private final Map<String, List<Place>> byName = new HashMap<>();
  private final PlaceFinder finder;

  private Gazetteer(Collection<Place> places) {
    for (Place place : places) {
      byCode.put(place.code(), place);
    }
    for (Place place : byCode.values()) {
      Set<String> names = new LinkedHashSet<>(place.aliases());
      names.add(place.name());
      for (String name : names) {
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(place);
      }
    }
    this.finder = new PlaceFinder(this, byName);
  }

  /** The places that ship with the program. */
  public static Gazetteer standard() {
    return Standard.INSTANCE;
  }

  /** A place with six-digit code whose level and parent follow from the code. */
  public static Place place(String code, String name) {
    Level level = GazetteerData.levelOf(code);
    String parent =
        switch (level) {
          case NATIONAL -> null;
          case PROVINCE -> Place.COUNTRY;
          case CITY -> code.substring(0, 2) + "0000";
          case COUNTY -> code.substring(0, 4) + "00";
        };
    return new Place(code, name, ShortNames.of(name, level), level, parent);
  }

  /** A zone without code under the place with this code. */
  public static Place zone(String parent, String name, String... aliases) {
    return GazetteerData.zone(parent, name, List.of(aliases));
  }

  /** These places and more; one with a code that is already here replaces it. */
  public Gazetteer with(Collection<Place> more) {
    List<Place> all = new ArrayList<>(byCode.values());
    all.addAll(more);
    return new Gazetteer(all);
  }

  public Optional<Place> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Every place of this full or short name, in the order of the standard. */
  public List<Place> byName(String name) {
    return List.copyOf(byName.getOrDefault(name, List.of()));
  }

  /**
   * Places with a code whose full or short name begins with or contains these words, or is their
   * end after a place above (福州鼓楼区): those that are named so first, then higher ones first.
   */
  public List<Place> named(String words, int limit) {
    return byCode.values().stream()
        .filter(place -> !place.isZone() && rank(place, words) < 3)
        .sorted(
            Comparator.comparingInt((Place place) -> rank(place, words))
                .thenComparing(Place::level))
        .limit(limit)
        .toList();
  }

  private int rank(Place place, String words) {
    if (place.name().equals(words) || place.aliases().contains(words)) {
      return 0;
    }
    if (words.endsWith(place.name()) && liesBelow(place, words)) {
      return 1;
    }
    return place.name().startsWith(words) ? 1 : place.name().contains(words) ? 2 : 3;
  }

  /** Whether what stands before the place's name ends with a place above it. */
  private boolean liesBelow(Place place, String words) {
    String before = words.substring(0, words.length() - place.name().length());
    return ancestors(place.code()).stream()
        .map(byCode::get)
        .filter(Objects::nonNull)
        .anyMatch(
            above ->
                before.endsWith(above.name())
                    || above.aliases().stream().anyMatch(before::endsWith));
  }

  /** A place's name after those of the places above it: 福建省福州市鼓楼区. */
  public String fullName(String code) {
    StringBuilder name = new StringBuilder(byCode.get(code).name());
    for (String above : ancestors(code)) {
      if (!above.equals(Place.COUNTRY)) {
        name.insert(0, byCode.get(above).name());
      }
    }
    return name.toString();
  }

  /** Codes of the places above, nearest first, ending with {@link Place#COUNTRY}. */
  public List<String> ancestors(String code) {
    List<String> above = new ArrayList<>();
    Place place = byCode.get(code);
    if (place == null && code.indexOf(':') > 0) {
      // A zone that was found in a text (大连高新区) is in no list, but carries its parent's code.
      above.add(governing(code));
      place = byCode.get(governing(code));
    }
    while (place != null && place.parent() != null && !above.contains(place.parent())) {
      above.add(place.parent());
      place = byCode.get(place.parent());
    }
    return above;
  }

  /** Whether a place lies in another, or is it. */
  public boolean isWithin(String code, String ancestor) {
    return code.equals(ancestor) || ancestors(code).contains(ancestor);
  }

  /** Whether one place lies in the other, or is it: what holds in one concerns the other. */
  public boolean overlap(String one, String other) {
    return isWithin(one, other) || isWithin(other, one);
  }

  /** The nearest six-digit code of a place: a zone's is its parent's. */
  public String governing(String code) {
    return code.indexOf(':') < 0 ? code : code.substring(0, code.indexOf(':'));
  }

  /** Places the text names, in order, none overlapping another. */
  public List<PlaceMention> find(String text) {
    return finder.find(text, null);
  }

  /** The same, where ambiguous names are read as lying in the place with this code. */
  public List<PlaceMention> find(String text, String within) {
    return finder.find(text, within);
  }

  /** Code of the province whose single character starts a document number (闽政办 → 350000). */
  public Optional<String> provinceOfNumber(String documentNumber) {
    return documentNumber.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(ShortNames.PROVINCE_CHARACTERS.get(documentNumber.substring(0, 1)));
  }
}
