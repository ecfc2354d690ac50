package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a request to file an appeal of a line of a hotline's list. */
@ApplicationScoped
class HotlineLine {
  private static final Pattern API_WORDS = Pattern.compile("[A-Za-z]{1,40}+（([^）]{0,200})）");

  private final PlaceNames places;
  private final Clock clock;

  HotlineLine(PlaceNames places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  /**
   * A value that was left out of a case, and why.
   *
   * @param column as the file calls it
   */
  record Remark(int row, String column, String value, String message) {}

  /**
   * @throws Problem.InvalidRequest where the line cannot be filed, in the list's own words
   */
  AppealRequest request(
      ColumnMapping columns,
      HotlineFile.Line line,
      List<String> header,
      String channel,
      List<Remark> remarks) {
    for (AppealField field : List.of(AppealField.NUMBER, AppealField.CONTACT_PHONE)) {
      if (columns.inexact(line, field)) {
        throw new Problem.InvalidRequest(
            field.label()
                + "“"
                + columns.cell(line, field)
                + "”已被表格软件改成科学记数或截去了后几位，请把这一列设为文本格式，从原系统重新导出后再导入。");
      }
    }
    return new AppealRequest(
        columns.cell(line, AppealField.TITLE),
        columns.cell(line, AppealField.TEXT),
        region(columns, line, header, remarks),
        channel,
        columns.cell(line, AppealField.NUMBER),
        time(columns.cell(line, AppealField.ASKED_AT)),
        columns.cell(line, AppealField.ENTERPRISE),
        columns.cell(line, AppealField.CONTACT_NAME),
        phone(columns.cell(line, AppealField.CONTACT_PHONE)),
        columns.cell(line, AppealField.CONTACT_EMAIL),
        null,
        null);
  }

  /** A reason without the API's names of fields. */
  static String plain(String reason) {
    return API_WORDS.matcher(reason).replaceAll("$1");
  }

  private String region(
      ColumnMapping columns, HotlineFile.Line line, List<String> header, List<Remark> remarks) {
    String text = columns.cell(line, AppealField.REGION);
    Optional<String> code = text == null ? Optional.empty() : places.code(text);
    if (text != null && code.isEmpty()) {
      String column = header.get(columns.columns().get(AppealField.REGION));
      remarks.add(
          new Remark(line.number(), column, text, "无法对应到唯一的区划，来件没有填写地区；可在列表中改填完整名称或六位代码后重新导入"));
    }
    return code.orElse(null);
  }

  private String time(String text) {
    String iso = PlainTimes.iso(text, Deadlines.day(clock.instant()));
    if (iso != null && !iso.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
      throw new Problem.InvalidRequest("提出时间“" + text + "”无法识别，请写成 2025-09-26 09:30 这样的日期时间。");
    }
    return iso;
  }

  private static String phone(String text) {
    return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
