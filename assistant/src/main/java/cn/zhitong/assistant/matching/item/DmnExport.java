package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An item's conditions as a DMN 1.5 model: one input a field and period, one decision with a FEEL
 * expression. FEEL's own three-valued logic gives null where the outcome is unknown.
 */
final class DmnExport {
  private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";
  private static final String OURS = "urn:zhitong:item:";

  private DmnExport() {}

  static String of(StoredItem item) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("definitions");
      xml.writeDefaultNamespace(DMN);
      xml.writeAttribute("id", "item");
      xml.writeAttribute("name", item.content().title());
      xml.writeAttribute("namespace", OURS + item.id());
      Map<String, ConditionLeaf> inputs = inputs(item.content().tree());
      for (Map.Entry<String, ConditionLeaf> input : inputs.entrySet()) {
        input(xml, input.getKey(), type(input.getValue()));
      }
      decision(xml, item, inputs);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static Map<String, ConditionLeaf> inputs(Condition tree) {
    Map<String, ConditionLeaf> inputs = new LinkedHashMap<>();
    ConditionLeaves.of(tree).forEach(leaf -> inputs.putIfAbsent(variable(leaf), leaf));
    return inputs;
  }

  private static void input(XMLStreamWriter xml, String name, String type)
      throws XMLStreamException {
    xml.writeStartElement("inputData");
    xml.writeAttribute("id", "i_" + name);
    xml.writeAttribute("name", name);
    variable(xml, name, type);
    xml.writeEndElement();
  }

  private static void variable(XMLStreamWriter xml, String name, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("variable");
    xml.writeAttribute("name", name);
    xml.writeAttribute("typeRef", type);
  }

  private static void decision(
      XMLStreamWriter xml, StoredItem item, Map<String, ConditionLeaf> inputs)
      throws XMLStreamException {
    xml.writeStartElement("decision");
    xml.writeAttribute("id", "met");
    xml.writeAttribute("name", "met");
    xml.writeStartElement("description");
    xml.writeCharacters(item.content().title());
    xml.writeEndElement();
    variable(xml, "met", "boolean");
    for (String name : inputs.keySet()) {
      xml.writeStartElement("informationRequirement");
      xml.writeEmptyElement("requiredInput");
      xml.writeAttribute("href", "#i_" + name);
      xml.writeEndElement();
    }
    xml.writeStartElement("literalExpression");
    xml.writeStartElement("text");
    xml.writeCharacters(feel(item.content().tree()));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** FEEL of a tree. */
  static String feel(Condition node) {
    if (node instanceof ConditionLeaf leaf) {
      return feel(leaf);
    }
    ConditionGroup group = (ConditionGroup) node;
    List<String> children = group.children().stream().map(DmnExport::feel).toList();
    if (children.isEmpty()) {
      return "true";
    }
    return switch (group.type()) {
      case ALL -> joined(children, " and ");
      case ANY -> joined(children, " or ");
      case NONE -> "not(" + joined(children, " or ") + ")";
      case AT_LEAST ->
          "count([" + String.join(", ", children) + "][item = true]) >= " + group.atLeast();
    };
  }

  private static String joined(List<String> children, String by) {
    return children.size() == 1
        ? children.get(0)
        : children.stream().map(one -> "(" + one + ")").collect(Collectors.joining(by));
  }

  private static String feel(ConditionLeaf leaf) {
    String name = variable(leaf);
    if (leaf.op() == null) {
      return name;
    }
    String first = value(leaf.values().get(0));
    String list =
        leaf.values().stream().map(DmnExport::value).collect(Collectors.joining(", ", "[", "]"));
    return switch (leaf.op()) {
      case EQUAL -> name + " = " + first;
      case NOT_EQUAL -> name + " != " + first;
      case LESS, AT_MOST, GREATER, AT_LEAST -> name + " " + leaf.op().code() + " " + first;
      case BETWEEN -> name + " in [" + first + ".." + value(leaf.values().get(1)) + "]";
      case IN -> "list contains(" + list + ", " + name + ")";
      case NOT_IN -> "not(list contains(" + list + ", " + name + "))";
      case IN_REGION, IN_INDUSTRY ->
          "some code in " + list + " satisfies starts with(" + name + ", code)";
      case NOT_IN_REGION, NOT_IN_INDUSTRY ->
          "not(some code in " + list + " satisfies starts with(" + name + ", code))";
      case HAS, OBTAINED -> "some one in " + list + " satisfies list contains(" + name + ", one)";
      case NEVER ->
          leaf.values().get(0) instanceof FactValue.Flag
              ? "not(" + name + ")"
              : "not(some one in " + list + " satisfies list contains(" + name + ", one))";
    };
  }

  private static String value(FactValue value) {
    if (value.number().isPresent()) {
      return value.number().get().stripTrailingZeros().toPlainString();
    }
    if (value instanceof FactValue.Flag flag) {
      return String.valueOf(flag.value());
    }
    String text = value.text();
    return text.matches("\\d{4}-\\d{2}-\\d{2}")
        ? "date(\"" + text + "\")"
        : '"' + text.replace("\"", "\\\"") + '"';
  }

  private static String variable(ConditionLeaf leaf) {
    String period = leaf.period() == null ? "" : "_" + leaf.period().code();
    boolean listed = leaf.op() == Operator.OBTAINED;
    String name = leaf.field() + (listed ? "_obtained" : "") + period;
    return name.replaceAll("[^\\p{L}\\p{N}_]", "_");
  }

  private static String type(ConditionLeaf leaf) {
    if (leaf.op() == null || leaf.values().get(0) instanceof FactValue.Flag) {
      return "boolean";
    }
    if (leaf.values().get(0).number().isPresent()) {
      return "number";
    }
    boolean date = leaf.values().get(0).text().matches("\\d{4}-\\d{2}-\\d{2}");
    return date ? "date" : "Any";
  }
}
