package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.DateSpan;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.IndustryCode;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.tables.ColumnNames;
import cn.zhitong.assistant.tables.Sheet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Enterprise files out of JSON lines and tables: one column a field, its year in brackets. */
final class EnterpriseRows {
  /** 营业收入(2023), 营业收入2023年, 营业收入_2023. */
  private static final Pattern YEARLY =
      Pattern.compile("^(.{1,80}?)[（(_ ]?(20\\d{2})年?度?[)）]?(?:[（(](?:万元|人|[%％])[)）])?");

  private static final Pattern UNIT = Pattern.compile("[（(](?:万元|人|件|项|[%％])[)）]$");
  private static final Pattern PERCENT = Pattern.compile("[（(][%％][)）]$");
  private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.{0,20}$");
  private static final String SHARE = "share";

  /** Parts of a whole, which are at most that; growth and intensity may be more than one. */
  private static final Set<String> PARTS =
      Set.of("rd_staff_ratio", "tech_staff_ratio", "college_ratio", "main_revenue_ratio");

  private static final String[] CODE_NAMES = {"统一社会信用代码", "信用代码", "creditCode"};
  private static final String[] NAME_NAMES = {"企业名称", "名称", "name"};
  private static final String[] SOURCE_NAMES = {"来源", "source"};
  private static final String[] DAY_NAMES = {"日期", "observedAt"};

  /** Columns that tell the header from a title above it. */
  static final List<String> KEY_NAMES =
      Stream.of(CODE_NAMES, NAME_NAMES, SOURCE_NAMES, DAY_NAMES).flatMap(Stream::of).toList();

  private static final Set<String> KEYS =
      KEY_NAMES.stream().map(ColumnNames::plain).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> YES = Set.of("是", "有", "true", "TRUE", "1", "Y", "√");
  private static final Set<String> NO = Set.of("否", "无", "false", "FALSE", "0", "N", "×");

  /**
   * A column that holds a field.
   *
   * @param percent whether its numbers are of a hundred, by its name
   */
  record Column(int index, FieldCatalogue.Field field, DateSpan period, boolean percent) {}

  /**
   * Where a table has what, found once a file; -1 for what it has not.
   *
   * @param code of the credit code
   * @param day on which the row was observed
   */
  record Columns(int code, int name, int source, int day, List<Column> fields) {}

  private EnterpriseRows() {}

