package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.policy.PolicyKind;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Search for passages, open to everyone. */
@Path("/api/search")
@Tag(name = "search", description = "检索政策片段")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {
  /** Longer questions are mail, not search; the embedding reads 512 tokens. */
  private static final int MAX_QUERY = 2000;

  private final Retrieval retrieval;
  private final Admission admission;
  private final Clock clock;

  SearchResource(Retrieval retrieval, Admission admission, Clock clock) {
    this.retrieval = retrieval;
    this.admission = admission;
    this.clock = clock;
  }

  /** What to search for; everything but {@code query} may be left out. */
  record SearchRequest(
      @Schema(description = "问题或关键词", examples = "企业咨询多久能得到答复？") String query,
      @Schema(description = "返回片段数，1 至 200，默认 10", examples = "10") Integer limit,
      @Schema(description = "地区代码（GB/T 2260），含其上级地区", examples = "350100") String region,
      @Schema(description = "按此日期有效的文件检索，默认今天", examples = "2025-06-01") String asOf,
      @Schema(description = "文件种类：policy、interpretation、guide、reply、other") List<String> kinds,
      @Schema(description = "是否包含已失效、已废止的文件，默认否") Boolean includeExpired) {}

  record SearchResponse(List<PassageBody> passages) {}

  record PassageBody(
      String passageId,
      String policyId,
      String externalId,
      String title,
      String documentNumber,
      String clause,
      String text,
      double score) {}

  @POST
  @Operation(summary = "检索政策片段", description = "按含义、词语和确切名称（发文字号、《标题》、条款、引号内的原文）综合检索，最相关的在前。")
  @APIResponse(responseCode = "503", description = Problem.UNAVAILABLE)
  public SearchResponse search(SearchRequest request) {
    SearchQuery query = query(request);
    List<Hit> hits = admission.run(() -> retrieval.search(query));
    return new SearchResponse(hits.stream().map(SearchResource::body).toList());
  }

  private SearchQuery query(SearchRequest request) {
    if (request == null || request.query() == null || request.query().isBlank()) {
      throw new Problem.InvalidRequest("请填写 query：要检索的问题或关键词。");
    }
    if (request.query().length() > MAX_QUERY) {
      throw new Problem.InvalidRequest("query 过长：请控制在 " + MAX_QUERY + " 字以内。");
    }
    int limit = request.limit() == null ? 10 : request.limit();
    if (limit < 1 || limit > 200) {
      throw new Problem.InvalidRequest("limit 应为 1 至 200 的整数。");
    }
    if (request.region() != null && !request.region().matches("\\d{6}")) {
      throw new Problem.InvalidRequest("region 应为六位地区代码，例如 350100。");
    }
    return new SearchQuery(
        request.query().strip(),
        limit,
        request.region(),
        day(request.asOf()),
        kinds(request.kinds()),
        Boolean.TRUE.equals(request.includeExpired()));
  }

  private LocalDate day(String asOf) {
    if (asOf == null || asOf.isBlank()) {
      return LocalDate.now(clock);
    }
    try {
      return LocalDate.parse(asOf);
    } catch (DateTimeParseException e) {
      throw new Problem.InvalidRequest("asOf 应为 YYYY-MM-DD 格式的日期，例如 2025-06-01。");
    }
  }

  private static Set<PolicyKind> kinds(List<String> codes) {
    Set<PolicyKind> kinds = EnumSet.noneOf(PolicyKind.class);
    for (String code : codes == null ? List.<String>of() : codes) {
      try {
        kinds.add(PolicyKind.ofCode(code));
      } catch (IllegalArgumentException e) {
        throw new Problem.InvalidRequest("kinds 只能是 policy、interpretation、guide、reply、other。");
      }
    }
    return kinds;
  }

  private static PassageBody body(Hit hit) {
    return new PassageBody(
        hit.passageId().toString(),
        hit.policyId().toString(),
        hit.externalId(),
        hit.title(),
        hit.documentNumber(),
        hit.clause(),
        hit.text(),
        hit.score());
  }
}
