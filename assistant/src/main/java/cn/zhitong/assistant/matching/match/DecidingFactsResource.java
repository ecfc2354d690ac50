package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which missing facts an enterprise should add first. */
@Path("/api/enterprises/{creditCode}/questions")
@Tag(name = "matching", description = "政策匹配")
@Produces(MediaType.APPLICATION_JSON)
class DecidingFactsResource {
  private final Matches matches;
  private final MatchQuery query;
  private final SecurityIdentity identity;

  DecidingFactsResource(Matches matches, MatchQuery query, SecurityIdentity identity) {
    this.matches = matches;
    this.query = query;
    this.identity = identity;
  }

  @GET
  @RolesAllowed({
    Role.AGENT_CODE,
    Role.HANDLER_CODE,
    Role.PUBLISHER_CODE,
    Role.ADMINISTRATOR_CODE,
    Role.ENTERPRISE_CODE
  })
  @Operation(
      summary = "补哪一项数据能定最多的事项",
      description = "decides：不论结果如何都能判定的事项数；narrows：至少一种结果能判定的事项数；own：企业可自行补充。")
  public List<DecidingFacts.DecidingFact> questions(
      @PathParam("creditCode") String creditCode,
      @QueryParam("asOf") String asOf,
      @QueryParam("reason") String reason) {
    return DecidingFacts.of(
        matches.of(query.file(Caller.of(identity), creditCode, reason), query.day(asOf)));
  }
}
