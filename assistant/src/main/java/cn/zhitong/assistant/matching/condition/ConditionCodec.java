package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Conditions as JSON and back. The only reader of that form. */
public final class ConditionCodec {
  /** More levels than any clause has; a guard against trees made to overflow the stack. */
  private static final int DEEPEST = 40;

  private static final String CHILDREN = "children";

  private ConditionCodec() {}

  /**
   * @throws InvalidCondition where it does not follow the contract
   */
  public static Condition read(JsonNode tree) {
    return read(tree, "conditions", 0);
  }

  private static Condition read(JsonNode node, String path, int depth) {
    if (node == null || !node.isObject()) {
      throw new InvalidCondition(path + "：应为对象");
    }
    if (depth > DEEPEST) {
      throw new InvalidCondition(path + "：嵌套过深");
    }
    String type = node.path("type").asText("leaf");
    if ("leaf".equals(type)) {
      return leaf(node, path);
    }
    GroupType group =
        Coded.find(GroupType.class, type)
            .orElseThrow(
                () ->
                    new InvalidCondition(
                        path + ".type：应为 all、any、none、at_least 或 leaf，而不是 " + type));
    if (!node.path(CHILDREN).isArray()) {
      throw new InvalidCondition(path + "." + CHILDREN + "：应为数组");
    }
    List<Condition> children = new ArrayList<>();
    for (JsonNode child : node.get(CHILDREN)) {
      children.add(read(child, path + "." + CHILDREN + "[" + children.size() + "]", depth + 1));
    }
    Integer n = null;
    if (group == GroupType.AT_LEAST) {
      n = node.path("n").isInt() && node.get("n").asInt() >= 0 ? node.get("n").asInt() : null;
      if (n == null) {
        throw new InvalidCondition(path + ".n：at_least 需要非负整数 n");
      }
    }
    return new ConditionGroup(group, n, children);
  }

  private static ConditionLeaf leaf(JsonNode node, String path) {
    String field = text(node, "field");
    if (field == null || field.isBlank()) {
      throw new InvalidCondition(path + ".field：不能为空");
    }
    String code = text(node, "op");
    Operator op =
        code == null
            ? null
            : Coded.find(Operator.class, code)
                .orElseThrow(() -> new InvalidCondition(path + ".op：没有运算 " + code));
    List<FactValue> values = values(node.get("value"), path);
    check(op, values, path);
    return new ConditionLeaf(
        field,
        op,
        values,
        node.path("value").isArray(),
        text(node, "unit"),
        period(text(node, "period"), path),
        node.path("quote").asText(""),
        integer(node, "start"),
        integer(node, "end"),
        coded(Strength.class, text(node, "strength"), Strength.HARD, path + ".strength"),
        coded(LeafMode.class, text(node, "mode"), LeafMode.DATA, path + ".mode"),
        text(node, "what"));
  }

  private static void check(Operator op, List<FactValue> values, String path) {
    if (op == null) {
      return;
    }
    if (values.isEmpty()) {
      throw new InvalidCondition(path + ".value：运算 " + op.code() + " 需要比较值");
    }
    if (op == Operator.BETWEEN && values.size() != 2) {
      throw new InvalidCondition(path + ".value：between 需要两个值");
    }
    boolean comparable =
        values.stream().allMatch(v -> v.number().isPresent() || v.date().isPresent());
    if (op.isOrdering() && !comparable) {
      throw new InvalidCondition(path + ".value：" + op.code() + " 只能比较数字或日期");
    }
  }

  private static ReferencePeriod period(String code, String path) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return ReferencePeriod.parse(code)
        .orElseThrow(() -> new InvalidCondition(path + ".period：没有期间 " + code));
  }

  private static <E extends Enum<E> & Coded> E coded(
      Class<E> type, String code, E missing, String path) {
    if (code == null) {
      return missing;
    }
    return Coded.find(type, code).orElseThrow(() -> new InvalidCondition(path + "：没有 " + code));
  }

  private static List<FactValue> values(JsonNode node, String path) {
    if (node == null || node.isNull()) {
      return List.of();
    }
    List<FactValue> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(one -> values.add(value(one, path)));
    } else {
      values.add(value(node, path));
    }
    return values;
  }

  static FactValue value(JsonNode node, String path) {
    if (node.isNumber()) {
      return FactValue.of(node.decimalValue());
    }
    if (node.isBoolean()) {
      return FactValue.of(node.booleanValue());
    }
    if (node.isTextual()) {
      return FactValue.of(node.textValue());
    }
    throw new InvalidCondition(path + ".value：应为数字、文字或是否");
  }

  static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static Integer integer(JsonNode node, String name) {
    return node.path(name).isInt() ? node.get(name).asInt() : null;
  }

  /** The contract's form; members that are null are left out. */
  public static ObjectNode write(Condition tree) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (tree instanceof ConditionGroup group) {
      node.put("type", group.type().code());
      if (group.atLeast() != null) {
        node.put("n", group.atLeast());
      }
      ArrayNode children = node.putArray(CHILDREN);
      group.children().forEach(child -> children.add(write(child)));
      return node;
    }
    ConditionLeaf leaf = (ConditionLeaf) tree;
    node.put("type", "leaf").put("field", leaf.field());
    if (leaf.op() != null) {
      node.put("op", leaf.op().code());
      node.set("value", value(leaf));
    }
    put(node, "unit", leaf.unit());
    put(node, "period", leaf.period() == null ? null : leaf.period().code());
    node.put("quote", leaf.quote());
    if (leaf.start() != null) {
      node.put("start", leaf.start()).put("end", leaf.end());
    }
    node.put("strength", leaf.strength().code()).put("mode", leaf.mode().code());
    put(node, "what", leaf.what());
    return node;
  }

  private static void put(ObjectNode node, String name, String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static JsonNode value(ConditionLeaf leaf) {
    if (leaf.values().size() == 1 && !leaf.valueIsList()) {
      return write(leaf.values().get(0));
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    leaf.values().forEach(one -> list.add(write(one)));
    return list;
  }

  static JsonNode write(FactValue value) {
    if (value instanceof FactValue.Number number) {
      return JsonNodeFactory.instance.numberNode(plain(number.value()));
    }
    if (value instanceof FactValue.Flag flag) {
      return JsonNodeFactory.instance.booleanNode(flag.value());
    }
    return JsonNodeFactory.instance.textNode(value.text());
  }

  private static java.math.BigDecimal plain(java.math.BigDecimal number) {
    java.math.BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
