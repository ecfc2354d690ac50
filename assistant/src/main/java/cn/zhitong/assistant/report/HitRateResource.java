package cn.zhitong.assistant.report;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** How often suggestions of a confidence were right, for whoever decides on the next one. */
@Path("/api/triage/hit-rates")
@RolesAllowed(Role.AGENT_CODE)
@Tag(name = "分办")
public class HitRateResource {
  /** Of fewer, a share tells little: the 95 % interval of 20 is some forty points wide. */
  static final int FEWEST = 20;

  private static final int BANDS = 10;
  private static final int MONTHS = 12;

  /** A page asks once a case; the figures move by one decision at a time. */
  private static final int KEPT_SECONDS = 300;

  private final HitRateStore store;
  private final Clock clock;

  HitRateResource(HitRateStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * @param from confidence from which on, inclusive
   * @param to up to which, exclusive but for 1
   */
  public record Band(
      double from,
      double to,
      @Schema(description = "这一档把握的建议中，人工已作决定的件数") int decided,
      @Schema(description = "其中人工最终决定与建议一致的件数") int right,
      @Schema(description = "命中率；不足 fewest 件为空") Double rate) {}

  public record HitRates(
      LocalDate since,
      @Schema(description = "少于这么多件不给命中率") int fewest,
      @Schema(description = "类别，十档") List<Band> category,
      @Schema(description = "首选部门，十档") List<Band> department) {}

  @GET
  @Cache(maxAge = KEPT_SECONDS, isPrivate = true)
  @Operation(
      summary = "各档把握的命中率",
      description = "近十二个月人工作过决定的来件，按建议当时的把握分十档，统计最终决定与建议一致的占比；每件只计最后一次决定。")
  public HitRates hitRates() {
    LocalDate since = LocalDate.now(clock).minusMonths(MONTHS);
    List<HitRateStore.Count> counts =
        store.since(since.atStartOfDay(Infrastructure.ZONE).toInstant());
    return new HitRates(since, FEWEST, bands(counts, "category"), bands(counts, "department"));
  }

  private static List<Band> bands(List<HitRateStore.Count> counts, String part) {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < BANDS; i++) {
      int band = i;
      HitRateStore.Count count =
          counts.stream()
              .filter(one -> one.part().equals(part) && one.band() == band)
              .findFirst()
              .orElse(new HitRateStore.Count(part, band, 0, 0));
      bands.add(
          new Band(
              i / (double) BANDS,
              (i + 1) / (double) BANDS,
              count.decided(),
              count.right(),
              count.decided() < FEWEST ? null : Share.of(count.right(), count.decided()).value()));
    }
    return bands;
  }
}
