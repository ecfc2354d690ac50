package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.FactCodec;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.item.ConditionWords;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items against a file: what an enterprise can have, and why. */
@Path("/api/enterprises/{creditCode}/matches")
@Tag(name = "matching", description = "政策匹配")
@Produces(MediaType.APPLICATION_JSON)
class MatchResource {
  private final Matches matches;
  private final MatchQuery query;
  private final Items items;
  private final ConditionWords words;
  private final SecurityIdentity identity;

  MatchResource(
      Matches matches,
      MatchQuery query,
      Items items,
      ConditionWords words,
      SecurityIdentity identity) {
    this.matches = matches;
    this.query = query;
    this.items = items;
    this.words = words;
    this.identity = identity;
  }

  /** One item of an enterprise's list. */
  record MatchBody(
      String itemId,
      String title,
      String outcome,
      String unknownKind,
      long met,
      long notMet,
      long unknown,
      List<String> missing,
      WindowState window,
      String mode,
      String kind,
      String amount) {}

  /** The window, apart from whether the conditions are met. */
  record WindowState(LocalDate from, LocalDate to, String text, boolean open) {
    static WindowState of(ItemContent.WindowBody window, LocalDate day) {
      return window == null
          ? null
          : new WindowState(window.from(), window.to(), window.text(), window.isOpen(day));
    }
  }

  /** An enterprise's list. */
  record MatchList(List<MatchBody> items, int total) {}

  /** One item leaf by leaf. */
  record Explanation(
      String itemId,
      String title,
      String outcome,
      String unknownKind,
      WindowState window,
      String clause,
      String policyId,
      JsonNode conditions) {}

  @GET
  @RolesAllowed({
    Role.AGENT_CODE,
    Role.HANDLER_CODE,
    Role.PUBLISHER_CODE,
    Role.ADMINISTRATOR_CODE,
    Role.ENTERPRISE_CODE
  })
  @Operation(
      summary = "一家企业与全部事项的匹配",
      description = "asOf 默认今天；outcome 为 met、not_met、unknown 之一。申报期与是否符合分开说。")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案")
  public MatchList matches(
      @PathParam("creditCode") String creditCode,
      @QueryParam("asOf") String asOf,
      @QueryParam("outcome") String outcome,
      @QueryParam("reason") String reason) {
    EnterpriseFile file = query.file(Caller.of(identity), creditCode, reason);
    LocalDate day = query.day(asOf);
    Optional<MatchOutcome> wanted = outcome(outcome);
    List<MatchBody> found =
        matches.of(file, day).stream()
            .filter(match -> wanted.isEmpty() || match.evaluation().outcome() == wanted.get())
            .map(match -> body(match, day))
            .toList();
    return new MatchList(found, found.size());
  }

  private static MatchBody body(Matches.Match match, LocalDate day) {
    ItemContent content = match.item().item().content();
    Evaluation evaluation = match.evaluation();
    return new MatchBody(
        match.item().item().id().toString(),
        content.title(),
        evaluation.outcome().code(),
        evaluation.unknownKind() == null ? null : evaluation.unknownKind().code(),
        match.count(MatchOutcome.MET),
        match.count(MatchOutcome.NOT_MET),
        match.count(MatchOutcome.UNKNOWN),
        match.missing(),
        WindowState.of(content.window(), day),
        content.mode(),
        content.kind(),
        content.amount());
  }

  @GET
  @Path("{itemId}")
  @RolesAllowed({
    Role.AGENT_CODE,
    Role.HANDLER_CODE,
    Role.PUBLISHER_CODE,
    Role.ADMINISTRATOR_CODE,
    Role.ENTERPRISE_CODE
  })
  @Operation(summary = "一家企业与一个事项：逐条说明", description = "条件树的每一条带 index、outcome、reason 和所依据的 facts。")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案，或没有这个事项")
  public Explanation explanation(
      @PathParam("creditCode") String creditCode,
      @PathParam("itemId") String itemId,
      @QueryParam("asOf") String asOf,
      @QueryParam("reason") String reason) {
    EnterpriseFile file = query.file(Caller.of(identity), creditCode, reason);
    StoredItem item = item(itemId);
    LocalDate day = query.day(asOf);
    Condition tree = item.content().tree();
    Evaluation evaluation = matches.evaluate(tree, file, day);
    return new Explanation(
        itemId,
        item.content().title(),
        evaluation.outcome().code(),
        evaluation.unknownKind() == null ? null : evaluation.unknownKind().code(),
        WindowState.of(item.content().window(), day),
        item.content().clause(),
        item.content().policyId(),
        explained(tree, new ArrayDeque<>(evaluation.leaves())));
  }

  /** The tree with each leaf's outcome, reason and facts. */
  private ObjectNode explained(Condition node, Deque<Evaluation.LeafResult> leaves) {
    ObjectNode written = ConditionCodec.write(node);
    if (node instanceof ConditionLeaf leaf) {
      Evaluation.LeafResult result = leaves.poll();
      written.put("index", result.index());
      written.put("outcome", result.outcome().code());
      written.put("reason", result.reason().label());
      written.put("words", words.of(leaf));
      ArrayNode facts = written.putArray("facts");
      result.facts().forEach(fact -> facts.add(FactCodec.write(fact)));
      return written;
    }
    ArrayNode children = written.putArray("children");
    ((ConditionGroup) node).children().forEach(child -> children.add(explained(child, leaves)));
    return written;
  }

  private StoredItem item(String id) {
    return items
        .published(uuid(id))
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的已发布事项。"));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Problem.NotFound("没有编号为 " + id + " 的事项。");
    }
  }

  private static Optional<MatchOutcome> outcome(String code) {
    if (code == null || code.isBlank()) {
      return Optional.empty();
    }
    Optional<MatchOutcome> found = Coded.find(MatchOutcome.class, code);
    if (found.isEmpty()) {
      throw new Problem.InvalidRequest("outcome：应为 met、not_met 或 unknown。");
    }
    return found;
  }
}
