package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.DateSpan;
import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.IndustryCode;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
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

/** Enterprise files out of JSON lines and tables: one column a field, its year in brackets. */
final class EnterpriseRows {
  /** 营业收入(2023), 营业收入2023年, 营业收入_2023. */
  private static final Pattern YEARLY =
      Pattern.compile("^(.{1,80}?)[（(_ ]?(20\\d{2})年?度?[)）]?(?:[（(](?:万元|人|%)[)）])?");

  private static final Pattern UNIT = Pattern.compile("[（(](?:万元|人|件|项|%)[)）]$");
  private static final Set<String> YES = Set.of("是", "有", "true", "TRUE", "1", "Y", "√");
  private static final Set<String> NO = Set.of("否", "无", "false", "FALSE", "0", "N", "×");

  /** A column that holds a field. */
  record Column(int index, FieldCatalogue.Field field, DateSpan period) {}

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
  static List<Column> columns(Sheet sheet, List<String> unknown) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < sheet.header().size(); i++) {
      String header = sheet.header().get(i);
      if (isKey(header) || header.isEmpty()) {
        continue;
      }
      Optional<Column> column = column(i, header);
      column.ifPresent(columns::add);
      if (column.isEmpty()) {
        unknown.add(header);
      }
    }
    return columns;
  }

  private static boolean isKey(String header) {
    return header.matches("统一社会信用代码|信用代码|creditCode|企业名称|名称|name|来源|source|日期|observedAt");
  }

  private static Optional<Column> column(int index, String header) {
    Matcher yearly = YEARLY.matcher(header);
    if (yearly.matches()) {
      Optional<FieldCatalogue.Field> field = FieldCatalogue.named(yearly.group(1));
      if (field.isPresent()) {
        return Optional.of(
            new Column(index, field.get(), DateSpan.year(Integer.parseInt(yearly.group(2)))));
      }
    }
    return FieldCatalogue.named(UNIT.matcher(header).replaceFirst(""))
        .map(field -> new Column(index, field, null));
  }

  /** A row of a table. */
  static Enterprises.Sent row(
      Sheet sheet, Sheet.Row row, List<Column> columns, String source, LocalDate today) {
    CreditCode code = CreditCode.of(row.cell(sheet.column("统一社会信用代码", "信用代码", "creditCode")));
    String name = row.cell(sheet.column("企业名称", "名称", "name"));
    String from = row.cell(sheet.column("来源", "source"));
    String day = row.cell(sheet.column("日期", "observedAt"));
    LocalDate observed = DateSpan.parse(day).map(DateSpan::last).orElse(today);
    List<Fact> facts = new ArrayList<>();
    for (Column column : columns) {
      String cell = row.cell(column.index());
      if (!cell.isEmpty()) {
        for (String one :
            column.field().key().equals("qualification")
                ? cell.split("[、；;]")
                : new String[] {cell}) {
          facts.add(fact(column, one.strip(), from.isEmpty() ? source : from, observed));
        }
      }
    }
    return new Enterprises.Sent(code, name.isEmpty() ? null : name, facts, Set.of(), Set.of());
  }

  private static Fact fact(Column column, String cell, String source, LocalDate observed) {
    FieldCatalogue.Field field = column.field();
    return new Fact(
        field.key(),
        value(field, cell),
        field.unit(),
        column.period(),
        null,
        null,
        null,
        source,
        observed);
  }

  private static FactValue value(FieldCatalogue.Field field, String cell) {
    return switch (field.type()) {
      case NUMBER -> FactValue.of(number(field, cell));
      case FLAG -> FactValue.of(flag(field, cell));
      case INDUSTRY -> FactValue.of(IndustryCode.normal(cell));
      case DATE -> FactValue.of(date(field, cell));
      default -> FactValue.of(cell);
    };
  }

  private static BigDecimal number(FieldCatalogue.Field field, String cell) {
    boolean percent = cell.endsWith("%");
    String plain = cell.replace(",", "").replace("%", "");
    if (!plain.matches("-?\\d+(\\.\\d+)?")) {
      throw new InvalidFile(field.name() + "：“" + cell + "”不是数字");
    }
    BigDecimal number = new BigDecimal(plain);
    return percent ? number.movePointLeft(2) : number;
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
    String plain = cell.replaceAll("[年月/.]", "-").replace("日", "");
    return DateSpan.parse(plain)
        .map(span -> FactCodec.written(span))
        .orElseThrow(() -> new InvalidFile(field.name() + "：“" + cell + "”不是日期"));
  }
}
