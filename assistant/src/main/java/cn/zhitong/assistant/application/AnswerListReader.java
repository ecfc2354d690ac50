package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers as a list of {@code {field, value, unit?, period?}}, or in short as an object from field
 * to value.
 */
final class AnswerListReader extends JsonDeserializer<List<Answer>> {
  @Override
  public List<Answer> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return List.of(parser.readValueAs(Answer[].class));
    }
    List<Answer> answers = new ArrayList<>();
    Map<?, ?> all = parser.readValueAs(Map.class);
    for (Map.Entry<?, ?> one : all.entrySet()) {
      answers.add(new Answer(one.getKey().toString(), one.getValue(), null, null));
    }
    return answers;
  }
}
