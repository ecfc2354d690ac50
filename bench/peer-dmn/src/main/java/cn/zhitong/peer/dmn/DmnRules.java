package cn.zhitong.peer.dmn;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * A DMN model with the decision {@code met}, compiled: from the inputs by name to {@code met},
 * {@code unknown} (null, or no boolean) or {@code not_met}.
 */
public final class DmnRules implements Function<String, Function<Map<String, Object>, String>> {

  @Override
  public Function<Map<String, Object>, String> apply(String xml) {
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8")))
            .getOrElseThrow(e -> new IllegalArgumentException(xml, e));
    DMNModel model = runtime.getModels().get(0);
    if (model.hasErrors()) {
      throw new IllegalArgumentException(model.getMessages() + "\n" + xml);
    }
    List<String> inputs = model.getInputs().stream().map(one -> one.getName()).toList();
    return file -> evaluate(runtime, model, inputs, file);
  }

  private static String evaluate(
      DMNRuntime runtime, DMNModel model, List<String> inputs, Map<String, Object> file) {
    DMNContext context = runtime.newContext();
    for (String input : inputs) {
      context.set(input, file.get(input));
    }
    Object met = runtime.evaluateAll(model, context).getContext().get("met");
    if (met instanceof Boolean yes) {
      return yes ? "met" : "not_met";
    }
    return "unknown";
  }
}
