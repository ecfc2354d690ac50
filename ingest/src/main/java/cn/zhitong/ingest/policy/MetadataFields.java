package cn.zhitong.ingest.policy;

import cn.zhitong.common.text.Coded;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of {@link PolicyMetadata} by name, read off the record: a new one is merged, stored
 * and read from JSON lines without code of its own.
 */
public final class MetadataFields {
  private static final RecordComponent[] COMPONENTS = PolicyMetadata.class.getRecordComponents();
  private static final Constructor<PolicyMetadata> CONSTRUCTOR = constructor();

  /** In the order of the record's components. */
  public static final List<Field> ALL =
      Arrays.stream(COMPONENTS).map(c -> new Field(c.getName(), c.getGenericType())).toList();

  private MetadataFields() {}

  /**
   * One field.
   *
   * @param type with the type of its elements where it is a list
   */
  public record Field(String name, Type type) {
    /** Whether its values are constants with a code. */
    public boolean isCoded() {
      return type instanceof Class<?> one && Coded.class.isAssignableFrom(one);
    }

    /** Whether its values are lists of texts, and not of anything else. */
    public boolean isTexts() {
      return type instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] == String.class;
    }

    /**
     * The constant of a code; null for null.
     *
     * @throws IllegalArgumentException when no constant has the code
     */
    public Object coded(String code) {
      return code == null ? null : constant((Class<?>) type, code);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // isCoded() says what it is
    private static Object constant(Class type, String code) {
      return Coded.of(type, code);
    }
  }

  /** Values by name, in order; what is null or an empty list is left out. */
  public static Map<String, Object> known(PolicyMetadata metadata) {
    Map<String, Object> known = new LinkedHashMap<>();
    for (RecordComponent each : COMPONENTS) {
      Object value = value(metadata, each);
      if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
        known.put(each.getName(), value);
      }
    }
    return known;
  }

  /**
   * @param values by name, each of its field's type; what is not there stays empty
   */
  public static PolicyMetadata of(Map<String, ?> values) {
    Object[] arguments = ALL.stream().map(field -> values.get(field.name())).toArray();
    try {
      return CONSTRUCTOR.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not made of " + values.keySet(), e);
    }
  }

  /** What is known of either; {@code above} wins, field by field. */
  public static PolicyMetadata laid(PolicyMetadata above, PolicyMetadata below) {
    Map<String, Object> values = known(below);
    values.putAll(known(above));
    return of(values);
  }

  private static Object value(PolicyMetadata metadata, RecordComponent component) {
    try {
      return component.getAccessor().invoke(metadata);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.getName() + " is not read", e);
    }
  }

  private static Constructor<PolicyMetadata> constructor() {
    Class<?>[] types =
        Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return PolicyMetadata.class.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
