package cn.zhitong.assistant.department;

import java.util.List;

/** A catalogue that cannot be loaded, with everything that is wrong with it. */
final class CatalogueErrors extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_IN_MESSAGE = 3;

  private final transient List<RowError> errors;

  /**
   * @param row the entry's number in a YAML file, the row's number in a table
   * @param field what is wrong there, or null for the row as a whole
   */
  public record RowError(int row, String field, String problem) {}

  CatalogueErrors(String rows, List<RowError> errors) {
    super(message(rows, errors));
    this.errors = List.copyOf(errors);
  }

  List<RowError> errors() {
    return errors;
  }

  private static String message(String rows, List<RowError> errors) {
    StringBuilder message = new StringBuilder("部门目录有 " + errors.size() + " 处错误，没有导入：");
    errors.stream()
        .limit(MOST_IN_MESSAGE)
        .forEach(
            error ->
                message
                    .append(rows.formatted(error.row()))
                    .append("：")
                    .append(error.problem())
                    .append("；"));
    message.setLength(message.length() - 1);
    return errors.size() > MOST_IN_MESSAGE ? message.append("……").toString() : message.toString();
  }
}
