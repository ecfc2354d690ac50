package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import cn.zhitong.ingest.policy.MetadataFields;
import cn.zhitong.ingest.policy.MetadataFields.Field;
import cn.zhitong.ingest.policy.PolicyMetadata;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Metadata as columns of {@code corpus.policy}: each field under its name with underscores. Texts,
 * dates, codes and lists of texts are columns of that type; other lists are JSON.
 */
final class MetadataColumnsStore {
  private static final List<Column> COLUMNS = MetadataFields.ALL.stream().map(Column::of).toList();

  /** Names, in the order of {@link #values}. */
  static final String NAMES = COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));

  /** Parameters for them. */
  static final String PARAMETERS =
      COLUMNS.stream()
          .map(column -> column.kind() == Kind.JSON ? "?::jsonb" : "?")
          .collect(Collectors.joining(", "));

  private enum Kind {
    TEXT,
    DATE,
    CODE,
    TEXTS,
    JSON
  }

  private record Column(Field field, String name, Kind kind) {
    static Column of(Field field) {
      String name = field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      return new Column(field, name, MetadataColumnsStore.kind(field));
    }
  }

  private MetadataColumnsStore() {}

  static List<Object> values(PolicyMetadata metadata) {
    Map<String, Object> known = MetadataFields.known(metadata);
    List<Object> values = new ArrayList<>();
    for (Column column : COLUMNS) {
      Object value = known.get(column.field().name());
      values.add(
          switch (column.kind()) {
            case TEXT, DATE -> value;
            case CODE -> value == null ? null : ((Coded) value).code();
            case TEXTS -> value == null ? List.of() : value;
            case JSON -> JsonColumns.write(value == null ? List.of() : (List<?>) value);
          });
    }
    return values;
  }

  static PolicyMetadata read(ResultSet row) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (Column column : COLUMNS) {
      Field field = column.field();
      String name = column.name();
      values.put(
          field.name(),
          switch (column.kind()) {
            case TEXT -> row.getString(name);
            case DATE -> Jdbc.date(row, name);
            case CODE -> field.coded(row.getString(name));
            case TEXTS -> Jdbc.texts(row, name);
            case JSON -> JsonColumns.read(row.getString(name), field.type());
          });
    }
    return MetadataFields.of(values);
  }

  private static Kind kind(Field field) {
    if (field.type() == String.class) {
      return Kind.TEXT;
    }
    if (field.type() == LocalDate.class) {
      return Kind.DATE;
    }
    if (field.isCoded()) {
      return Kind.CODE;
    }
    return field.isTexts() ? Kind.TEXTS : Kind.JSON;
  }
}
