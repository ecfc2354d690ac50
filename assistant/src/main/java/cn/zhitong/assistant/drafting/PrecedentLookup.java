package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.casework.PrecedentTitles;
import cn.zhitong.assistant.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up the past replies that a draft names, as they are today. */
@ApplicationScoped
class PrecedentLookup implements PrecedentTitles {
  private final PastReplyStore store;
  private final Drafts drafts;
  private final ObjectMapper json;

  PrecedentLookup(PastReplyStore store, Drafts drafts, ObjectMapper json) {
    this.store = store;
    this.drafts = drafts;
    this.json = json;
  }

  @Override
  public JsonNode describe(JsonNode ids, Caller caller) {
    List<UUID> wanted = new ArrayList<>();
    ids.forEach(one -> wanted.add(UUID.fromString(one.path("id").asText())));
    ArrayNode described = json.createArrayNode();
    if (wanted.isEmpty()) {
      return described;
    }
    String only = drafts.onlyOf(caller);
    Map<UUID, PastReply> known =
        store.byIds(wanted).stream()
            .filter(past -> only == null || only.equals(past.department()))
            .collect(Collectors.toMap(PastReply::id, past -> past));
    wanted.stream()
        .filter(known::containsKey)
        .forEach(id -> described.add(json.valueToTree(Draft.Precedent.of(known.get(id)))));
    return described;
  }
}
