package cn.zhitong.assistant.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Local accounts, managed by administrators. */
@Path("/api/accounts")
@Tag(name = "账号")
@RolesAllowed(Role.ADMINISTRATOR_CODE)
public class AccountResource {
  private final AccountAdministration administration;
  private final SecurityIdentity identity;

  AccountResource(AccountAdministration administration, SecurityIdentity identity) {
    this.administration = administration;
    this.identity = identity;
  }

  private String actor() {
    return Caller.of(identity).name();
  }

  @Schema(
      description = "新账号",
      example =
          "{\"name\":\"zhang.san\",\"displayName\":\"张三\",\"roles\":[\"handler\"],\"department\":\"市工业和信息化局\"}")
  public record NewAccount(
      @NotNull(message = "不能为空，请填写账号名")
          @Pattern(regexp = AccountNames.FORM, message = "为 2 到 64 个字母、数字或 . _ @ -")
          String name,
      @NotBlank(message = "不能为空，请填写姓名或岗位") @Size(max = 100, message = "过长") String displayName,
      @Schema(description = "enterprise、agent、handler、supervisor、publisher、administrator 中的一个或几个")
          @NotEmpty(message = "不能为空，请给出角色")
          List<String> roles,
      @Schema(description = "承办人所在部门的名称或编号；角色含 handler 时必填") String department) {}

  @Schema(description = "账号的新内容；没有给出的保持不变")
  public record AccountChange(
      @Size(max = 100, message = "过长") String displayName, List<String> roles, String department) {}

  @Schema(description = "账号")
  public record AccountBody(
      String name,
      String displayName,
      List<String> roles,
      String department,
      boolean disabled,
      @Schema(description = "密码连续输错，暂时锁定") boolean locked,
      boolean passwordChangeDue,
      @Schema(description = "由统一身份认证登录，没有本地密码") boolean singleSignOn) {}

  @Schema(description = "初始密码，只返回这一次")
  public record FirstPassword(String name, String password) {}

  public record AccountList(List<AccountBody> items, long total) {}

  @GET
  @Operation(summary = "账号列表")
  public AccountList list() {
    List<AccountBody> items = administration.all();
    return new AccountList(items, items.size());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "新建账号", description = "返回初始密码，只显示这一次；首次登录后请本人修改。")
  @APIResponse(
      responseCode = "201",
      description = "已建立",
      content = @Content(schema = @Schema(implementation = FirstPassword.class)))
  @APIResponse(responseCode = "409", description = "账号名已被使用")
  public Response create(@NotNull(message = "请提供账号内容") @Valid NewAccount wanted) {
    String password = administration.create(wanted, actor());
    return Response.status(201).entity(new FirstPassword(wanted.name(), password)).build();
  }

  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "修改账号的姓名、角色或部门", description = "该账号须重新登录。最后一个管理员不能撤去。")
  @APIResponse(responseCode = "409", description = "将没有可用的管理员")
  public AccountBody change(
      @PathParam("name") String name, @NotNull(message = "请提供要修改的内容") @Valid AccountChange change) {
    return administration.change(name, change, actor());
  }

  @POST
  @Path("/{name}/suspension")
  @Operation(summary = "停用账号", description = "立即退出其所有登录。")
  public AccountBody disable(@PathParam("name") String name) {
    return administration.disable(name, true, actor());
  }

  @DELETE
  @Path("/{name}/suspension")
  @Operation(summary = "恢复账号")
  public AccountBody enable(@PathParam("name") String name) {
    return administration.disable(name, false, actor());
  }

  @DELETE
  @Path("/{name}/lock")
  @Operation(summary = "解除锁定", description = "密码连续输错而锁定的，立即可以再试；密码不变。")
  public AccountBody unlock(@PathParam("name") String name) {
    return administration.unlock(name, actor());
  }

  @POST
  @Path("/{name}/password")
  @Operation(summary = "重置密码", description = "返回新密码，只显示这一次；同时解除锁定并退出其所有登录。")
  public FirstPassword reset(@PathParam("name") String name) {
    return new FirstPassword(name, administration.reset(name, actor()));
  }
}