  /** A line of JSON Lines. */
  static Enterprises.Sent line(String line, ObjectMapper json) {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new InvalidFile("不是有效的 JSON");
    }
    return sent(node.path("creditCode").asText(null), node);
  }

  /** A file as the API takes it. */
  static Enterprises.Sent sent(String creditCode, JsonNode node) {
    try {
      return new Enterprises.Sent(
          CreditCode.of(creditCode),
          node.path("name").asText(null),
          FactCodec.readAll(node.get("facts")),
          FactCodec.names(node.get("closedFields")),
          FactCodec.names(node.get("closedRegisters")));
    } catch (InvalidCondition e) {
      throw new InvalidFile(e.getMessage());
    }
  }

  /** The columns that are fields; others are named to the sender. */
  static Columns columns(Sheet sheet, List<String> unknown) {
    List<Column> fields = new ArrayList<>();
    for (int i = 0; i < sheet.header().size(); i++) {
      String header = sheet.header().get(i);
      if (isKey(header) || header.isEmpty()) {
        continue;
      }
      Optional<Column> column = column(i, header);
      column.ifPresent(fields::add);
      if (column.isEmpty()) {
        unknown.add(header);
      }
    }
    return new Columns(
        sheet.column(CODE_NAMES),
        sheet.column(NAME_NAMES),
        sheet.column(SOURCE_NAMES),
        sheet.column(DAY_NAMES),
        fields);
  }

  private static boolean isKey(String header) {
    return KEYS.contains(ColumnNames.plain(header));
  }

  private static Optional<Column> column(int index, String header) {
    boolean percent = PERCENT.matcher(header).find();
    Matcher yearly = YEARLY.matcher(header);
    if (yearly.matches()) {
      Optional<FieldCatalogue.Field> field = FieldCatalogue.named(yearly.group(1));
      if (field.isPresent()) {
        return Optional.of(
            new Column(
                index, field.get(), DateSpan.year(Integer.parseInt(yearly.group(2))), percent));
      }
    }
    return FieldCatalogue.named(UNIT.matcher(header).replaceFirst(""))
        .map(field -> new Column(index, field, null, percent));
  }

  /** A row of a table. */
  static Enterprises.Sent row(Sheet.Row row, Columns columns, String source, LocalDate today) {
    CreditCode code = CreditCode.of(row.cell(columns.code()));
    String name = row.cell(columns.name());
    String from = row.cell(columns.source());
    LocalDate observed = observed(row.cell(columns.day()), today);
    List<Fact> facts = new ArrayList<>();
    for (Column column : columns.fields()) {
      String cell = row.cell(column.index());
      if (!cell.isEmpty()) {
        requireExact(row, column, cell);
        for (String one : parts(column, cell)) {
          facts.add(fact(column, one, from.isEmpty() ? source : from, observed));
        }
      }
    }
    return new Enterprises.Sent(code, name.isEmpty() ? null : name, facts, Set.of(), Set.of());
  }

  /** A day that cannot be read is no day of today: the newest statement of a source holds. */
  private static LocalDate observed(String cell, LocalDate today) {
    return cell.isEmpty()
        ? today
        : day(cell).map(DateSpan::last).orElseThrow(() -> new InvalidFile("日期：“" + cell + "”不是日期"));
  }

  /** What the file does not hold for sure, or not for this row alone, is nobody's figure. */
  private static void requireExact(Sheet.Row row, Column column, String cell) {
    String name = column.field().name();
    if (row.inexact().contains(column.index())) {
      throw new InvalidFile(name + "：“" + cell + "”不是确切的值（公式没有算出的结果，或已被表格软件改坏），请改为数值后再导入");
    }
    if (column.field().type() == FieldCatalogue.Type.NUMBER
        && row.shared().contains(column.index())) {
      throw new InvalidFile(name + "：" + cell + " 的单元格与别的行合并，分不清每家是多少，请拆分单元格，逐行填写");
    }
  }

  private static List<String> parts(Column column, String cell) {
    return column.field().key().equals("qualification")
        ? Stream.of(cell.split("[、；;]")).map(String::strip).filter(one -> !one.isEmpty()).toList()
        : List.of(cell.strip());
  }

  private static Fact fact(Column column, String cell, String source, LocalDate observed) {
    FieldCatalogue.Field field = column.field();
    return new Fact(
        field.key(),
        value(column, cell),
        field.unit(),
        column.period(),
        null,
        null,
        null,
        source,
        observed);
  }

  private static FactValue value(Column column, String cell) {
    FieldCatalogue.Field field = column.field();
    return switch (field.type()) {
      case NUMBER -> FactValue.of(number(column, cell));
      case FLAG -> FactValue.of(flag(field, cell));
      case INDUSTRY -> FactValue.of(IndustryCode.normal(cell));
      case DATE -> FactValue.of(date(field, cell));
      default -> FactValue.of(cell);
    };
  }

  private static BigDecimal number(Column column, String cell) {
    boolean marked = cell.endsWith("%");
    String plain = cell.replace(",", "").replace("%", "");
    if (!plain.matches("-?\\d+(\\.\\d+)?")) {
      throw new InvalidFile(column.field().name() + "：“" + cell + "”不是数字");
    }
    BigDecimal number = new BigDecimal(plain);
    boolean share = SHARE.equals(column.field().unit());
    if (marked && !share) {
      throw new InvalidFile(column.field().name() + "：“" + cell + "”不应是百分数");
    }
    BigDecimal value = share && (marked || column.percent()) ? number.movePointLeft(2) : number;
    if (PARTS.contains(column.field().key()) && value.compareTo(BigDecimal.ONE) > 0) {
      throw new InvalidFile(
          column.field().name() + "：“" + cell + "”超过 100%，请写成百分数（如 12%），或在列名后注明（%）");
    }
    return value;
  }

  private static boolean flag(FieldCatalogue.Field field, String cell) {
    if (YES.contains(cell)) {
      return true;
    }
    if (NO.contains(cell)) {
      return false;
    }
    throw new InvalidFile(field.name() + "：“" + cell + "”应为是或否");
  }

  private static String date(FieldCatalogue.Field field, String cell) {
    return day(cell)
        .map(FactCodec::written)
        .orElseThrow(() -> new InvalidFile(field.name() + "：“" + cell + "”不是日期"));
  }

  /** 2026-03-05, 2026/3/5, 2026年3月5日, with a time or without, 2026年3月, 2026. */
  private static Optional<DateSpan> day(String cell) {
    String plain = TIME.matcher(cell.strip()).replaceFirst("");
    return DateSpan.parse(
        plain.replaceAll("[年月/.]", "-").replaceAll("[日号]", "").replaceAll("-$", ""));
  }
}
