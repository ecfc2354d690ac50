package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.tables.FormulaGuard;
import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetList;
import cn.zhitong.assistant.web.Problem;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One sheet of payments: what its columns are, and its rows. */
final class PaymentTable {
  private static final Pattern TOTAL =
      Pattern.compile(
          "^(?:[(]?[一二三四五六七八九十\\d]{0,3}[)、.]?)?(?:本页|本表|本批|本月|全年)?(?:合计|总计|小计|累计|共计|总额|总数)");

  private static final Pattern BLANK = Pattern.compile("\\s");

  /** Any of them tells who was paid. */
  private static final Set<PaymentColumn> WHO =
      EnumSet.of(
          PaymentColumn.NUMBER,
          PaymentColumn.APPLICATION_ID,
          PaymentColumn.CODE,
          PaymentColumn.PAYEE,
          PaymentColumn.ENTERPRISE);

  private final SheetList.TitledSheet titled;
  private final boolean several;
  private final LocalDate today;
  private final Map<PaymentColumn, Integer> places;
  private final BigDecimal unit;
  private final String commonDay;
  private final List<String> notes = new ArrayList<>();
  private long sum;

  private PaymentTable(SheetList.TitledSheet titled, boolean several, LocalDate today) {
    this.titled = titled;
    this.several = several;
    this.today = today;
    List<String> header = titled.sheet().header();
    this.places = PaymentColumn.places(header);
    this.commonDay =
        places.containsKey(PaymentColumn.DAY) ? null : PayDayReader.above(titled.above());
    Integer amount = places.get(PaymentColumn.AMOUNT);
    this.unit =
        amount == null ? BigDecimal.ONE : AmountReader.unit(header.get(amount), titled.above());
  }

  /**
   * @param several whether rows have to say which sheet they are of
   * @throws Problem.InvalidRequest where it has no amounts, no days or nobody who was paid
   */
  static PaymentTable of(SheetList.TitledSheet titled, boolean several, LocalDate today) {
    PaymentTable table = new PaymentTable(titled, several, today);
    List<String> missing = missing(table.places, table.commonDay != null);
    if (!missing.isEmpty()) {
      throw refusal(titled.sheet().header(), missing);
    }
    if (table.commonDay != null) {
      table.notes.add("没有日期列，各行按表头上方所写的 " + table.commonDay + " 计。");
    }
    if (table.unit.compareTo(BigDecimal.ONE) != 0) {
      table.notes.add("金额按“" + table.unitName() + "”读取，单元格写明单位的除外。");
    }
    return table;
  }

  private String unitName() {
    return unit.compareTo(BigDecimal.ONE) < 0
        ? "分"
        : switch (unit.intValue()) {
          case 1_000 -> "千元";
          case 10_000 -> "万元";
          default -> "亿元";
        };
  }

  /** What a list without any columns of payments lacks. */
  static Problem.InvalidRequest refusal(List<String> header) {
    return refusal(header, missing(PaymentColumn.places(header), false));
  }

  private static List<String> missing(Map<PaymentColumn, Integer> places, boolean dayAbove) {
    List<String> missing = new ArrayList<>();
    if (Collections.disjoint(places.keySet(), WHO)) {
      missing.add("申报编号（或统一社会信用代码、企业名称）");
    }
    if (!places.containsKey(PaymentColumn.AMOUNT)) {
      missing.add("拨付金额");
    }
    if (!places.containsKey(PaymentColumn.DAY) && !dayAbove) {
      missing.add("拨付日期");
    }
    return missing;
  }

  private static Problem.InvalidRequest refusal(List<String> header, List<String> missing) {
    List<String> found = header.stream().filter(name -> !name.isBlank()).toList();
    return new Problem.InvalidRequest(
        "缺少列："
            + String.join("、", missing)
            + "。文件中的列："
            + (found.isEmpty() ? "没有认出" : String.join("、", found))
            + "。请补上列名后再导入。",
        Map.of("missing", missing, "found", found));
  }

  List<String> notes() {
    return notes;
  }

  void read(List<PaymentRow> rows, List<PaymentFile.UnreadRow> unread) {
    for (Sheet.Row row : titled.sheet().rows()) {
      try {
        PaymentRow read = row(row);
        sum = Math.addExact(sum, read.fen());
        rows.add(read);
      } catch (UnreadableCell e) {
        unread.add(new PaymentFile.UnreadRow(sheetName(), row.number(), e.getMessage()));
      }
    }
  }

