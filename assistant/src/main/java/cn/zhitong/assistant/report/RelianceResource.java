package cn.zhitong.assistant.report;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.QueryText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What rests on a policy, or on one of its clauses: to be looked at again when it ends. */
@Path("/api/policies/{id}/reliance")
@RolesAllowed({Role.PUBLISHER_CODE, Role.AGENT_CODE})
@Tag(name = "政策库")
public class RelianceResource {
  private static final int SHOWN = 100;

  private final RelianceStore store;

  RelianceResource(RelianceStore store) {
    this.store = store;
  }

  public record ReliedAnswer(UUID questionId, String question, OffsetDateTime askedAt) {}

  public record ReliedDraft(
      UUID caseId,
      String number,
      String stateLabel,
      @Schema(description = "是否已答复；未答复的可以改") boolean answered) {}

  public record ReliedReply(
      @Schema(description = "case 本平台、history 导入的历史") String source,
      String number,
      String department,
      OffsetDateTime answeredAt) {}

  /** Each list has the first 100, and how many there are. */
  public record Reliance(
      long answerTotal,
      List<ReliedAnswer> answers,
      long draftTotal,
      List<ReliedDraft> drafts,
      long replyTotal,
      List<ReliedReply> replies) {}

  @GET
  @Operation(
      summary = "引用过这份政策的回答、拟答复和历史答复",
      description = "政策失效、废止或被替代时核对用；未发出的拟答复在前。历史答复按文号或标题查找。")
  public Reliance of(
      @PathParam("id") UUID id,
      @Parameter(description = "条款路径，缺省为整份政策") @QueryParam("clause") String clause) {
    String only = QueryText.blankToNull(clause);
    List<RelianceStore.Answer> answers = store.answers(id, only, SHOWN);
    List<RelianceStore.Drafted> drafts = store.drafts(id, only, SHOWN);
    List<RelianceStore.Replied> replies = store.replies(id, SHOWN);
    return new Reliance(
        answers.isEmpty() ? 0 : answers.get(0).total(),
        answers.stream()
            .map(one -> new ReliedAnswer(one.id(), one.question(), time(one.at())))
            .toList(),
        drafts.isEmpty() ? 0 : drafts.get(0).total(),
        drafts.stream()
            .map(
                one ->
                    new ReliedDraft(
                        one.caseId(),
                        one.number(),
                        CaseStatus.of(one.state()).label(),
                        one.answered()))
            .toList(),
        replies.isEmpty() ? 0 : replies.get(0).total(),
        replies.stream()
            .map(
                one ->
                    new ReliedReply(one.source(), one.number(), one.department(), time(one.at())))
            .toList());
  }

  private static OffsetDateTime time(Instant at) {
    return at == null ? null : at.atZone(Infrastructure.ZONE).toOffsetDateTime();
  }
}
