package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import cn.zhitong.common.region.PlaceMention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The places that a text names, and what 本市 and 我区 mean in it. Zones without a code keep their
 * name.
 */
final class PlaceWords {
  private static final Pattern ZONE =
      Pattern.compile(
          "(?:[\\u4e00-\\u9fa5]{2,8}?)(?:国家自主创新示范区|示范区|高新技术产业开发区|高新区|经济技术开发区|经开区"
              + "|自由贸易试验区|自贸试验区|自贸区|综合保税区|保税区|科学城|开发区|产业园区|工业园区|科技园区|产业园|海淀园|生态园|临空经济区)");
  private static final Pattern ZONE_LEAD =
      Pattern.compile("^.*(?:租用|入驻|进入|建设|注册地?|登记|住所|地址|纳税|位于|落户|设立|入驻|[在于为是或、和及])");
  private static final Pattern GENERIC_ZONE =
      Pattern.compile(
          "(?:国家级?|省级以上|市级以上|省级|市级|区级|申报|各|该|本|符合|建设|所在|认定|示范|支持|入驻|新建|高品质|特色|.)?"
              + "(?:国家自主创新示范区|示范区|高新技术产业开发区|高新区|经济技术开发区|经开区|自由贸易试验区|自贸试验区|自贸区"
              + "|综合保税区|保税区|科学城|开发区|产业园区|工业园区|科技园区|产业园)");

  /** 「注册地在高新区」: the zone of the issuer's city. */
  private static final Pattern BARE_ZONE =
      Pattern.compile(
          "(?:在|于|为|[、或和及])((?:高新区|经开区|自贸试验区|自贸区|综合保税区|综保区|保税区))(?![\\u4e00-\\u9fa5]{0,2}管委会)");

  private static final List<String> OWN =
      List.of(
          "本市", "我市", "全市", "市内", "本省", "我省", "全省", "省内", "本区", "我区", "全区", "区内", "本县", "我县", "全县",
          "县内", "本自治区", "自治区内", "自治区范围内", "我州", "本州");

  /** One character for a province or a city, as in 「在琼注册」; by the first digits of the code. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("京", "11"),
          Map.entry("津", "12"),
          Map.entry("冀", "13"),
          Map.entry("晋", "14"),
          Map.entry("蒙", "15"),
          Map.entry("辽", "21"),
          Map.entry("吉", "22"),
          Map.entry("黑", "23"),
          Map.entry("沪", "31"),
          Map.entry("苏", "32"),
          Map.entry("浙", "33"),
          Map.entry("皖", "34"),
          Map.entry("闽", "35"),
          Map.entry("赣", "36"),
          Map.entry("鲁", "37"),
          Map.entry("豫", "41"),
          Map.entry("鄂", "42"),
          Map.entry("湘", "43"),
          Map.entry("粤", "44"),
          Map.entry("桂", "45"),
          Map.entry("琼", "46"),
          Map.entry("渝", "50"),
          Map.entry("川", "51"),
          Map.entry("贵", "52"),
          Map.entry("黔", "52"),
          Map.entry("滇", "53"),
          Map.entry("藏", "54"),
          Map.entry("陕", "61"),
          Map.entry("甘", "62"),
          Map.entry("陇", "62"),
          Map.entry("青", "63"),
          Map.entry("宁", "64"),
          Map.entry("蓉", "5101"),
          Map.entry("杭", "3301"),
          Map.entry("甬", "3302"),
          Map.entry("穗", "4401"),
          Map.entry("深", "4403"),
          Map.entry("汉", "4201"),
          Map.entry("榕", "3501"),
          Map.entry("厦", "3502"));

  /** What one does in a city. */
  private static final String SETTLED =
      "(?:依法|新|首次|合法|实际|实质性)*(?:注册|登记|设立|落户|纳税|缴纳|参保|投资|从事|开展|生产|经营|运营|创业|就业|企业|高校)";

  private final Gazetteer gazetteer;
  private final String region;
  private final Map<String, String> codes = new LinkedHashMap<>();

