package cn.zhitong.common.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the places that ship with the program. */
final class GazetteerData {
  private GazetteerData() {}

  static List<Place> standard() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : lines("/region/gb2260.csv")) {
      String[] cells = line.split(",");
      names.put(cells[0], cells[1]);
    }
    List<Place> places = new ArrayList<>();
    places.add(new Place(Place.COUNTRY, "中华人民共和国", List.of("中国", "全国"), Level.NATIONAL, null));
    names.forEach((code, name) -> places.add(place(code, name, names)));
    for (String line : lines("/region/zones.csv")) {
      String[] cells = line.split(",", -1);
      List<String> aliases = cells[2].isEmpty() ? List.of() : List.of(cells[2].split("\\|"));
      places.add(zone(cells[0], cells[1], aliases));
    }
    return places;
  }

  static Place zone(String parent, String name, List<String> aliases) {
    return new Place(parent + ":" + name, name, aliases, Level.COUNTY, parent);
  }

  private static Place place(String code, String name, Map<String, String> names) {
    Level level = levelOf(code);
    return new Place(code, name, ShortNames.of(name, level), level, parentOf(code, names));
  }

  static Level levelOf(String code) {
    if (code.equals(Place.COUNTRY)) {
      return Level.NATIONAL;
    }
    if (code.endsWith("0000")) {
      return Level.PROVINCE;
    }
    return code.endsWith("00") ? Level.CITY : Level.COUNTY;
  }

  /** Districts of the four municipalities and counties run by a province have no city above. */
  private static String parentOf(String code, Map<String, String> names) {
    if (code.endsWith("0000")) {
      return Place.COUNTRY;
    }
    String city = code.substring(0, 4) + "00";
    return !code.equals(city) && names.containsKey(city) ? city : code.substring(0, 2) + "0000";
  }

  private static List<String> lines(String resource) {
    try (InputStream in = GazetteerData.class.getResourceAsStream(resource)) {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
