package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.report.DownloadStreams;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.tables.ExportTable;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published results as a file. */
@Path("/api/results.{format: csv|xlsx}")
@Tag(name = "兑付公开")
class ResultFileResource {
  private static final int MOST = 50_000;

  private final PublishedResults results;
  private final VisitorLimit limit;
  private final PaymentConfig config;

  ResultFileResource(PublishedResults results, VisitorLimit limit, PaymentConfig config) {
    this.results = results;
    this.limit = limit;
    this.config = config;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "兑付结果（CSV、XLSX）",
      description = "筛选与列表相同，最多 50000 条；一个地址每分钟最多 zhitong.payment.result-files-per-minute 份。")
  @APIResponse(responseCode = "429", description = "下载过于频繁")
  public Response file(
      @PathParam("format") String format,
      @BeanParam ResultResource.Narrowing narrowing,
      RoutingContext http) {
    limit.count("result-file", config.resultFilesPerMinute(), http.request());
    List<List<Object>> rows =
        results.page(narrowing.wanted(), MOST, 0).stream().map(ResultFileResource::row).toList();
    ExportTable table =
        new ExportTable(
            "兑付结果", List.of("名称", "信用代码", "事项", "金额（元）", "已拨付（元）", "日期", "状态", "更正"), rows);
    return DownloadStreams.of("results", format, List.of(table));
  }

  private static List<Object> row(PublishedResults.Published one) {
    return ExportTable.row(
        one.name(),
        one.creditCode(),
        one.item(),
        one.amount(),
        one.paid(),
        one.day().toString(),
        one.stateLabel(),
        one.corrections().stream()
            .map(ResultStore.Correction::text)
            .collect(Collectors.joining("；")));
  }
}
