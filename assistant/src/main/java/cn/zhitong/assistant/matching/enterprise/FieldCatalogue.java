package cn.zhitong.assistant.matching.enterprise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the fields of an enterprise file are ({@code matching/fields.tsv}). */
public final class FieldCatalogue {
  private static final String RESOURCE = "/matching/fields.tsv";
  private static final String CUSTOM = "custom:";
  private static final int CELLS = 10;

  /** How a value is written. */
  public enum Type {
    NUMBER,
    TEXT,
    FLAG,
    DATE,
    REGION,
    INDUSTRY
  }

  /** Who may see a value: everyone with a right to the file, or fewer. */
  public enum Sensitivity {
    PUBLIC,
    INTERNAL,
    SENSITIVE
  }

  /**
   * A field.
   *
   * @param source department that has it
   * @param complete whether that department holds it of every enterprise
   * @param own whether the enterprise itself may state it
   */
  public record Field(
      String key,
      String name,
      Type type,
      String unit,
      boolean yearly,
      String source,
      boolean complete,
      Sensitivity sensitivity,
      boolean own,
      List<String> otherNames) {}

  private static final Map<String, Field> FIELDS = load();

  private FieldCatalogue() {}

  public static List<Field> all() {
    return List.copyOf(FIELDS.values());
  }

  public static Optional<Field> of(String key) {
    return Optional.ofNullable(FIELDS.get(key));
  }

  /** The name that people read; a custom field's is its key without the prefix. */
  public static String name(String key) {
    return of(key).map(Field::name).orElseGet(() -> key.replaceFirst("^" + CUSTOM, ""));
  }

  /** The field of a table's column. */
  public static Optional<Field> named(String column) {
    return FIELDS.values().stream()
        .filter(
            field ->
                field.key().equalsIgnoreCase(column)
                    || field.name().equals(column)
                    || field.otherNames().contains(column))
        .findFirst();
  }

  private static Map<String, Field> load() {
    Map<String, Field> fields = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FieldCatalogue.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Field field = field(Arrays.copyOf(line.split("\t"), CELLS));
          fields.put(field.key(), field);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  private static Field field(String[] cells) {
    return new Field(
        cells[0],
        cells[1],
        Type.valueOf(cells[2].toUpperCase(java.util.Locale.ROOT)),
        cells[3] == null || cells[3].isEmpty() ? null : cells[3],
        "yes".equals(cells[4]),
        cells[5],
        "yes".equals(cells[6]),
        Sensitivity.valueOf(cells[7].toUpperCase(java.util.Locale.ROOT)),
        "own".equals(cells[8]),
        cells[9] == null ? List.of() : List.of(cells[9].split(",")));
  }
}
