package cn.zhitong.assistant.push;

import cn.zhitong.assistant.report.Period;
import cn.zhitong.assistant.report.Share;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.text.Coded;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How accurate pushes are. */
@Path("/api/pushes/accuracy")
@Tag(name = "政策推送")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PUBLISHER_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
class PushAccuracyResource {
  private static final String NO_OFFICE = "未写明部门";

  private final PushAccuracyStore store;
  private final Clock clock;

  PushAccuracyResource(PushAccuracyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Shares of the messages about an item, or of an office. */
  record AccuracyRow(UUID itemId, String name, int pushed, Share opened, Share precision) {}

  record ReasonRow(String reason, String label, int count) {}

  record AccuracyBody(
      LocalDate from,
      LocalDate to,
      @Schema(description = "已读且未说“与我无关”的，占已读的份额，Wilson 95% 区间") Share precision,
      Share opened,
      List<AccuracyRow> byItem,
      List<AccuracyRow> byDepartment,
      List<ReasonRow> reasons) {}

  @GET
  @Operation(
      summary = "推送准确率",
      description = "在期间推送的消息中，已读而没有标“与我无关”的占已读的份额，按事项和部门；没有读的不计。默认近 90 天。")
  public AccuracyBody accuracy(@QueryParam("from") String from, @QueryParam("to") String to) {
    Period period = Period.of(from, to, null, LocalDate.now(clock));
    List<PushAccuracyStore.ItemCount> items = store.byItem(period.start(), period.end());
    Map<String, List<PushAccuracyStore.ItemCount>> offices =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.department() == null ? NO_OFFICE : one.department(),
                    TreeMap::new,
                    Collectors.toList()));
    AccuracyRow all = row(null, "", items);
    return new AccuracyBody(
        period.from(),
        period.to(),
        all.precision(),
        all.opened(),
        items.stream().map(one -> row(one.itemId(), one.title(), List.of(one))).toList(),
        offices.entrySet().stream().map(e -> row(null, e.getKey(), e.getValue())).toList(),
        store.reasons(period.start(), period.end()).stream()
            .map(PushAccuracyResource::reason)
            .toList());
  }

  private static ReasonRow reason(PushAccuracyStore.ReasonCount one) {
    String label =
        Coded.find(IrrelevanceReason.class, one.reason())
            .map(IrrelevanceReason::label)
            .orElse(one.reason());
    return new ReasonRow(one.reason(), label, one.count());
  }

  private static AccuracyRow row(
      UUID itemId, String name, List<PushAccuracyStore.ItemCount> counts) {
    int pushed = counts.stream().mapToInt(PushAccuracyStore.ItemCount::pushed).sum();
    int opened = counts.stream().mapToInt(PushAccuracyStore.ItemCount::opened).sum();
    int irrelevant = counts.stream().mapToInt(PushAccuracyStore.ItemCount::irrelevant).sum();
    return new AccuracyRow(
        itemId, name, pushed, Share.of(opened, pushed), Share.of(opened - irrelevant, opened));
  }
}
