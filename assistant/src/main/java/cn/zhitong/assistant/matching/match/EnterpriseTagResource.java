package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.enterprise.EnterpriseAccess;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.tag.EnterpriseTag;
import cn.zhitong.assistant.matching.tag.EnterpriseTags;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which tags an enterprise bears, by its file, and why. */
@Path("/api/enterprises/{creditCode}/tags")
@Tag(name = "tags", description = "企业标签：有名字的条件")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.AGENT_CODE,
  Role.HANDLER_CODE,
  Role.PUBLISHER_CODE,
  Role.ADMINISTRATOR_CODE,
  Role.ENTERPRISE_CODE
})
class EnterpriseTagResource {
  private final EnterpriseTags tags;
  private final Matches matches;
  private final MatchQuery query;
  private final ExplainedTree explained;
  private final SecurityIdentity identity;

  EnterpriseTagResource(
      EnterpriseTags tags,
      Matches matches,
      MatchQuery query,
      ExplainedTree explained,
      SecurityIdentity identity) {
    this.tags = tags;
    this.matches = matches;
    this.query = query;
    this.explained = explained;
    this.identity = identity;
  }

  /** A tag against the file. */
  record TagMatch(String tagId, String name, int version, String outcome, JsonNode conditions) {}

  record TagMatches(List<TagMatch> items, int total) {}

  @GET
  @Operation(
      summary = "一家企业的标签",
      description =
          "每个在用的标签：outcome 为 met（具有）、unknown（待核实）、not_met；符合的在前。条件树的每一条带 index、outcome、reason 和所依据的 facts。asOf 默认今天。")
  @APIResponse(responseCode = "404", description = "没有这家企业的档案")
  public TagMatches tags(
      @PathParam("creditCode") String creditCode,
      @QueryParam("asOf") String asOf,
      @QueryParam("reason") String reason) {
    Caller caller = Caller.of(identity);
    EnterpriseFile file = query.file(caller, creditCode, reason);
    LocalDate day = query.day(asOf);
    boolean sensitive = EnterpriseAccess.seesSensitive(caller, file.creditCode());
    EnterpriseFacts facts = file.asFacts();
    List<TagMatch> found =
        tags.all().stream()
            .map(tag -> new Judged(tag, matches.evaluate(tag.conditions(), facts, day)))
            .sorted(Comparator.comparing((Judged one) -> one.evaluation().outcome()).reversed())
            .map(one -> body(one, sensitive))
            .toList();
    return new TagMatches(found, found.size());
  }

  private record Judged(EnterpriseTag tag, Evaluation evaluation) {}

  private TagMatch body(Judged judged, boolean sensitive) {
    EnterpriseTag tag = judged.tag();
    return new TagMatch(
        tag.id().toString(),
        tag.name(),
        tag.version(),
        judged.evaluation().outcome().code(),
        explained.of(tag.conditions(), judged.evaluation(), sensitive));
  }
}
