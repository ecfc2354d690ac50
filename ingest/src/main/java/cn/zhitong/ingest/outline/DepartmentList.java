package cn.zhitong.ingest.outline;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.PlaceMention;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a list of departments apart: 省发改委、工信厅、信访局 → 省发改委, 省工信厅, 省信访局. The shared prefix reaches as
 * far as the 、 do; a comma, or a name with a prefix of its own, ends it.
 */
final class DepartmentList {
  private static final String ORGAN =
      "(?:厅|局|委|办|部|会|联|行|署|院|处|所|站|中心|单位|部门|机构|政府|公司|集团|海关|队|馆|社|学院|大学|高校|党组|园区|开发区|新区|街道|乡镇|电力|法院|科|银保监|学校)";
  private static final Pattern ORGAN_END = Pattern.compile(ORGAN + "(?:[（(][^）)]*[）)])?$");
  private static final Pattern JOINED =
      Pattern.compile("(?<=" + ORGAN + ")(?:和|以及|及|与)(?!相关|有关|其|各级)");

  /** 市场监管局 and 市政园林局 do not begin with the prefix 市. */
  private static final Pattern PREFIX =
      Pattern.compile("^(自治区|省|市(?!场监|政(?!府|务|协|法))|县|区|州|旗|盟)(?:直)?(?=.{2,})");

  private static final Pattern PARTY = Pattern.compile("^(自治区党委|省委|市委|县委|区委|州委)(?=.{2,})");
  private static final Pattern PARTY_ORGAN =
      Pattern.compile(
          "^(?:组织|宣传|统战|统一战线工作|社会工作|政法|网信|编|改革|财经|外事工作|金融|农|军民融合|台|老干部|巡视|政策研究)[一-龥]{0,6}(?:部|委|办|室|局|委员会|办公室)$");
  private static final Pattern OWN =
      Pattern.compile("^(?:国家|全国|中国|中央|中共|国务院|国网|各|本|有关|相关|其他|人民银行|人行|所在|驻|属地|在)");

  private DepartmentList() {}

  static List<String> split(String list) {
    List<String> names = new ArrayList<>();
    String prefix = "";
    String party = "";
    String pending = "";
    for (String item : items(list)) {
      boolean newGroup = item.startsWith(",");
      String name = trim(item);
      if (newGroup) {
        prefix = "";
        party = "";
      }
      if (name.isEmpty()) {
        continue;
      }
      if (isFragment(name) && pending.isEmpty()) {
        pending = name;
        continue;
      }
      if (!pending.isEmpty()) {
        name = pending + "、" + name;
        pending = "";
      }
      if (name.equals("政府") && !names.isEmpty() && names.get(names.size() - 1).endsWith("党委")) {
        names.set(names.size() - 1, names.get(names.size() - 1) + "、政府");
        continue;
      }
      String own = ownPrefix(name);
      if (own != null) {
        prefix = own;
        Matcher partyPrefix = PARTY.matcher(name);
        party = partyPrefix.find() ? partyPrefix.group(1) : "";
      } else if (!party.isEmpty() && PARTY_ORGAN.matcher(name).matches()) {
        name = party + name;
      } else {
        name = prefix + name;
      }
      if (isDepartment(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Items at bracket depth 0; one behind a comma is led by a comma. */
  private static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    int depth = 0;
    for (char c : list.toCharArray()) {
      if (Brackets.isOpen(c)) {
        depth++;
      } else if ("）)〕】]］".indexOf(c) >= 0) {
        depth--;
      }
      if (depth == 0 && "、，,；;".indexOf(c) >= 0) {
        addJoined(items, item.toString());
        item.setLength(0);
        item.append(c == '、' ? "" : ",");
      } else {
        item.append(c);
      }
    }
    addJoined(items, item.toString());
    return items;
  }

  private static void addJoined(List<String> items, String item) {
    for (String part : JOINED.split(item)) {
      items.add(part);
    }
  }

  private static String trim(String item) {
    String name = item.replaceAll("[\\s　]", "").replaceFirst("^,", "");
    name = name.replaceFirst("^(?:由|请|会同)", "");
    return name.replaceFirst("等(?:有关|相关)?(?:部门|单位)?$", "").replaceFirst("(?:分别|共同|按职责分工|按职责)$", "");
  }

  /** 各市 of 各市、县(区)人民政府. */
  private static boolean isFragment(String name) {
    boolean administrative =
        name.matches("(?:各)?(?:省|市|县|区|州|旗|盟|乡|镇|街道|地区|市州|市地)(?:[（(].*[）)])?|各[^厅局委办部]{1,6}");
    return administrative && !ORGAN_END.matcher(name).find();
  }

  private static String ownPrefix(String name) {
    Matcher prefix = PREFIX.matcher(name);
    if (prefix.find()) {
      return prefix.group(1);
    }
    if (OWN.matcher(name).find()) {
      return "";
    }
    for (PlaceMention mention : Gazetteer.standard().find(name)) {
      if (mention.start() == 0 && mention.end() < name.length()) {
        String place = name.substring(0, mention.end());
        boolean administrative = "省市县区州".indexOf(place.charAt(place.length() - 1)) >= 0;
        return administrative && !mention.candidates().get(0).isZone() ? place : "";
      }
    }
    return null;
  }

  private static boolean isDepartment(String name) {
    return name.length() >= 3 && name.length() <= 40 && ORGAN_END.matcher(name).find()
        || name.endsWith("党委、政府");
  }
}
