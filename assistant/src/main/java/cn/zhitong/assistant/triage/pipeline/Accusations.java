package cn.zhitong.assistant.triage.pipeline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds offices that an appeal complains of, and appeals whose sender must not become known. An
 * office that is only named (向住建局反映过) is not accused.
 */
final class Accusations {
  /** 投诉 X; not 向 X 投诉, 投诉到 X, 投诉 X 旁边的工地, 投诉人：X. */
  private static final String ACCUSED_BY_VERB =
      "(?:投诉|举报|控告|检举|状告)(?!人|者)[^向给到至由请，,。！？；\\n]{0,6}?%s(?!辖区|管辖|附近|旁|对面|门口|楼下|家属|宿舍|热线|电话|平台)";

  /** What only offices do; a comma may stand between. */
  private static final String OFFICIAL_CONDUCT =
      "(?:不作为|乱作为|慢作为|懒政|推诿|踢皮球|互相推|吃拿卡要|索贿|受贿|暴力执法|野蛮执法|粗暴执法|违法执法|执法不公"
          + "|选择性执法|滥用职权|以权谋私|徇私|渎职|失职|玩忽职守|刁难|敷衍|不履职|不履行职责|拒不受理|拒绝受理|故意拖延|无故拖延)";

  /** What others do too: close behind the name, and nobody asked to look into it. */
  private static final String CONDUCT = "(?:态度(?:恶劣|极差|很差|较差|差|蛮横|不好|傲慢)|乱收费|乱罚款|包庇|骂人|爱理不理)";

  private static final String ACCUSED_BY_CONDUCT =
      "%s(?:[^。！？；\\n管查督责请]{0,20}?"
          + OFFICIAL_CONDUCT
          + "|[^。！？；，,\\n管查督责请]{0,15}?"
          + CONDUCT
          + ")";

  private static final Pattern ANY =
      Pattern.compile("投诉|举报|控告|检举|状告|" + OFFICIAL_CONDUCT + "|" + CONDUCT);

  /** A place at the head of somebody else's name: 明州市某某公司 is not the city. */
  private static final String NOBODY_ELSE =
      "(?!\\p{IsHan}{0,12}(?:局|委|办|院|所|中心|公司|物业|学校|银行)|\\p{IsHan}{1,6}(?:乡|镇|街道|村))";

  /** A branch that follows its head's name is another office, and the head is above it. */
  private static final String NO_BRANCH =
      "(?![\\p{IsHan}&&[^推让不到说叫和与跟把对的踢给]]{1,4}(?:分局|派出所|支队|大队))";

  private static final Pattern ONLY_A_PLACE = Pattern.compile("(?:市|区|县|旗|镇|乡|街道|社区)$");

  private static final Pattern WITHIN_A_CITY = Pattern.compile("[区县旗]$");

  private static final Pattern PLACE =
      Pattern.compile("^(?!城市|小区|社区|园区|景区).{1,12}?(?:省|市|自治区|自治州|州(?!市)|盟|区|县|旗)(?=.{3,}$)");

  private Accusations() {}

  /**
   * @param names names of departments, as they may be written
   * @return accused names with the words that accuse them
   */
  static Map<String, String> in(String text, Collection<String> names) {
    Map<String, String> accused = new LinkedHashMap<>();
    if (!ANY.matcher(text).find()) {
      return accused;
    }
    Set<String> places = places(names);
    for (String name : names) {
      String bare = bare(name);
      for (String written : new String[] {name, bare}) {
        if (written.length() >= 3 && text.contains(written) && !accused.containsKey(name)) {
          boolean whole = written.length() == name.length() && !bare.equals(name);
          String words = words(text, written, whole ? "" : elsewhere(name, places));
          if (words != null) {
            accused.put(name, words);
          }
        }
      }
    }
    return accused;
  }

  private static Set<String> places(Collection<String> names) {
    Set<String> places = new TreeSet<>();
    for (String name : names) {
      places.add(place(name));
    }
    places.remove("");
    return places;
  }

  /**
   * Places whose office of the same name is another one: 西湖区教育局 is neither 东湖区教育局 nor 教育局. A name
   * without a place may be any city's.
   */
  private static String elsewhere(String name, Set<String> places) {
    String own = place(name);
    return places.stream()
        .filter(
            place ->
                own.isEmpty()
                    ? WITHIN_A_CITY.matcher(place).find()
                    : !place.endsWith(own) && !own.endsWith(place))
        .map(place -> "(?<!" + Pattern.quote(place) + ")")
        .collect(Collectors.joining());
  }

  private static String words(String text, String name, String elsewhere) {
    boolean place = ONLY_A_PLACE.matcher(name).find();
    String quoted = elsewhere + Pattern.quote(name) + (place ? NOBODY_ELSE : NO_BRANCH);
    Matcher matcher =
        Pattern.compile(
                ACCUSED_BY_VERB.formatted(quoted) + "|" + ACCUSED_BY_CONDUCT.formatted(quoted))
            .matcher(text);
    return matcher.find() ? matcher.group() : null;
  }

  /** 云泽省税务局 → 税务局, which is how people write it. */
  static String bare(String name) {
    return PLACE.matcher(name).replaceFirst("");
  }

  /** 云泽省税务局 → 云泽省; empty where none stands at its head. */
  private static String place(String name) {
    return name.substring(0, name.length() - bare(name).length());
  }
}