  PlaceWords(Gazetteer gazetteer, ItemText source, String region) {
    this.gazetteer = gazetteer;
    this.region = region == null || Place.COUNTRY.equals(region) ? null : region;
    for (PlaceMention mention : gazetteer.find(source.covered(), this.region)) {
      String name = source.covered().substring(mention.start(), mention.end());
      String code = mention.candidates().get(0).code();
      if (!code.contains(":") && !Place.COUNTRY.equals(code) && !code.matches("(?:71|81|82).*")) {
        codes.putIfAbsent(name, code);
      }
    }
    if (this.region != null) {
      gazetteer.byCode(this.region).ifPresent(place -> briefly(place.name()));
      String city = this.region.substring(0, 4) + "00";
      gazetteer.byCode(city).ifPresent(place -> byOneCharacter(place.name(), city, source));
      OWN.forEach(word -> own(word).ifPresent(code -> codes.put(word, code)));
      SHORT.forEach(
          (word, prefix) -> {
            if (this.region.startsWith(prefix)) {
              codes.put("在" + word, (prefix + "0000").substring(0, 6));
            }
          });
    }
    addZones(source.covered());
    Matcher bare = BARE_ZONE.matcher(source.covered());
    while (bare.find()) {
      codes.putIfAbsent(bare.group(1), bare.group(1));
    }
  }

  /** 「在海南生产经营」: the issuer's place without what kind of place it is. */
  private void briefly(String name) {
    String brief = name.replaceFirst("(?:特别行政区|[\\u4e00-\\u9fa5]{1,2}族自治区|自治区|省|市|区|县)$", "");
    if (brief.length() >= 2 && !brief.equals(name)) {
      codes.putIfAbsent("在" + brief, region);
    }
  }

  /** 「在连注册」: a character of the city's name, where no province is called so. */
  private void byOneCharacter(String name, String city, ItemText source) {
    if (name.length() != 3 || !name.endsWith("市")) {
      return;
    }
    for (char one : name.substring(0, 2).toCharArray()) {
      Pattern there = Pattern.compile("在" + one + SETTLED);
      if (!SHORT.containsKey(String.valueOf(one)) && there.matcher(source.covered()).find()) {
        codes.putIfAbsent("在" + one, city);
      }
    }
  }

  private java.util.Optional<String> own(String word) {
    String province = region.substring(0, 2) + "0000";
    boolean municipality = region.matches("(?:11|12|31|50)\\d{4}");
    String city = municipality ? province : region.substring(0, 4) + "00";
    if (word.contains("省") || word.contains("自治区")) {
      return java.util.Optional.of(province);
    }
    if (word.contains("市") || word.contains("州")) {
      boolean county = !region.endsWith("00") && !municipality;
      boolean countyCity =
          county && gazetteer.byCode(region).map(place -> place.name().endsWith("市")).orElse(false);
      return java.util.Optional.of(countyCity ? region : city);
    }
    return region.endsWith("00") ? java.util.Optional.empty() : java.util.Optional.of(region);
  }

  private void addZones(String text) {
    Matcher zones = ZONE.matcher(text);
    while (zones.find()) {
      String name = ZONE_LEAD.matcher(zones.group()).replaceFirst("");
      if (!GENERIC_ZONE.matcher(name).matches() && !codes.containsKey(name)) {
        List<Place> named = gazetteer.byName(name);
        boolean coded = named.size() == 1 && !named.get(0).isZone();
        codes.put(name, coded ? named.get(0).code() : name);
      }
    }
  }

  boolean isEmpty() {
    return codes.isEmpty();
  }

  /** All of them as alternatives of a pattern, the longest first. */
  String alternatives() {
    return codes.keySet().stream()
        .sorted((a, b) -> b.length() - a.length())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** GB/T 2260 code of the words, or the zone's name. */
  String code(String words) {
    String code = codes.getOrDefault(words, words);
    return code.matches("\\d{6}") ? code : code.replace("国家自主创新", "");
  }

  String region() {
    return region;
  }
}
