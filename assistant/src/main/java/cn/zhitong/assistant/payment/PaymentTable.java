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

  private static final String BROKEN_VOUCHER = "凭证号已被表格软件改成近似数，请把这一列设为文本，按凭证填写";
  private static final Pattern REMARK = Pattern.compile("[:：]|^第.{1,6}页|^注|^备注|^说明");
  private static final Pattern LEADING_DIGITS = Pattern.compile("[¥￥]?-?\\d{1,3}");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{3}(?:\\.\\d{1,2})?");
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
      String noPayment = noPayment(row);
      if (noPayment != null) {
        unread.add(unread(row, null, noPayment));
        continue;
      }
      try {
        PaymentRow read = row(row, unread);
        if (read != null) {
          sum = Math.addExact(sum, read.fen());
          rows.add(
              inexact(row, PaymentColumn.VOUCHER) ? read.withoutVoucher(BROKEN_VOUCHER) : read);
        }
      } catch (UnreadableCell e) {
        unread.add(unread(row, FindingKind.UNKNOWN, e.getMessage()));
      }
    }
  }

  private PaymentFile.UnreadRow unread(Sheet.Row row, FindingKind kind, String why) {
    String number = isBroken(row) ? null : cell(row, PaymentColumn.NUMBER);
    return new PaymentFile.UnreadRow(sheetName(), row.number(), kind, number, why);
  }

  private static boolean isBroken(Sheet.Row row) {
    return row.cell(0).startsWith(PaymentJsonLines.BROKEN);
  }

  private String sheetName() {
    return several ? titled.name() : null;
  }

  /** Null where it cannot be read, which is told then: all that is wrong with it. */
  private PaymentRow row(Sheet.Row row, List<PaymentFile.UnreadRow> unread) throws UnreadableCell {
    if (isBroken(row)) {
      throw new UnreadableCell(row.cell(0).substring(1));
    }
    List<String> wrong = new ArrayList<>();
    Long fen = null;
    LocalDate day = null;
    try {
      fen = amount(row);
    } catch (UnreadableCell e) {
      wrong.add(e.getMessage());
    }
    try {
      day = day(row);
    } catch (UnreadableCell e) {
      wrong.add(e.getMessage());
    }
    if (WHO.stream().allMatch(column -> cell(row, column) == null)) {
      wrong.add("没有申报编号、信用代码，也没有收款单位，请填写其中一项");
    }
    if (!wrong.isEmpty()) {
      FindingKind kind = fen == null ? FindingKind.AMOUNT : FindingKind.UNKNOWN;
      unread.add(unread(row, kind, String.join("；", wrong)));
      return null;
    }
    return new PaymentRow(
        sheetName(),
        row.number(),
        cell(row, PaymentColumn.APPLICATION_ID),
        cell(row, PaymentColumn.NUMBER),
        inexact(row, PaymentColumn.NUMBER),
        cell(row, PaymentColumn.CODE),
        cell(row, PaymentColumn.PAYEE),
        cell(row, PaymentColumn.ENTERPRISE),
        cell(row, PaymentColumn.ITEM),
        fen,
        day,
        cell(row, PaymentColumn.VOUCHER),
        null,
        cell(row, PaymentColumn.ACCOUNT),
        cell(row, PaymentColumn.LOT),
        cell(row, PaymentColumn.NOTE));
  }

  /** Why a row is no payment at all; null for one. */
  private String noPayment(Sheet.Row row) {
    if (isBroken(row)) {
      return null;
    }
    if (places.values().stream().allMatch(place -> row.cell(place).isBlank())) {
      return "空行：各列都没有内容";
    }
    List<String> header = titled.sheet().header();
    long repeated =
        places.values().stream()
            .filter(
                p -> PaymentColumn.plain(row.cell(p)).equals(PaymentColumn.plain(header.get(p))))
            .count();
    if (repeated >= 2) {
      return "重复的列名，不是拨付";
    }
    boolean total =
        cell(row, PaymentColumn.NUMBER) == null || isTotal(cell(row, PaymentColumn.NUMBER));
    if (total && row.cells().stream().anyMatch(PaymentTable::isTotal)) {
      return total(row);
    }
    return isRemark(row) ? "没有金额和日期，像是说明或签名，不是拨付" : null;
  }

  /** 制表：张三, 第 1 页: neither money nor a day, nor anybody's name or number. */
  private boolean isRemark(Sheet.Row row) {
    boolean empty =
        row.cell(places.get(PaymentColumn.AMOUNT)).isBlank()
            && (commonDay != null || row.cell(places.get(PaymentColumn.DAY)).isBlank());
    return empty
        && WHO.stream()
            .map(column -> cell(row, column))
            .allMatch(one -> one == null || REMARK.matcher(one).find());
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
    int place = places.get(PaymentColumn.AMOUNT);
    String text = cell(row, PaymentColumn.AMOUNT);
    String raw = row.cell(place).strip();
    if (text == null && !raw.equals("0")) {
      throw new UnreadableCell("没有金额，请按凭证填写");
    }
    if (inexact(row, PaymentColumn.AMOUNT)) {
      throw new UnreadableCell(
          raw.startsWith("=")
              ? "金额是公式“" + raw + "”，文件里没有算出的结果，请在表格软件中打开、重新保存，或改为数值"
              : "金额“" + raw + "”已被表格软件改坏，请按凭证填写");
    }
    if (row.shared().contains(place)) {
      throw new UnreadableCell("金额 " + raw + " 的单元格与别的行合并，分不清每一行是多少，请拆分单元格，逐行填写");
    }
    if (isCutByComma(row, place, raw)) {
      throw new UnreadableCell(
          "金额“" + raw + "," + row.cell(place + 1) + "”里的逗号把这一行多分了一格，请去掉逗号，或给金额加引号");
    }
    return AmountReader.fen(text == null ? raw : text, unit);
  }

  /**
   * 50,000.00 without quotes in a file of commas is two cells, and all that follow are displaced.
   */
  private boolean isCutByComma(Sheet.Row row, int place, String raw) {
    List<String> header = titled.sheet().header();
    return row.cells().size() > header.size()
        && LEADING_DIGITS.matcher(raw).matches()
        && THOUSANDS.matcher(row.cell(place + 1)).matches();
  }

  private LocalDate day(Sheet.Row row) throws UnreadableCell {
    String text = commonDay != null ? commonDay : cell(row, PaymentColumn.DAY);
    if (text == null) {
      throw new UnreadableCell("没有拨付日期，请按凭证填写");
    }
    LocalDate day = PayDayReader.day(text);
    if (day.isAfter(today)) {
      throw new UnreadableCell("拨付日期 " + day + " 晚于今天 " + today + "，请按凭证更正；还没有拨付的，拨付以后再导入");
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
