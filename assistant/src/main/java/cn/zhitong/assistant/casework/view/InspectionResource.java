package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.intake.ThemeConfig;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.InspectionStore;
import cn.zhitong.assistant.casework.log.RepeatedInspections;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Enterprises that were inspected again and again, for the supervising office. */
@Path("/api/inspections/repeated")
@Tag(name = "专题")
@RolesAllowed(Role.SUPERVISOR_CODE)
public class InspectionResource {
  private static final int MOST_DAYS = 730;

  private final InspectionStore store;
  private final CaseLog log;
  private final ThemeConfig config;

  InspectionResource(InspectionStore store, CaseLog log, ThemeConfig config) {
    this.store = store;
    this.log = log;
    this.config = config;
  }

  public record InspectedCase(
      UUID caseId,
      String number,
      OffsetDateTime askedAt,
      String department,
      String state,
      String stateLabel) {}

  public record RepeatedGroup(String enterprise, int size, List<InspectedCase> cases) {}

  public record RepeatedBody(int days, int least, List<RepeatedGroup> items, int total) {}

  @GET
  @Operation(summary = "重复检查", description = "近若干天内同一企业（提出的，或来件中写到的）有多件涉企检查来件的，件数多的在前；已撤回、不予受理的不计。")
  public RepeatedBody repeated(
      @Parameter(description = "天数，缺省按配置 zhitong.themes.inspection-days（90）") @QueryParam("days")
          Integer days) {
    int span = days == null ? config.inspectionDays() : days;
    if (span < 1 || span > MOST_DAYS) {
      throw new Problem.InvalidRequest("days 为 1 到 " + MOST_DAYS + "。");
    }
    List<RepeatedGroup> groups =
        RepeatedInspections.groups(
                store.since(log.now().minus(Duration.ofDays(span))), config.inspectionRepeats())
            .stream()
            .map(InspectionResource::group)
            .toList();
    return new RepeatedBody(span, config.inspectionRepeats(), groups, groups.size());
  }

  private static RepeatedGroup group(RepeatedInspections.Repeated one) {
    return new RepeatedGroup(
        PersonalData.mask(one.enterprise()),
        one.cases().size(),
        one.cases().stream()
            .map(
                found ->
                    new InspectedCase(
                        found.caseId(),
                        found.number(),
                        CaseViewer.time(found.askedAt()),
                        found.department(),
                        found.state(),
                        CaseStatus.of(found.state()).label()))
            .toList());
  }
}
