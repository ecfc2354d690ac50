package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.report.Share;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import cn.zhitong.common.text.Coded;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 月度回访 and 季度抽查: draws, and what came of them. */
@Path("/api/visit-rounds")
@Tag(name = "回访抽查")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AGENT_CODE)
class VisitRoundResource {
  private static final int SEED_BYTES = 16;
  private static final int MOST_PER_STRATUM = 500;
  private static final int LONGEST = 100;
  private static final int DEFAULT_DAYS = 14;
  private static final int DEFAULT_PER_STRATUM = 3;

  private final Visits visits;
  private final VisitStore store;
  private final Gazetteer gazetteer;
  private final SecurityIdentity identity;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  VisitRoundResource(
      Visits visits,
      VisitStore store,
      Gazetteer gazetteer,
      SecurityIdentity identity,
      Clock clock) {
    this.visits = visits;
    this.store = store;
    this.gazetteer = gazetteer;
    this.identity = identity;
    this.clock = clock;
  }

  @Schema(
      example =
          "{\"kind\":\"monthly\",\"population\":\"pushed\",\"from\":\"2026-02-01\","
              + "\"to\":\"2026-02-28\",\"perStratum\":3}")
  record RoundRequest(
      @Schema(description = "monthly 月度回访、quarterly 季度抽查") String kind,
      String title,
      @Schema(description = "pushed 期间收到推送的企业、files 全部有档案的企业") String population,
      String from,
      String to,
      @Schema(description = "GB/T 2260 代码，可空") String region,
      @Schema(description = "只问一个事项，可空") UUID itemId,
      @Schema(description = "每个地市、每个事项抽几家，缺省 3") Integer perStratum,
      @Schema(description = "随机种子；不填由系统生成并留档") String seed,
      @Schema(description = "不填用通用问卷") List<VisitQuestion> questions,
      String closesOn) {}

  record RoundBody(
      UUID roundId,
      String kind,
      String kindLabel,
      String title,
      String population,
      String populationLabel,
      LocalDate from,
      LocalDate to,
      String region,
      UUID itemId,
      int perStratum,
      String seed,
      int frame,
      String digest,
      LocalDate closesOn,
      String drawnBy,
      OffsetDateTime drawnAt,
      int visits,
      int done,
      int unreachable) {}

  record RoundList(List<RoundBody> items) {}

  /** One answer's share of those who were asked. */
  record OptionShare(String option, Share share) {}

  record QuestionResult(String key, String text, List<OptionShare> options) {}

  record VisitRow(
      UUID visitId,
      int seq,
      String enterprise,
      String creditCode,
      String regionName,
      String itemTitle,
      String state,
      String stateLabel,
      java.util.Map<String, String> answers,
      String comment,
      String way,
      UUID caseId,
      String caseNumber) {}

