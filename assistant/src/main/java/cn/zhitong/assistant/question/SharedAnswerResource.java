package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.question.QuestionStore.Place;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.store.CorpusStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * An answer by its id, for whoever was sent the link: never the question, which may name people.
 */
@Path("/api/questions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "问答")
public class SharedAnswerResource {
  private final QuestionStore questions;
  private final CorpusStore store;
  private final Clock clock;

  SharedAnswerResource(Jdbc jdbc, CorpusStore store, Clock clock) {
    this.questions = new QuestionStore(jdbc);
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is shown of it.
   *
   * @param text null where nothing was answered or shown
   * @param answeredOn the day
   */
  public record SharedAnswer(
      UUID id,
      String outcome,
      String mode,
      String text,
      List<MarkedCitation> citations,
      LocalDate answeredOn) {}

  @GET
  @Operation(summary = "查看分享的回答", description = "只含回答和引用的条款，不含提问；回答过了保存期后不再可见。引用按今天的效力标注。")
  @APIResponse(responseCode = "200", description = "回答")
  @APIResponse(responseCode = "404", description = "没有这个回答，或已过保存期")
  public SharedAnswer shared(@PathParam("id") String id) {
    try {
      return questions
          .shared(UUID.fromString(id))
          .map(
              one ->
                  new SharedAnswer(
                      one.id(),
                      one.outcome(),
                      one.mode(),
                      one.text(),
                      MarkedCitation.of(
                          one.places().stream().flatMap(p -> citation(p).stream()).toList()),
                      LocalDate.ofInstant(one.askedAt(), clock.getZone())))
          .orElseThrow(() -> new Problem.NotFound("没有这个回答，可能已过保存期。"));
    } catch (IllegalArgumentException e) {
      throw new Problem.NotFound("“" + id + "”不是回答编号。");
    }
  }

  /** Empty where the text was withdrawn or changed since. */
  private Optional<Citation> citation(Place place) {
    return store
        .policy(place.policyId())
        .filter(p -> !p.entry().withdrawn() && place.end() <= p.text().length())
        .map(
            p ->
                new Citation(
                    place.policyId(),
                    p.entry().externalId(),
                    p.entry().displayTitle(),
                    p.metadata().documentNumber(),
                    p.metadata().issuer(),
                    place.clause(),
                    p.text().substring(place.start(), place.end()),
                    place.start(),
                    place.end(),
                    p.entry().statusOn(LocalDate.now(clock)),
                    p.metadata().sourceUrl()));
  }
}
