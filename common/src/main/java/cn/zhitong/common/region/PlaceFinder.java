package cn.zhitong.common.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds places in text and tells apart those of the same name by what is named before. */
final class PlaceFinder {
  /** Names that only say something behind the place above them (乐山市市中区). */
  private static final Set<String> NEED_PARENT =
      Set.of("市中区", "城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "中西区");

  /** A place's own development zone: 大连高新区, 烟台经济技术开发区. */
  private static final Pattern ZONE =
      Pattern.compile("\\G(高新技术产业开发区|高新技术产业园区|高新区|经济技术开发区|经济开发区|经开区|综合保税区|保税区|自由贸易试验区|自贸区|开发区)");

  private final Gazetteer gazetteer;
  private final NameTrie<List<Place>> trie;

  PlaceFinder(Gazetteer gazetteer, Map<String, List<Place>> names) {
    this.gazetteer = gazetteer;
    Map<String, List<Place>> findable = new HashMap<>(names);
    findable.remove("全国");
    this.trie = new NameTrie<>(findable);
  }

  List<PlaceMention> find(String text, String within) {
    List<PlaceMention> mentions = new ArrayList<>();
    String context = within;
    for (NameTrie.Match<List<Place>> match : trie.find(text)) {
      PlaceMention last = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
      boolean adjoins = last != null && last.end() == match.start();
      if (isPartOfWord(text, match, adjoins)) {
        continue;
      }
      PlaceMention mention = narrow(text, match, adjoins ? last : null, context);
      mentions.add(mention);
      context = mention.place().map(Place::code).orElse(context);
    }
    return mentions;
  }

  private static boolean isPartOfWord(
      String text, NameTrie.Match<List<Place>> match, boolean adjoins) {
    String name = text.substring(match.start(), match.end());
    if (NEED_PARENT.contains(name) && !adjoins) {
      return true;
    }
    // 海南 in 海南岛路, 中山 in 中山大学 and the like stay; a road is not a place.
    boolean road = match.end() < text.length() && "路街道巷".indexOf(text.charAt(match.end())) >= 0;
    return road && name.length() <= 3 && !"省市县区州".contains(name.substring(name.length() - 1));
  }

  private PlaceMention narrow(
      String text, NameTrie.Match<List<Place>> match, PlaceMention before, String context) {
    List<Place> candidates = match.value();
    if (candidates.size() > 1 && before != null) {
      candidates = within(candidates, before.candidates().get(0).code());
    }
    String at = context;
    while (candidates.size() > 1 && at != null && !at.equals(Place.COUNTRY)) {
      candidates = within(candidates, at);
      at = gazetteer.byCode(at).map(Place::parent).orElse(null);
    }
    Matcher zone = ZONE.matcher(text);
    if (candidates.size() == 1 && zone.find(match.end())) {
      Place place = Gazetteer.zone(candidates.get(0).code(), canonical(zone.group(1)));
      return new PlaceMention(match.start(), zone.end(), List.of(place));
    }
    return new PlaceMention(match.start(), match.end(), candidates);
  }

  private List<Place> within(List<Place> candidates, String code) {
    List<Place> inside =
        candidates.stream().filter(p -> gazetteer.isWithin(p.code(), code)).toList();
    return inside.isEmpty() ? candidates : inside;
  }

  private static String canonical(String zone) {
    if (zone.startsWith("高新")) {
      return "高新区";
    }
    return zone.startsWith("经") ? "经开区" : zone.replace("自由贸易试验区", "自贸区");
  }
}
