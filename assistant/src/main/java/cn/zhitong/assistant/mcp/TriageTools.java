package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.Triage;
import cn.zhitong.assistant.triage.TriageRequest;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Sorting of appeals, for those who may sort them: a token in {@code Authorization} is needed. */
@Singleton
class TriageTools {
  private final Triage triage;
  private final ToolResults results;

  TriageTools(Triage triage, ToolResults results) {
    this.triage = triage;
    this.results = results;
  }

  @Tool(
      name = "triage",
      title = "来件分办建议",
      description = "判断一件来件的类别（咨询、建议、诉求）、候选牵头部门与理由、办理期限；把握不足时 abstained 为 true。需要坐席及以上权限的令牌。",
      annotations =
          @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false),
      outputSchema = @Tool.OutputSchema(from = Suggestion.class))
  @RolesAllowed({Role.AGENT_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
  ToolResponse triage(
      @ToolArg(description = "正文") String text,
      @ToolArg(description = "标题") Optional<String> title,
      @ToolArg(description = "六位行政区划代码") Optional<String> region) {
    return results.of(
        () ->
            triage.suggest(
                new TriageRequest(null, title.orElse(null), text, PolicyTools.region(region), null)
                    .appeal()));
  }
}
