package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.matching.match.MatchViews;
import cn.zhitong.assistant.security.Role;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Items against an enterprise's file, with the rights and the record that the pages have. */
@Singleton
class MatchTools {
  private static final Set<Role> ALLOWED =
      EnumSet.of(Role.AGENT, Role.HANDLER, Role.PUBLISHER, Role.ADMINISTRATOR, Role.ENTERPRISE);

  private final MatchViews views;
  private final SecurityIdentity identity;
  private final ToolResults results;

  MatchTools(MatchViews views, SecurityIdentity identity, ToolResults results) {
    this.views = views;
    this.identity = identity;
    this.results = results;
  }

  @Tool(
      name = "match_enterprise",
      title = "企业能享受哪些政策",
      description =
          "一家企业与全部已发布事项的匹配：met 符合、unknown 待核实（missing 为缺的数据）、not_met 不符合。"
              + "需要经办人员或本企业的令牌；经办人员须写明事由 reason，查看会留下记录。",
      annotations =
          @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
  ToolResponse matchEnterprise(
      @ToolArg(description = "统一社会信用代码") String creditCode,
      @ToolArg(description = "只要这种结果：met、unknown 或 not_met") Optional<String> outcome,
      @ToolArg(description = "查看事由") Optional<String> reason) {
    return results.of(
        () ->
            views.matches(
                ToolRights.require(identity, ALLOWED),
                creditCode,
                null,
                outcome.orElse(null),
                reason.orElse(null)));
  }

  @Tool(
      name = "explain_match",
      title = "为什么符合或不符合",
      description = "一家企业与一个事项的逐条说明：条款原文、档案数据及其来源和日期、结果和理由。",
      annotations =
          @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
  ToolResponse explainMatch(
      @ToolArg(description = "统一社会信用代码") String creditCode,
      @ToolArg(description = "事项编号，由 match_enterprise 给出") String itemId,
      @ToolArg(description = "查看事由") Optional<String> reason) {
    return results.of(
        () ->
            views.explanation(
                ToolRights.require(identity, ALLOWED),
                creditCode,
                itemId,
                null,
                reason.orElse(null)));
  }
}
