package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;

/**
 * Who may use a tool. Asked within the tool, so that the answer is a sentence: what refuses before
 * it answers with the name of its exception.
 */
final class ToolRights {
  private ToolRights() {}

  /**
   * @throws Problem.Unauthorized to whoever is nobody, {@link Problem.Forbidden} to whoever has
   *     none of the roles
   */
  static Caller require(SecurityIdentity identity, Set<Role> allowed) {
    if (identity.isAnonymous()) {
      throw new Problem.Unauthorized("这个工具需要令牌：请在请求头 Authorization 中提供。");
    }
    if (allowed.stream().noneMatch(role -> identity.hasRole(role.code()))) {
      throw new Problem.Forbidden("当前账号不能使用这个工具，请联系管理员。");
    }
    return Caller.of(identity);
  }
}
