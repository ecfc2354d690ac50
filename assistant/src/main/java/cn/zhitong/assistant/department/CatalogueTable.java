package cn.zhitong.assistant.department;

import cn.zhitong.assistant.tables.Sheet;
import cn.zhitong.assistant.tables.SheetReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads a catalogue from CSV or XLSX, one department a row. Columns by their YAML names or in
 * Chinese: 编号, 名称, 简称, 曾用名, 层级, 行政区划, 上级, 电话, 并入, 职责; several names or duties in a cell are parted
 * by ；, | or line breaks (names by 、 too).
 */
final class CatalogueTable {
  private static final String NAMES = "[;；|、\\n]";
  private static final String DUTIES = "[;；|\\n]";

  /** Names that tell the header from a title above it. */
  private static final List<String> HEADER =
      List.of(
          "id", "编号", "部门编号", "部门代码", "name", "名称", "部门名称", "全称", "简称", "层级", "行政区划", "上级", "职责");

  private CatalogueTable() {}

  /**
   * @param known ids that the catalogue holds already
   * @throws IllegalArgumentException with what is wrong; {@link CatalogueErrors} with every row
   */
  static List<Department> read(InputStream file, Set<String> known) throws IOException {
    Sheet sheet = SheetReader.read(file, HEADER);
    int id = sheet.column("id", "编号", "部门编号", "部门代码");
    int name = sheet.column("name", "名称", "部门名称", "全称");
    if (id < 0 || name < 0) {
      throw new IllegalArgumentException(
          "部门目录须有“编号”（id）和“名称”（name）两列，现有：" + String.join("、", sheet.header()));
    }
    int shortNames = sheet.column("shortNames", "简称");
    int formerNames = sheet.column("formerNames", "曾用名", "原名称");
    int level = sheet.column("level", "层级", "级别");
    int region = sheet.column("region", "行政区划", "行政区划代码", "地区");
    int parent = sheet.column("parent", "上级", "上级部门编号");
    int hotline = sheet.column("hotline", "电话", "热线", "联系电话");
    int successor = sheet.column("successor", "并入", "并入部门编号");
    int duties = sheet.column("duties", "职责", "主要职责");
    CatalogueChecks checks = new CatalogueChecks("第 %d 行");
    for (Sheet.Row row : sheet.rows()) {
      if (row.inexact().contains(id)) {
        checks.error(row.number(), "id", "编号“" + row.cell(id) + "”已被表格软件改写，请把这一列设为文本格式后重新填写");
      }
      checks.add(
          row.number(),
          new CatalogueChecks.Entry(
              orNull(row.cell(id)),
              orNull(row.cell(name)),
              parts(row.cell(shortNames), NAMES),
              parts(row.cell(formerNames), NAMES),
              orNull(row.cell(level)),
              orNull(row.cell(region)),
              orNull(row.cell(parent)),
              orNull(row.cell(hotline)),
              orNull(row.cell(successor)),
              parts(row.cell(duties), DUTIES).stream()
                  .map(duty -> new Department.Duty(duty, null))
                  .toList()));
    }
    return checks.checked(known);
  }

  private static String orNull(String cell) {
    return cell.isBlank() ? null : cell;
  }

  private static List<String> parts(String cell, String separators) {
    return Arrays.stream(cell.split(separators))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
