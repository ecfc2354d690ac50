package cn.zhitong.assistant.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Leaves out of texts that come in as JSON what PostgreSQL cannot hold and no reader sees: NUL and
 * halves of surrogate pairs, as a cut-off emoji leaves them.
 */
@Singleton
public final class StorableTexts implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    // A score of 3.5 is no 3: it is refused rather than cut.
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.registerModule(new SimpleModule().addDeserializer(String.class, new Storable()));
  }

  static String of(String text) {
    if (text.codePoints().allMatch(StorableTexts::storable)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(StorableTexts::storable).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean storable(int point) {
    return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
  }

  private static final class Storable extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      return text == null ? null : of(text);
    }
  }
}
