package cn.zhitong.assistant.triage.history;

import cn.zhitong.assistant.tables.Sheet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column, or JSON field, holds what. Names that platforms use are known; others are given as
 * {@code title=标题,text=内容}.
 */
public final class HistoryColumns {
  /** What a row can tell. */
  enum Field {
    ID("id", "编号", "工单编号", "工单号", "来件编号", "办件编号", "序号"),
    TITLE("title", "标题", "来件标题", "诉求标题", "工单标题", "主题"),
    TEXT("text", "正文", "内容", "来件内容", "诉求内容", "工单内容", "问题描述", "content"),
    CATEGORY("category", "类别", "来件类别", "诉求类型", "来件类型", "工单类型", "类型", "分类"),
    DEPARTMENT("department", "部门", "承办单位", "承办部门", "办理单位", "办理部门", "责任单位", "牵头部门", "主办单位");

    private final List<String> names;

    Field(String... names) {
      this.names = List.of(names);
    }

    String key() {
      return names.get(0);
    }

    List<String> names() {
      return names;
    }
  }

  private final Map<Field, String> given;

  private HistoryColumns(Map<Field, String> given) {
    this.given = given;
  }

  /**
   * @param mapping {@code title=标题,text=内容}; null or blank for the known names alone
   * @throws IllegalArgumentException with what is wrong, in Chinese
   */
  public static HistoryColumns of(String mapping) {
    Map<Field, String> given = new EnumMap<>(Field.class);
    for (String pair :
        mapping == null || mapping.isBlank() ? new String[0] : mapping.split("[,，]")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? "" : pair.substring(0, equals).strip();
      Field field =
          java.util.Arrays.stream(Field.values())
              .filter(f -> f.key().equals(key))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "columns 中的“"
                              + pair.strip()
                              + "”不对：请写作 title=标题,text=内容，可用的有 id、title、text、category、department"));
      given.put(field, pair.substring(equals + 1).strip());
    }
    return new HistoryColumns(given);
  }

  /** All names that tell a header. */
  static List<String> names() {
    return java.util.Arrays.stream(Field.values()).flatMap(f -> f.names().stream()).toList();
  }

  /** Names under which a field may stand: the given one alone, else all that are known. */
  List<String> names(Field field) {
    return given.containsKey(field) ? List.of(given.get(field)) : field.names();
  }

  /**
   * Where each field stands in a table; -1 where it does not.
   *
   * @throws IllegalArgumentException when a given column, or both title and text, are missing
   */
  Map<Field, Integer> in(Sheet sheet) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      int column = sheet.column(names(field).toArray(String[]::new));
      if (column < 0 && given.containsKey(field)) {
        throw new IllegalArgumentException(
            "表格里没有名为“" + given.get(field) + "”的列，现有：" + String.join("、", sheet.header()));
      }
      columns.put(field, column);
    }
    if (columns.get(Field.TITLE) < 0 && columns.get(Field.TEXT) < 0) {
      throw new IllegalArgumentException(
          "找不到标题或正文所在的列（现有："
              + String.join("、", sheet.header())
              + "），请用 columns 指明，例如 title=标题,text=内容,department=承办单位");
    }
    requireLabels(columns, sheet);
    return columns;
  }

  /** Without them nothing can be learned, which training would find out after a minute. */
  private static void requireLabels(Map<Field, Integer> columns, Sheet sheet) {
    if (columns.get(Field.CATEGORY) < 0 && columns.get(Field.DEPARTMENT) < 0) {
      throw new IllegalArgumentException(
          "缺少类别（category）和承办部门（department）所在的列，至少要有其一才能训练；现有："
              + String.join("、", sheet.header())
              + "。请用 columns 指明，例如 category=诉求类型,department=承办单位");
    }
  }
}
