package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Level;
import cn.zhitong.common.region.Place;
import cn.zhitong.common.region.PlaceMention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For which place a text is: by its issuer, its number, its title, or what its body speaks of. */
final class Regions {
  /** Share of the places named that must lie in one, for the body to decide. */
  private static final double DOMINANT = 0.7;

  private static final Pattern PROVINCE_VOICE =
      Pattern.compile("全省|我省|省委|省政府|省直|本省|省级各|全区各(?:盟|市)");
  private static final Pattern CITY_VOICE = Pattern.compile("全市|我市|市委|市政府|市直|本市|市财政局|市发展改革委");
  private static final Pattern COUNTY_VOICE = Pattern.compile("全县|我县|县委|县政府|本县|我区|区委|区政府|本区");

  private final Gazetteer gazetteer;

  Regions(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The place of a text: by its issuer, else its number, its title, its body. */
  Optional<Provenance<Place>> of(
      Provenance<String> title,
      Provenance<String> issuer,
      Provenance<String> number,
      String stored) {
    Optional<Place> named = title == null ? Optional.empty() : ofTitle(title.value());
    if (issuer != null) {
      Optional<Place> place = ofOrganisation(issuer.value());
      if (place.isPresent() && named.filter(p -> isCityOf(p, place.get())).isPresent()) {
        // 某市…条例 that the province's congress approved holds in the city only.
        return named.map(title::with);
      }
      if (place.isPresent()) {
        return place.map(issuer::with);
      }
      if (number != null && issuer.value().startsWith("省")) {
        // 省工信厅 names no province, but 闽工信 does.
        return gazetteer
            .provinceOfNumber(number.value())
            .flatMap(gazetteer::byCode)
            .map(number::with);
      }
    }
    return named.isPresent() ? named.map(title::with) : ofBody(stored);
  }

  private boolean isCityOf(Place place, Place province) {
    return place.level() == Level.CITY
        && province.level() == Level.PROVINCE
        && gazetteer.isWithin(place.code(), province.code());
  }

  /** The place an organisation's name begins with; the country for a national organ. */
  Optional<Place> ofOrganisation(String name) {
    String first = name.strip().split("[\\s\\u3000]+")[0];
    // 国家税务总局福建省税务局 is the province's.
    String bare = first.replaceFirst("^(?:中共|中国共产党|国家税务总局(?=.{3})|国网|中国人民银行(?=.{3})|共青团|政协)", "");
    Optional<Place> place = leading(bare);
    if (place.isPresent()) {
      return place
          .filter(p -> !p.code().equals(Place.COUNTRY))
          .or(() -> gazetteer.byCode(Place.COUNTRY));
    }
    return IssuerNames.isNational(first) ? gazetteer.byCode(Place.COUNTRY) : Optional.empty();
  }

  /** The innermost of the places a name starts with: 厦门市思明区商务局 → 思明区. */
  private Optional<Place> leading(String printed) {
    // 中国（福建）自由贸易试验区 is in Fujian.
    String name = printed.replaceFirst("^中国[（(]([^）)]+)[）)]", "$1");
    Optional<Place> place = Optional.empty();
    int at = 0;
    for (PlaceMention mention : gazetteer.find(name)) {
      if (mention.start() != at) {
        break;
      }
      place = mention.place();
      at = mention.end();
    }
    return place;
  }

  /** The place in a title: 福建省…办法, 关于印发厦门市…的通知; the country for 中华人民共和国…法. */
  Optional<Place> ofTitle(String title) {
    Optional<Place> leading = leading(title);
    if (leading.isPresent()) {
      return leading;
    }
    Matcher matcher =
        Pattern.compile("(?:印发|发布|公布|转发|开展|组织|申报|关于|做好)[《“]?([一-龥].*)$").matcher(title);
    while (matcher.find()) {
      Optional<Place> place = leading(matcher.group(1).replaceFirst("^(?:关于|印发|《|做好|组织)+", ""));
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  /**
   * The place the body speaks of and as: its voice (我市, 全省) says which level, the places named say
   * which one. Empty unless both agree.
   */
  Optional<Provenance<Place>> ofBody(String stored) {
    String opening = stored.substring(0, Math.min(stored.length(), 700));
    Level voice = voice(opening).or(() -> voice(stored)).orElse(null);
    if (voice == null) {
      return Optional.empty();
    }
    Map<String, Integer> counts = new HashMap<>();
    Map<String, PlaceMention> firsts = new HashMap<>();
    int total = 0;
    for (PlaceMention mention : gazetteer.find(stored)) {
      String code = mention.place().map(p -> atLevel(p, voice)).orElse(null);
      if (code != null) {
        counts.merge(code, 1, Integer::sum);
        firsts.putIfAbsent(code, mention);
        total++;
      }
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() >= 2 && entry.getValue() >= DOMINANT * total) {
        PlaceMention first = firsts.get(entry.getKey());
        Place place = gazetteer.byCode(entry.getKey()).orElseThrow();
        String note = "正文提到的地名中 " + entry.getValue() + "/" + total + " 在" + place.name();
        return Optional.of(
            new Provenance<>(place, Provenance.BODY, first.start(), first.end(), note));
      }
    }
    return Optional.empty();
  }

  private String atLevel(Place place, Level level) {
    List<String> codes = new ArrayList<>();
    codes.add(place.code());
    codes.addAll(gazetteer.ancestors(place.code()));
    for (String code : codes) {
      if (gazetteer.byCode(code).filter(p -> p.level() == level && !p.isZone()).isPresent()) {
        return code;
      }
    }
    return null;
  }

  private static Optional<Level> voice(String text) {
    int province = count(PROVINCE_VOICE, text);
    int city = count(CITY_VOICE, text);
    int county = count(COUNTY_VOICE, text);
    int most = Math.max(province, Math.max(city, county));
    if (most == 0 || most == province && most == city) {
      return Optional.empty();
    }
    return Optional.of(
        most == province ? Level.PROVINCE : most == city ? Level.CITY : Level.COUNTY);
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
