package cn.zhitong.assistant.matching.extraction;

import java.util.Set;
import java.util.regex.Pattern;

/** The units of figures: which there are, what they measure, and what conditions call them. */
final class QuantityUnits {
  /** A span counted in months keeps its unit. */
  static final String MONTHS = "个月";

  /** What is counted one by one and has no unit: 20班, 3轮, 500例. */
  private static final String MEASURE_WORDS =
      "批次|批(?![准复发])|块(?!状)|列(?![入为支席])|班(?!组|子)|轮次?(?!换|流)|单(?![位个项独一])|例(?!如)|集(?![中体团成])|枚|起|代(?![理表码])|组(?![织成建])|队(?!员|伍)";

  /** 「2个学期以上」: counted under its name. */
  private static final String COUNTED_BY_NAME =
      "个(?![及或以亿万月年季半百])\\p{IsHan}{1,3}(?=[及或]?者?(?:以上|以下|以内))";

  /** A word that no list has, between a figure and its bound: 「3泵以上」. No grade has one: 3级以上. */
  private static final String UNKNOWN =
      "(?<=[\\d万千百亿])(?![级星档等类代线型月日号时点以及或者元])\\p{IsHan}(?=[及或]?者?(?:以上|以下|以内)|[，。；、（）()]|$)";

  /** Every unit that a figure may have, as a regular expression without groups. */
  static final String UNIT =
      "(?:"
          + "(?:吨标准煤|吨标煤|吨|公斤|千克|千瓦时|立方米|升|件|台|套|辆|米|克)/(?:万元|平方米|立方米|公里|小时|秒|分钟|万人|百人|人|亩|台|辆|吨|百公里)|"
          + "个?基点|成(?![立员果熟长功交为品效])|元人民币|元/(?:亩|人|年|平方米|户|件|吨)|元|美元|欧元|港元|[%％‰]|个百分点|个?(?:完整的?)?会计年度|个?完整年度|个?年度|周岁|岁|周年|年期|年|个月|个?工作日|人年|人天|人日|人次|人|名|位|家次|家|户次|户|件|项|"
          + COUNTED_BY_NAME
          + "|个|种|台|套|条|次|场次|场(?!所|地)|"
          + MEASURE_WORDS
          + "|毫克/立方米|毫克/升|蒸吨/小时|蒸吨|片|份|TB|GB|PB|TEU|平方米|平米|㎡|m²|亩|公顷|平方公里|空方|千伏安|总吨|吨标准煤|吨标煤|吨|公斤|千克|架次|件次|载重吨|总载重吨|毫秒|秒钟?|海里|升(?![级至到学格高])|字(?!号)|页|桌|纳米|微米|毫米|厘米|米|公里|分(?!钟|之)|倍|天|日|小时|千瓦时|千瓦|兆瓦时|兆瓦|张|类|款|册|部|篇|期|届|门|间|辆|只|头|支|层|座|栋|幢|处|所|架|艘|株|羽|立方米|课时|学时|标箱|席|院|村|晚|BP|bp|箱|瓶|车次|航次|班次|分钟|学分|车位|餐位|机位|泊位|工位|展位|MWp|MWh|MW|GWh|GW|[kK]Wh|[kK]W|PFLOPS|PFlops|Gbps|Mbps|kVA|kV|km|kg|床|"
          + UNKNOWN
          + ")(?:/(?:年|月|日|天))?";

  /** Units that only count, so that nothing is lost without them. */
  private static final Pattern COUNTED =
      Pattern.compile(MEASURE_WORDS + "|场次|户次|个\\p{IsHan}+(?<!工作日|基点)");

  private static final Pattern PER_TIME = Pattern.compile("/[年月日天]$");

  private QuantityUnits() {}

  /** 「10万吨/年」 is so much a year: the unit without the time. */
  static String withoutTime(String unit) {
    return unit == null ? null : PER_TIME.matcher(unit).replaceFirst("");
  }

  /** What a figure with this unit measures. */
  static QuantityKind kind(String unit) {
    if (unit.contains("元") && !unit.endsWith("/万元")) {
      return QuantityKind.MONEY;
    }
    return switch (unit) {
      case "%", "％", "‰", "个百分点", "成" -> QuantityKind.SHARE;
      case "年",
          "年期",
          "周年",
          "个月",
          "会计年度",
          "个会计年度",
          "年度",
          "个年度",
          "完整年度",
          "个完整年度",
          "完整会计年度",
          "个完整会计年度",
          "完整的会计年度",
          "个完整的会计年度" ->
          QuantityKind.YEARS;
      case "人", "名", "位" -> QuantityKind.PEOPLE;
      case "家",
          "户",
          "件",
          "项",
          "个",
          "种",
          "台",
          "套",
          "条",
          "次",
          "场",
          "家次",
          "人次",
          "款",
          "张",
          "类",
          "片",
          "份" ->
          QuantityKind.COUNT;
      default -> COUNTED.matcher(unit).matches() ? QuantityKind.COUNT : QuantityKind.OTHER;
    };
  }

  /** The unit as conditions have it; null for what is only counted. */
  static String named(QuantityKind kind, String unit) {
    return switch (kind) {
      case MONEY -> unit.startsWith("元") ? "万元" : "万" + unit;
      case SHARE -> "share";
      case YEARS -> unit.equals(MONTHS) ? MONTHS : "年";
      case PEOPLE, COUNT -> null;
      case OTHER -> unit == null ? null : other(unit);
    };
  }

  private static String other(String unit) {
    return unit.endsWith("基点") ? "基点" : Set.of("㎡", "m²", "平米").contains(unit) ? "平方米" : unit;
  }
}