  private String sheetName() {
    return several ? titled.name() : null;
  }

  private PaymentRow row(Sheet.Row row) throws UnreadableCell {
    requireData(row);
    String number = cell(row, PaymentColumn.NUMBER);
    String code = cell(row, PaymentColumn.CODE);
    String payee = cell(row, PaymentColumn.PAYEE);
    String enterprise = cell(row, PaymentColumn.ENTERPRISE);
    String id = cell(row, PaymentColumn.APPLICATION_ID);
    if (number == null && code == null && payee == null && enterprise == null && id == null) {
      throw new UnreadableCell("没有申报编号、信用代码，也没有收款单位");
    }
    return new PaymentRow(
        sheetName(),
        row.number(),
        id,
        number,
        inexact(row, PaymentColumn.NUMBER),
        code,
        payee,
        enterprise,
        cell(row, PaymentColumn.ITEM),
        amount(row),
        day(row),
        cell(row, PaymentColumn.VOUCHER),
        cell(row, PaymentColumn.LOT),
        cell(row, PaymentColumn.NOTE));
  }

  private void requireData(Sheet.Row row) throws UnreadableCell {
    if (row.cell(0).startsWith(PaymentJsonLines.BROKEN)) {
      throw new UnreadableCell(row.cell(0).substring(1));
    }
    if (places.values().stream().allMatch(place -> row.cell(place).isBlank())) {
      throw new UnreadableCell("空行：各列都没有内容");
    }
    List<String> header = titled.sheet().header();
    long repeated =
        places.values().stream()
            .filter(
                p -> PaymentColumn.plain(row.cell(p)).equals(PaymentColumn.plain(header.get(p))))
            .count();
    if (repeated >= 2) {
      throw new UnreadableCell("重复的列名，不是拨付");
    }
    boolean total =
        cell(row, PaymentColumn.NUMBER) == null || isTotal(cell(row, PaymentColumn.NUMBER));
    if (total && row.cells().stream().anyMatch(PaymentTable::isTotal)) {
      throw new UnreadableCell(total(row));
    }
  }

  private static boolean isTotal(String cell) {
    return cell != null
        && cell.length() < 30
        && TOTAL
            .matcher(BLANK.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC)).replaceAll(""))
            .find();
  }

  /** A total that does not fit tells of rows that are missing or wrong. */
  private String total(Sheet.Row row) {
    try {
      long told = amount(row);
      return told == sum
          ? "合计行，不是拨付；与上面各行之和一致"
          : "合计行，不是拨付；所写 " + AmountReader.yuan(told) + "，上面读到的各行之和 " + AmountReader.yuan(sum);
    } catch (UnreadableCell e) {
      return "合计行，不是拨付";
    }
  }

  private long amount(Sheet.Row row) throws UnreadableCell {
    String text = cell(row, PaymentColumn.AMOUNT);
    String raw = row.cell(places.get(PaymentColumn.AMOUNT)).strip();
    if (text == null && !raw.equals("0")) {
      throw new UnreadableCell("没有金额");
    }
    if (inexact(row, PaymentColumn.AMOUNT)) {
      throw new UnreadableCell("金额“" + raw + "”已被表格软件改坏，请按凭证填写");
    }
    return AmountReader.fen(text == null ? raw : text, unit);
  }

  private LocalDate day(Sheet.Row row) throws UnreadableCell {
    String text = commonDay != null ? commonDay : cell(row, PaymentColumn.DAY);
    if (text == null) {
      throw new UnreadableCell("没有拨付日期");
    }
    LocalDate day = PayDayReader.day(text);
    if (day.isAfter(today)) {
      throw new UnreadableCell("拨付日期 " + day + " 晚于今天 " + today);
    }
    return day;
  }

  private boolean inexact(Sheet.Row row, PaymentColumn column) {
    Integer place = places.get(column);
    return place != null && row.inexact().contains(place);
  }

  private String cell(Sheet.Row row, PaymentColumn column) {
    Integer place = places.get(column);
    return place == null ? null : PaymentKeys.given(FormulaGuard.unguarded(row.cell(place)));
  }
}