  record RoundFile(
      RoundBody round,
      List<VisitQuestion> questions,
      List<QuestionResult> results,
      List<VisitRow> visits) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SUPERVISOR_CODE)
  @Operation(
      summary = "抽取回访名单",
      description =
          "按地市和事项分层，每层按 SHA-256(种子/企业) 的次序取前几家；种子、总体数和总体摘要留档，" + "凭种子和同一总体可以重算出同一名单。名单抽出后不能更改。")
  @APIResponse(responseCode = "201", description = "已抽取")
  @APIResponse(responseCode = "409", description = "范围内没有企业")
  public Response draw(RoundRequest request) {
    if (request == null) {
      throw new Problem.InvalidRequest("请求体为空，需要 kind、from 和 to。");
    }
    VisitStore.Progress drawn = visits.draw(asked(request));
    return Response.created(URI.create("/api/visit-rounds/" + drawn.round().id()))
        .entity(body(drawn))
        .build();
  }

  private VisitRound asked(RoundRequest request) {
    LocalDate today = LocalDate.now(clock);
    VisitKind kind =
        Coded.find(VisitKind.class, String.valueOf(request.kind()))
            .orElseThrow(() -> new Problem.InvalidRequest("kind：应为 monthly 或 quarterly。"));
    String from = request.population() == null ? "pushed" : request.population();
    VisitRound.Population population =
        Coded.find(VisitRound.Population.class, from)
            .orElseThrow(() -> new Problem.InvalidRequest("population：应为 pushed 或 files。"));
    LocalDate first = day("from", request.from(), today.minusMonths(1));
    LocalDate last = day("to", request.to(), today);
    LocalDate closes = day("closesOn", request.closesOn(), today.plusDays(DEFAULT_DAYS));
    int perStratum = request.perStratum() == null ? DEFAULT_PER_STRATUM : request.perStratum();
    if (first.isAfter(last) || closes.isBefore(today)) {
      throw new Problem.InvalidRequest("from 不能晚于 to，closesOn 不能早于今天。");
    }
    if (perStratum < 1 || perStratum > MOST_PER_STRATUM) {
      throw new Problem.InvalidRequest("perStratum：应为 1 到 " + MOST_PER_STRATUM + "。");
    }
    Caller caller = Caller.of(identity);
    return new VisitRound(
        Ids.next(),
        kind,
        shorter(request.title(), kind.label() + " " + first + " 至 " + last, "title"),
        population,
        first,
        last,
        request.region() == null || request.region().isBlank() ? null : request.region().strip(),
        request.itemId(),
        perStratum,
        shorter(request.seed(), seed(), "seed"),
        0,
        "",
        VisitQuestion.checked(request.questions()),
        closes,
        caller.name(),
        caller.displayName(),
        clock.instant());
  }

  private String seed() {
    byte[] bytes = new byte[SEED_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String shorter(String given, String otherwise, String field) {
    if (given == null || given.isBlank()) {
      return otherwise;
    }
    if (given.strip().length() > LONGEST) {
      throw new Problem.InvalidRequest(field + "：最多 " + LONGEST + " 字。");
    }
    return given.strip();
  }

  private static LocalDate day(String field, String text, LocalDate otherwise) {
    try {
      return text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest(field + "：日期请写成 2026-02-28 的形式。");
    }
  }

  @GET
  @Operation(summary = "回访和抽查", description = "新的在前，最多 100 次。")
  public RoundList list() {
    return new RoundList(store.rounds(null).stream().map(VisitRoundResource::body).toList());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "一次回访", description = "名单、逐题结果（份额和 Wilson 95% 区间）；查看留痕。")
  public RoundFile round(@PathParam("id") UUID id) {
    VisitStore.Progress progress = visits.required(id);
    store.read(id, Caller.of(identity).name(), "list", clock.instant());
    List<VisitStore.Visit> drawn = store.visits(id);
    java.util.Map<String, String> names = visits.names(drawn);
    return new RoundFile(
        body(progress),
        progress.round().questions(),
        VisitResults.of(progress.round().questions(), drawn),
        drawn.stream().map(one -> row(one, names.get(one.creditCode()))).toList());
  }

  private VisitRow row(VisitStore.Visit one, String name) {
    String place =
        one.region() == null
            ? null
            : gazetteer.byCode(one.region()).map(Place::name).orElse(one.region());
    return new VisitRow(
        one.id(),
        one.seq(),
        name,
        one.creditCode(),
        place,
        one.itemTitle(),
        one.state().code(),
        one.state().label(),
        one.answers(),
        one.comment(),
        one.way(),
        one.caseId(),
        one.caseNumber());
  }

  static RoundBody body(VisitStore.Progress progress) {
    VisitRound round = progress.round();
    return new RoundBody(
        round.id(),
        round.kind().code(),
        round.kind().label(),
        round.title(),
        round.population().code(),
        round.population().label(),
        round.from(),
        round.to(),
        round.region(),
        round.itemId(),
        round.perStratum(),
        round.seed(),
        round.frame(),
        round.digest(),
        round.closesOn(),
        round.drawerName(),
        round.drawnAt().atZone(Infrastructure.ZONE).toOffsetDateTime(),
        progress.visits(),
        progress.done(),
        progress.unreachable());
  }
}
