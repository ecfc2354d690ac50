package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column holds which field of an appeal: as the request says, else by the names that hotlines
 * use.
 *
 * @param columns field → index
 */
record ColumnMapping(Map<String, Integer> columns) {
  private static final String NUMBER = "externalNumber";

  /** The first that a file has counts. */
  private static final Map<String, List<String>> USUAL = new LinkedHashMap<>();

  static {
    USUAL.put(NUMBER, List.of("工单编号", "工单号", "受理编号", "诉求编号", "来件编号", "编号", NUMBER));
    USUAL.put("title", List.of("标题", "工单标题", "诉求标题", "来件标题", "主题", "title"));
    USUAL.put("text", List.of("诉求内容", "来电内容", "来件内容", "工单内容", "问题描述", "具体内容", "正文", "内容", "text"));
    USUAL.put(
        "askedAt",
        List.of("来电时间", "诉求时间", "提出时间", "来件时间", "受理时间", "登记时间", "创建时间", "时间", "askedAt"));
    USUAL.put("region", List.of("区划代码", "所属地区", "事发地", "所在地区", "地区", "区域", "region"));
    USUAL.put("enterprise", List.of("企业名称", "单位名称", "公司名称", "企业", "enterprise"));
    USUAL.put("contactName", List.of("联系人", "来电人", "姓名", "诉求人", "contactName"));
    USUAL.put("contactPhone", List.of("联系电话", "来电号码", "手机号码", "手机号", "电话", "contactPhone"));
    USUAL.put("contactEmail", List.of("电子邮箱", "邮箱", "contactEmail"));
  }

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]*(\\d{1,2})[:时](\\d{1,2})分?(?::(\\d{1,2})(?:\\.\\d+)?)?秒?)?");

  /**
   * @param given field → column's name; null where the usual names are to do
   * @throws Problem.InvalidRequest when a field or column is unknown, or neither title nor text has
   *     one
   */
  static ColumnMapping of(List<String> header, Map<String, String> given) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    Map<String, String> wanted = given == null ? Map.of() : given;
    wanted.forEach(
        (field, column) -> {
          if (!USUAL.containsKey(field)) {
            throw new Problem.InvalidRequest(
                "mapping 中没有“" + field + "”这个字段，可用：" + String.join("、", USUAL.keySet()) + "。");
          }
          if (!header.contains(column)) {
            throw new Problem.InvalidRequest(
                "文件中没有“" + column + "”这一列，现有：" + String.join("、", header) + "。");
          }
          columns.put(field, header.indexOf(column));
        });
    USUAL.forEach(
        (field, names) ->
            names.stream()
                .filter(header::contains)
                .findFirst()
                .ifPresent(name -> columns.putIfAbsent(field, header.indexOf(name))));
    if (!columns.containsKey("title") && !columns.containsKey("text")) {
      throw new Problem.InvalidRequest(
          "没有找到标题或内容所在的列，请用 mapping 指明，如 {\"text\":\"诉求内容\"}。现有列："
              + String.join("、", header)
              + "。");
    }
    return new ColumnMapping(Map.copyOf(columns));
  }

  /** What a line says, as a request to file it. */
  AppealRequest request(HotlineFile.Line line, String channel) {
    return new AppealRequest(
        cell(line, "title"),
        cell(line, "text"),
        region(cell(line, "region")),
        channel,
        number(line),
        time(cell(line, "askedAt")),
        cell(line, "enterprise"),
        cell(line, "contactName"),
        cell(line, "contactPhone"),
        cell(line, "contactEmail"));
  }

  /** The work order's number; null where it has none. */
  String number(HotlineFile.Line line) {
    return cell(line, NUMBER);
  }

  /** Field → column's name, to be shown. */
  Map<String, String> names(List<String> header) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String field : new ArrayList<>(USUAL.keySet())) {
      if (columns.containsKey(field)) {
        names.put(field, header.get(columns.get(field)));
      }
    }
    return names;
  }

  private String cell(HotlineFile.Line line, String field) {
    Integer column = columns.get(field);
    String text = column == null ? "" : line.cells().get(column);
    return text.isEmpty() ? null : text;
  }

  /** {@code 2017-3-2 18:19:14}, {@code 2025/9/26}, {@code 2025年9月26日 9时30分} in ISO's form. */
  static String time(String text) {
    Matcher matcher = text == null ? null : TIME.matcher(text);
    if (matcher == null || !matcher.matches()) {
      return text;
    }
    String day = matcher.group(1) + "-" + two(matcher.group(2)) + "-" + two(matcher.group(3));
    return matcher.group(4) == null
        ? day
        : day
            + "T"
            + two(matcher.group(4))
            + ":"
            + two(matcher.group(5))
            + ":"
            + two(matcher.group(6));
  }

  private static String two(String digits) {
    return digits == null ? "00" : digits.length() == 1 ? "0" + digits : digits;
  }

  private static String region(String text) {
    if (text == null || text.matches("\\d{6}")) {
      return text;
    }
    List<Place> places = Gazetteer.standard().byName(text);
    if (places.size() != 1 || places.get(0).isZone()) {
      throw new Problem.InvalidRequest("地区“" + text + "”无法对应到唯一的区划，请改填六位代码。");
    }
    return places.get(0).code();
  }
}
