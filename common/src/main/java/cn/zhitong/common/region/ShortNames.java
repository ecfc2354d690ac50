package cn.zhitong.common.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What places are called in running text besides their full names. */
final class ShortNames {
  /** Short names of cities that mean something else more often (中山路, 大同小异, 东方). */
  private static final Set<String> MISLEADING =
      Set.of("朝阳", "中山", "大同", "东方", "安康", "白银", "海南", "吉林", "和平", "东营子", "西", "东");

  private static final Pattern PROVINCE_END = Pattern.compile("(壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$");
  private static final Pattern PEOPLES =
      Pattern.compile(
          "(蒙古|朝鲜|土家|苗|布依|侗|彝|哈尼|壮|傣|白|傈僳|景颇|藏|羌|回|哈萨克|柯尔克孜|满|瑶|黎|畲|达斡尔|鄂温克|鄂伦春|裕固|保安|东乡|撒拉|土|锡伯|塔吉克|纳西|拉祜|佤|布朗|独龙|怒|普米|水|仡佬|毛南|仫佬|各)族|蒙古(?=自治州)|哈萨克(?=自治州)|柯尔克孜(?=自治州)");

  /** The single characters that stand for provinces in document numbers (闽政办). */
  static final Map<String, String> PROVINCE_CHARACTERS =
      Map.ofEntries(
          Map.entry("京", "110000"),
          Map.entry("津", "120000"),
          Map.entry("冀", "130000"),
          Map.entry("晋", "140000"),
          Map.entry("内", "150000"),
          Map.entry("辽", "210000"),
          Map.entry("吉", "220000"),
          Map.entry("黑", "230000"),
          Map.entry("沪", "310000"),
          Map.entry("苏", "320000"),
          Map.entry("浙", "330000"),
          Map.entry("皖", "340000"),
          Map.entry("闽", "350000"),
          Map.entry("赣", "360000"),
          Map.entry("鲁", "370000"),
          Map.entry("豫", "410000"),
          Map.entry("鄂", "420000"),
          Map.entry("湘", "430000"),
          Map.entry("粤", "440000"),
          Map.entry("桂", "450000"),
          Map.entry("琼", "460000"),
          Map.entry("渝", "500000"),
          Map.entry("川", "510000"),
          Map.entry("黔", "520000"),
          Map.entry("滇", "530000"),
          Map.entry("云", "530000"),
          Map.entry("藏", "540000"),
          Map.entry("陕", "610000"),
          Map.entry("甘", "620000"),
          Map.entry("青", "630000"),
          Map.entry("宁", "640000"),
          Map.entry("新", "650000"));

  private ShortNames() {}

  /** Short names that are safe to look for in text; counties have none, 和平 or 长安 is a word. */
  static List<String> of(String name, Level level) {
    List<String> names = new ArrayList<>();
    if (level == Level.PROVINCE) {
      names.add(PROVINCE_END.matcher(name).replaceFirst(""));
    } else if (level == Level.CITY) {
      String bare = bareCity(name);
      if (name.endsWith("自治州")) {
        names.add(bare + "州");
      }
      names.add(bare);
    }
    names.removeIf(n -> n.length() < 2 || n.equals(name) || MISLEADING.contains(n));
    return names;
  }

  private static String bareCity(String name) {
    if (name.endsWith("自治州")) {
      String bare = PEOPLES.matcher(name).replaceAll("");
      return bare.replaceFirst("自治州$", "");
    }
    return name.replaceFirst("(市|地区|盟)$", "");
  }
}
