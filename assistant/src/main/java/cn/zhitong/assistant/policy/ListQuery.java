package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Level;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.store.PolicyFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a list of policies is asked to be narrowed to. */
public final class ListQuery {
  @RestQuery
  @Parameter(description = "检索词或一句话，按字面（标题、文号、机关、正文）和含义查找", example = "技术改造 补助")
  String q;

  @RestQuery
  @Parameter(description = "行政区划代码，含下级；000000 只列国家级", example = "350000")
  String region;

  @RestQuery
  @Parameter(description = "发文机关名称的一部分")
  String issuer;

  @RestQuery
  @Parameter(description = "层级：national、province、city、county")
  String level;

  @RestQuery
  @Parameter(description = "policy、interpretation、guide、reply、other")
  String kind;

  @RestQuery
  @Parameter(description = "主题")
  String theme;

  @RestQuery
  @Parameter(description = "行业门类字母，如 C")
  String industry;

  @RestQuery
  @Parameter(description = "in_force、expired、repealed、amended")
  String status;

  PolicyFilter filter(LocalDate today, int page, int pageSize) {
    return new PolicyFilter(
        q,
        region,
        issuer,
        code("level", level, Level::ofCode),
        code("kind", kind, PolicyKind::ofCode),
        theme,
        industry,
        code("status", status, PolicyStatus::ofCode),
        today,
        List.of(),
        page,
        pageSize);
  }

  private static <T> T code(String name, String code, Function<String, T> parse) {
    if (code == null || code.isBlank()) {
      return null;
    }
    try {
      return parse.apply(code.strip());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("参数 " + name + " 的取值“" + code + "”不认识，可用的取值见接口说明。");
    }
  }
}
