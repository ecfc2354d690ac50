package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.report.DownloadStreams;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.ExportTable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom to call, with the questions as columns to fill in. */
@Path("/api/visit-rounds/{id}/phones.xlsx")
@Tag(name = "回访抽查")
@RolesAllowed(Role.AGENT_CODE)
class PhoneListResource {
  private final Visits visits;
  private final VisitStore store;
  private final SecurityIdentity identity;
  private final Clock clock;

  PhoneListResource(Visits visits, VisitStore store, SecurityIdentity identity, Clock clock) {
    this.visits = visits;
    this.store = store;
    this.identity = identity;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "回访电话清单", description = "XLSX，含企业登记的手机；下载留痕。")
  public Response phones(@PathParam("id") UUID id) {
    VisitRound round = visits.required(id).round();
    store.read(id, Caller.of(identity).name(), "phones", clock.instant());
    List<VisitStore.Visit> drawn = store.visits(id);
    Map<String, String> names = visits.names(drawn);
    Map<UUID, VisitStore.Address> addresses =
        store.addresses(id).stream()
            .collect(Collectors.toMap(VisitStore.Address::visitId, Function.identity()));
    List<String> header = new ArrayList<>(List.of("序号", "企业", "统一社会信用代码", "事项", "手机", "状态"));
    round.questions().forEach(one -> header.add(one.text()));
    header.add("意见");
    List<List<Object>> rows =
        drawn.stream()
            .map(one -> row(round, one, names.get(one.creditCode()), addresses.get(one.id())))
            .toList();
    return DownloadStreams.of(
        "visits-" + round.from() + "-" + round.to(),
        "xlsx",
        List.of(new ExportTable(round.kind().label(), header, rows)));
  }

  private static List<Object> row(
      VisitRound round, VisitStore.Visit one, String name, VisitStore.Address address) {
    List<Object> row =
        ExportTable.row(
            one.seq(),
            name,
            one.creditCode(),
            one.itemTitle(),
            address == null ? null : address.phone(),
            one.state().label());
    for (VisitQuestion question : round.questions()) {
      row.add(one.answers() == null ? null : one.answers().get(question.key()));
    }
    row.add(one.comment());
    return row;
  }
}
