package cn.zhitong.assistant.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What an event of a main case means for the cases merged into it. */
final class MergedCasePropagation {
  private MergedCasePropagation() {}

  /** Empty when they are not touched by it. */
  static Optional<CaseLog.Entry> of(CaseLog.Entry entry, CaseFile main) {
    return switch (entry.type()) {
      // The answer reaches all who asked; the draft it came from is the main case's.
      case REPLY -> Optional.of(same(entry, main, true));
      case REJECT -> Optional.of(same(entry, main, false));
      // Their own appeals stand.
      case WITHDRAW ->
          Optional.of(
              new CaseLog.Entry(EventType.UNMERGE, "system", "系统", "主办件已撤回，恢复单独办理", 0, link(main)));
      default -> Optional.empty();
    };
  }

  private static CaseLog.Entry same(CaseLog.Entry entry, CaseFile main, boolean withText) {
    ObjectNode body = link(main);
    String[] fields = {withText ? "text" : "legalGround", "occurredAt"};
    JsonNode own = entry.body().path("followersText");
    if (withText && own.isTextual()) {
      // What the main case's sender is told need not be theirs to read.
      body.set("text", own);
      fields = new String[] {"occurredAt"};
    }
    for (String field : fields) {
      if (entry.body().hasNonNull(field)) {
        body.set(field, entry.body().get(field));
      }
    }
    return new CaseLog.Entry(
        entry.type(), entry.actor(), entry.actorName(), entry.reason(), 0, body);
  }

  private static ObjectNode link(CaseFile main) {
    ObjectNode body = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    return body.put("main", main.id().toString()).put("mainNumber", main.number());
  }
}
