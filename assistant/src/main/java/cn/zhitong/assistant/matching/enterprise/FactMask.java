package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Facts as they are shown, sensitive values hidden from who may not see them. */
public final class FactMask {
  private static final String MASKED = "***";

  private FactMask() {}

  /**
   * @param sensitive whether the reader sees sensitive values
   */
  public static ObjectNode written(Fact fact, boolean sensitive) {
    ObjectNode node = FactCodec.write(fact);
    boolean masked =
        !sensitive
            && FieldCatalogue.of(fact.field())
                .map(field -> field.sensitivity() == FieldCatalogue.Sensitivity.SENSITIVE)
                .orElse(false);
    return masked ? node.put("value", MASKED) : node;
  }
}
