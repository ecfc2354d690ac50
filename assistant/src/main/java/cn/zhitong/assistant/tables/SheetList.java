package cn.zhitong.assistant.tables;

import java.util.List;

/**
 * The sheets of a file that have columns of the wanted names, each with its own header.
 *
 * @param notes which sheets were left out
 */
public record SheetList(List<TitledSheet> sheets, List<String> notes) {
  /**
   * A sheet with what stands above its header.
   *
   * @param name null for a file that has but one
   * @param above texts of the cells above the header, where units and days are often told
   */
  public record TitledSheet(String name, List<String> above, Sheet sheet) {}
}
