package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.extraction.ItemExtractor;
import cn.zhitong.assistant.matching.extraction.PolicyDraft;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds items in a policy of the library or in a text; nothing is stored. */
@Path("/api/items")
@Tag(name = "items", description = "事项库")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.ADMINISTRATOR_CODE})
class ExtractionResource {
  /** Longer texts are books, not policies. */
  private static final int LONGEST = 400_000;

  private final ItemExtractor extractor;
  private final CorpusStore policies;

  ExtractionResource(Gazetteer gazetteer, CorpusStore policies) {
    this.extractor = new ItemExtractor(gazetteer);
    this.policies = policies;
  }

  /** Either a policy's id or a text. */
  record ExtractionRequest(
      String policyId, String title, String text, String issuer, String region) {}

  /** The items that were found. */
  record ExtractionBody(List<ItemContent> items) {}

  @POST
  @Path("extraction")
  @Operation(
      summary = "从政策中抽取事项",
      description =
          "给 policyId，或 title、text（可加 issuer、region）。返回事项及其条件树，每个条件带原文引文；不存储。"
              + "解读、名单、答复等没有可申报内容的文件返回空。")
  @APIResponse(responseCode = "404", description = "没有这份政策")
  public ExtractionBody extract(ExtractionRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 policyId 或 text。");
    }
    if (request.policyId() != null) {
      return ofPolicy(request.policyId());
    }
    if (request.text() == null || request.text().isBlank()) {
      throw new Problem.InvalidRequest("需要 policyId，或 title 和 text。");
    }
    if (request.text().length() > LONGEST) {
      throw new Problem.TooLarge("text 过长，最多 " + LONGEST + " 字。");
    }
    PolicyDraft draft =
        new PolicyDraft(request.title(), request.text(), request.issuer(), request.region());
    return body(draft, null);
  }

  private ExtractionBody ofPolicy(String id) {
    StoredPolicy policy = policy(id);
    PolicyKind kind = policy.metadata().kind();
    if (kind == PolicyKind.INTERPRETATION || kind == PolicyKind.REPLY) {
      return new ExtractionBody(List.of());
    }
    String title =
        policy.metadata().title() == null
            ? policy.metadata().displayTitle()
            : policy.metadata().title();
    return body(
        new PolicyDraft(
            title, policy.text(), policy.metadata().issuer(), policy.metadata().region()),
        id);
  }

  private ExtractionBody body(PolicyDraft draft, String policyId) {
    return new ExtractionBody(
        extractor.extract(draft).stream()
            .map(item -> ItemContent.of(item, policyId, draft.region()))
            .toList());
  }

  private StoredPolicy policy(String id) {
    try {
      return policies
          .policy(PolicyId.parse(id))
          .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的政策。"));
    } catch (IllegalArgumentException e) {
      throw new Problem.NotFound("没有编号为 " + id + " 的政策。");
    }
  }
}
