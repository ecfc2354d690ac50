package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.Triage;
import cn.zhitong.assistant.triage.TriageRequest;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Sorting of appeals, for those who may sort them: a token in {@code Authorization} is needed. */
@Singleton
class TriageTools {
  private static final Set<Role> ALLOWED =
      EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR);

  private final Triage triage;
  private final SecurityIdentity identity;
  private final ToolResults results;

  TriageTools(Triage triage, SecurityIdentity identity, ToolResults results) {
    this.triage = triage;
    this.identity = identity;
    this.results = results;
  }

  @Tool(
      name = "triage",
      title = "来件分办建议",
      description = "判断一件来件的类别（咨询、建议、诉求）、候选牵头部门与理由、办理期限；把握不足时 abstained 为 true。需要坐席及以上权限的令牌。",
      annotations =
          @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false),
      outputSchema = @Tool.OutputSchema(from = Suggestion.class))
  ToolResponse triage(
      @ToolArg(description = "正文") String text,
      @ToolArg(description = "标题") Optional<String> title,
      @ToolArg(description = "六位行政区划代码") Optional<String> region) {
    return results.of(
        () -> {
          ToolRights.require(identity, ALLOWED);
          return triage.suggest(
              new TriageRequest(null, title.orElse(null), text, PolicyTools.region(region), null)
                  .appeal());
        });
  }
}
