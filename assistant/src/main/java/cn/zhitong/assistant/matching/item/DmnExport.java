package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.LeafInput;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An item's conditions as a DMN 1.5 model: inputs as {@link LeafInput} names them, and one decision
 * {@code met} with a FEEL expression, null where the outcome is unknown. The benchmarks feed it to
 * a DMN engine and compare the outcomes with ours.
 */
public final class DmnExport {
  private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";
  private static final String OURS = "urn:zhitong:item:";

  private DmnExport() {}

  static String of(StoredItem item) {
    return of(item.id(), item.content().title(), item.content().tree());
  }

  /** The model of any tree. */
  public static String of(UUID id, String title, Condition tree) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("definitions");
      xml.writeDefaultNamespace(DMN);
      xml.writeAttribute("id", "item");
      xml.writeAttribute("name", title);
      xml.writeAttribute("namespace", OURS + id);
      Map<String, LeafInput> inputs = inputs(tree);
      for (LeafInput input : inputs.values()) {
        input(xml, input.name(), type(input.kind()));
      }
      decision(xml, title, tree, inputs.keySet());
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static Map<String, LeafInput> inputs(Condition tree) {
    Map<String, LeafInput> inputs = new LinkedHashMap<>();
    ConditionLeaves.of(tree).stream()
        .flatMap(leaf -> LeafInput.of(leaf).stream())
        .forEach(input -> inputs.putIfAbsent(input.name(), input));
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
      XMLStreamWriter xml, String title, Condition tree, Set<String> inputs)
      throws XMLStreamException {
    xml.writeStartElement("decision");
    xml.writeAttribute("id", "met");
    xml.writeAttribute("name", "met");
    xml.writeStartElement("description");
    xml.writeCharacters(title);
    xml.writeEndElement();
    variable(xml, "met", "boolean");
    for (String name : inputs) {
      xml.writeStartElement("informationRequirement");
      xml.writeEmptyElement("requiredInput");
      xml.writeAttribute("href", "#i_" + name);
      xml.writeEndElement();
    }
    xml.writeStartElement("literalExpression");
    xml.writeStartElement("text");
    xml.writeCharacters(FeelExpression.of(tree));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String type(LeafInput.Kind kind) {
    return switch (kind) {
      case FLAG -> "boolean";
      case NUMBER -> "number";
      case DATE -> "date";
      default -> "Any";
    };
  }
}
