package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.tables.ColumnNames;
import cn.zhitong.assistant.web.Problem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column holds which field of an appeal: as the request says, else by the names that hotlines
 * use, else by a word in its name.
 *
 * @param columns field → index
 */
record ColumnMapping(Map<AppealField, Integer> columns) {
  /** Names of departments, kinds and states are shorter. */
  private static final int LONG_TEXT = 15;

  /** All names that tell a header. */
  static List<String> names() {
    return Arrays.stream(AppealField.values()).flatMap(field -> field.names().stream()).toList();
  }

  /**
   * @param given field → column's name ("" for none of the file's); null where the usual names are
   *     to do
   * @throws Problem.InvalidRequest when a field or column is unknown, when neither title nor text
   *     has one, or when a column of long texts would be left out of cases without any
   */
  static ColumnMapping of(HotlineFile file, Map<String, String> given) {
    List<String> plain = file.header().stream().map(ColumnNames::plain).toList();
    Map<AppealField, Integer> columns = new EnumMap<>(AppealField.class);
    Map<String, String> wanted = given == null ? Map.of() : given;
    wanted.forEach((field, column) -> columns.put(field(field), place(file, plain, column)));
    for (AppealField field : AppealField.values()) {
      field.names().stream()
          .map(name -> plain.indexOf(ColumnNames.plain(name)))
          .filter(place -> place >= 0 && !columns.containsValue(place))
          .findFirst()
          .ifPresent(place -> columns.putIfAbsent(field, place));
    }
    for (AppealField field : AppealField.values()) {
      for (int place = 0; place < plain.size(); place++) {
        if (!columns.containsKey(field)
            && !columns.containsValue(place)
            && field.suggestedBy(plain.get(place))) {
          columns.put(field, place);
        }
      }
    }
    columns.values().removeIf(place -> place < 0);
    ColumnMapping mapping = new ColumnMapping(columns);
    mapping.requireText(file, wanted.containsKey(AppealField.TEXT.key()));
    return mapping;
  }

  private static AppealField field(String key) {
    return AppealField.ofKey(key)
        .orElseThrow(
            () ->
                new Problem.InvalidRequest(
                    "没有“"
                        + key
                        + "”这个字段，可用："
                        + Arrays.stream(AppealField.values())
                            .map(AppealField::key)
                            .collect(Collectors.joining("、"))
                        + "。"));
  }

  private static int place(HotlineFile file, List<String> plain, String column) {
    if (column == null || column.isBlank()) {
      return -1;
    }
    int place = file.header().indexOf(column);
    place = place >= 0 ? place : plain.indexOf(ColumnNames.plain(column));
    if (place < 0) {
      throw new Problem.InvalidRequest(
          "文件中没有“" + column + "”这一列，现有：" + String.join("、", file.header()) + "。");
    }
    return place;
  }

  private void requireText(HotlineFile file, boolean chosen) {
    List<String> unmapped = unmapped(file.header());
    if (!columns.containsKey(AppealField.TITLE) && !columns.containsKey(AppealField.TEXT)) {
      throw ask("没有认出标题或正文所在的列", file, unmapped);
    }
    List<String> texts =
        columns.containsKey(AppealField.TEXT) || chosen
            ? List.of()
            : unmapped.stream().filter(name -> holdsTexts(file, name)).toList();
    if (!texts.isEmpty()) {
      throw ask("“" + String.join("”“", texts) + "”一列像是来件的正文，但没有对应上，导入后来件会没有正文", file, unmapped);
    }
  }

  private Problem.InvalidRequest ask(String what, HotlineFile file, List<String> unmapped) {
    return new Problem.InvalidRequest(
        what + "。请指明各列的含义（页面上选择，接口用 mapping）后再导入。现有列：" + String.join("、", file.header()) + "。",
        Map.of("columns", file.header(), "unmapped", unmapped, "mapping", names(file.header())));
  }

  private static boolean holdsTexts(HotlineFile file, String name) {
    int place = file.header().indexOf(name);
    return file.lines().stream()
            .map(line -> line.cells().get(place))
            .filter(cell -> !cell.isEmpty())
            .mapToInt(String::length)
            .average()
            .orElse(0)
        >= LONG_TEXT;
  }

  /** Names of columns that go nowhere. */
  List<String> unmapped(List<String> header) {
    List<String> names = new java.util.ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      if (!columns.containsValue(place) && !header.get(place).isEmpty()) {
        names.add(header.get(place));
      }
    }
    return names;
  }

  /** Field → column's name, to be shown. */
  Map<String, String> names(List<String> header) {
    Map<String, String> names = new LinkedHashMap<>();
    for (AppealField field : AppealField.values()) {
      if (columns.containsKey(field)) {
        names.put(field.key(), header.get(columns.get(field)));
      }
    }
    return names;
  }

  /** What a line says; null where it says nothing. */
  String cell(HotlineFile.Line line, AppealField field) {
    Integer column = columns.get(field);
    String text = column == null ? "" : line.cells().get(column);
    return text.isEmpty() ? null : text;
  }

  /** Whether the spreadsheet has broken the line's number in this field. */
  boolean inexact(HotlineFile.Line line, AppealField field) {
    Integer column = columns.get(field);
    return column != null && line.inexact().contains(column);
  }
}
