package cn.zhitong.assistant.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds organisations that a text names and tells whether its sources name them too. Names are
 * found by how they end; where one begins is decided with the sources at hand, since 联系省工信厅 and
 * 省工信厅 look alike.
 */
final class OrganisationFinder {
  private static final Pattern ENDING =
      Pattern.compile(
          "部门|办事处|派出所|事务所|管理处|管理站|支队|大队|学会|委员会|管委会|人民政府|政府|办公室|办公厅|服务中心|中心|有限公司|公司|银行|集团|法院|检察院|协会|商会|工商联|联合会|基金会"
              + "|发改委|卫健委|国资委|经信委|网信办|海关总署|总署|总局|税务局|(?<![结布格全大当时])局|(?<![大客餐展门])厅|海关"
              + "|财政部|商务部|工信部|科技部|教育部|公安部|司法部|民政部|人社部|资源部|环境部|住建部|建设部|运输部|水利部|农村部|旅游部|管理部|宣传部|组织部|统战部|信息化部|保障部"
              + "|医院|大学|研究院|(?<=省|市|县|区)委(?!员|托)|交易所|保险公司|仲裁委");

  /** What stands before a name without being part of it. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "^.*(?:[由向到的是请可在将被找报送与及或从把让给经等以其该本各]|联系|咨询|拨打|登录|前往|提交|申请|根据|按照|通过|会同|牵头|负责|有关|相关|当地|所在地|属地|企业|统一|直接|同时|包括|如下|为(?!民)|[^\\u4e00-\\u9fa5])");

  private static final Pattern WITHIN_A_NAME =
      Pattern.compile("工业和信息化|人力资源和社会保障|文化和旅游|住房和城乡|规划和自然资源|经济和信息化|发展和改革|卫生和计划");

  private static final Pattern GENERIC =
      Pattern.compile(
          "(?:有关|相关|主管|责任|各|该|本|其他|其它|牵头|配合|承办|办理|受理|审批|审核|登记|职能|业务|政府|级|地|办|两个|多个|上述|监管|管理|服务|执法|认定|推荐|归口|对应|的|由|向|到|跨|各个|内设)$");

  private static final String[][] SHORT_FORMS = {
    {"工业和信息化", "工信"},
    {"工业信息化", "工信"},
    {"经济和信息化", "经信"},
    {"发展和改革委员会", "发改委"},
    {"发展改革委", "发改委"},
    {"发展改革部门", "发改部门"},
    {"发展和改革部门", "发改部门"},
    {"国家发展改革", "国家发改"},
    {"人力资源和社会保障", "人社"},
    {"人力资源社会保障", "人社"},
    {"住房和城乡建设", "住建"},
    {"住房城乡建设", "住建"},
    {"卫生健康委员会", "卫健委"},
    {"卫生健康委", "卫健委"},
    {"市场监督管理", "市场监管"},
    {"文化和旅游", "文旅"},
    {"国有资产监督管理委员会", "国资委"},
    {"工商业联合会", "工商联"},
    {"人民政府", "政府"},
  };

  private OrganisationFinder() {}

  /** Names in the text that no source has. */
  static List<String> unsupported(String text, String sources) {
    String mine = shortened(text);
    String theirs = shortened(sources);
    List<String> unsupported = new ArrayList<>();
    Matcher matcher = ENDING.matcher(mine);
    while (matcher.find()) {
      String name = name(mine, matcher.start(), matcher.end());
      if (matcher.group().equals("部门")) {
        office(name).filter(field -> !theirs.contains(field)).ifPresent(unsupported::add);
      } else if (name.length() > matcher.group().length() + (isProper(matcher.group()) ? -1 : 0)
          && !named(name, matcher.group(), theirs)) {
        unsupported.add(name);
      }
    }
    return unsupported;
  }

  /**
   * What a 税务部门 is in charge of, two characters: a source that says 税务局 bears it out, one that says
   * 财政局 does not. 有关部门 and 主管部门 are in charge of nothing in particular.
   */
  private static Optional<String> office(String name) {
    String before = name.substring(0, name.length() - "部门".length());
    String field = before.substring(Math.max(0, before.length() - 2));
    return field.length() < 2 || GENERIC.matcher(before).find()
        ? Optional.empty()
        : Optional.of(field);
  }

  /** 财政部 or 发改委 is a name by itself; 中心 or 公司 is not. */
  private static boolean isProper(String ending) {
    return ending.length() >= 3
        && !ending.equals("委员会")
        && !ending.endsWith("公司")
        && !ending.equals("办公室")
        && !ending.equals("办公厅")
        && !ending.equals("研究院");
  }

  private static String name(String text, int ending, int end) {
    int start = ending;
    while (start > 0 && end - start < 20 && isHan(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static boolean isHan(char c) {
    return c >= '\u4e00' && c <= '\u9fa5';
  }

  /** Whether the sources have the name, less what only stands before it. */
  private static boolean named(String run, String ending, String sources) {
    for (int start = 0; run.length() - start >= ending.length(); start++) {
      String candidate = run.substring(start);
      if (!sources.contains(candidate)) {
        continue;
      }
      String before = run.substring(0, start);
      boolean generic = candidate.length() == ending.length() && !isProper(ending);
      return before.isEmpty()
          || (endsOutside(before) && !generic)
          || isPlaceIn(before, sources)
          || (generic && endsOutside(before));
    }
    // A generic word (有关政府部门的“中心”) with nothing before it that belongs to a name.
    String before = run.substring(0, run.length() - ending.length());
    return !isProper(ending) && endsOutside(before);
  }

  private static boolean endsOutside(String before) {
    return BEFORE.matcher(WITHIN_A_NAME.matcher(before).replaceAll("")).matches();
  }

  /** 福建省 before 工信厅 is fine where the sources have the place elsewhere, as in the issuer. */
  private static boolean isPlaceIn(String before, String sources) {
    Matcher place = Pattern.compile("([\\u4e00-\\u9fa5]{2,7}?[省市县区州盟旗])$").matcher(before);
    if (!place.find()) {
      return false;
    }
    String run = place.group(1);
    for (int start = 0; run.length() - start >= 2; start++) {
      if (sources.contains(run.substring(start))) {
        return start == 0
            || endsOutside(before.substring(0, before.length() - run.length() + start));
      }
    }
    return false;
  }

  static String shortened(String text) {
    String result = text.replaceAll("\\s+", "");
    for (String[] form : SHORT_FORMS) {
      result = result.replace(form[0], form[1]);
    }
    return result;
  }
}
