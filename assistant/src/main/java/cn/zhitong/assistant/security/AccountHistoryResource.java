package cn.zhitong.assistant.security;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to whose account. */
@Path("/api/audit/accounts")
@Tag(name = "审计")
@RolesAllowed(Role.ADMINISTRATOR_CODE)
public class AccountHistoryResource {
  private static final int MAX_PAGE = 500;

  private static final Map<String, String> LABELS =
      Map.of(
          "create", "新建",
          "change", "修改",
          "suspend", "停用",
          "resume", "恢复",
          "reset", "重置密码",
          "unlock", "解除锁定");

  private final AccountHistoryStore store;

  AccountHistoryResource(AccountHistoryStore store) {
    this.store = store;
  }

  public record AccountHistoryEntry(
      OffsetDateTime at,
      String actor,
      String account,
      String what,
      String whatLabel,
      String before,
      String after) {}

  public record AccountHistoryPage(
      List<AccountHistoryEntry> items, long total, int page, int pageSize) {}

  @GET
  @Operation(summary = "账号变更记录", description = "谁、何时对哪个账号做了什么，改前和改后；最近的在前，不能删改。")
  public AccountHistoryPage list(
      @QueryParam("account") String account,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("50") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 为 1 到 " + MAX_PAGE + "。");
    }
    String only = QueryText.blankToNull(account);
    return new AccountHistoryPage(
        store.page(only, pageSize, (page - 1L) * pageSize).stream()
            .map(
                one ->
                    new AccountHistoryEntry(
                        one.at().atZone(Infrastructure.ZONE).toOffsetDateTime(),
                        one.actor(),
                        one.account(),
                        one.what(),
                        LABELS.getOrDefault(one.what(), one.what()),
                        one.before(),
                        one.after()))
            .toList(),
        store.count(only),
        page,
        pageSize);
  }
}
