package cn.zhitong.assistant.security;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys for systems, managed by administrators. */
@Path("/api/keys")
@Tag(name = "接口密钥")
@RolesAllowed(Role.ADMINISTRATOR_CODE)
public class ApiKeyResource {
  /** A hotline's system sends a few requests a second at its busiest. */
  private static final int DEFAULT_PER_MINUTE = 600;

  private final ApiKeys keys;
  private final SecurityIdentity identity;

  ApiKeyResource(ApiKeys keys, SecurityIdentity identity) {
    this.keys = keys;
    this.identity = identity;
  }

  @Schema(
      description = "新密钥",
      example = "{\"name\":\"热线系统\",\"scopes\":[\"cases:write\"],\"perMinute\":600}")
  public record NewKey(
      @Schema(description = "用途或使用的系统")
          @NotBlank(message = "不能为空，请写明用途")
          @Size(max = 100, message = "过长")
          String name,
      @Schema(
              description =
                  "search、cases:write、cases:read、cases:personal、triage、reports:read、policies:write、metrics"
                      + " 中的一个或几个；cases:read 不含个人信息，cases:personal 才能查看未遮蔽的个人信息、下载档案")
          @NotEmpty(message = "不能为空，请给出权限范围")
          List<String> scopes,
      @Schema(description = "每分钟请求数上限，各节点合计；缺省 600")
          @Min(value = 1, message = "至少为 1")
          @Max(value = 100_000, message = "最多 100000")
          Integer perMinute,
      @Schema(description = "失效时间；缺省一年后") OffsetDateTime expiresAt) {}

  /**
   * A key as lists show it.
   *
   * @param key the secret, only in the answer that made it
   */
  public record KeyBody(
      UUID id,
      String name,
      @Schema(description = "密钥本身，仅在创建时返回这一次") String key,
      @Schema(description = "密钥开头几个字符，用于辨认") String hint,
      List<String> scopes,
      int perMinute,
      String createdBy,
      OffsetDateTime createdAt,
      OffsetDateTime expiresAt,
      OffsetDateTime revokedAt,
      @Schema(description = "最近使用时间，精确到分") OffsetDateTime lastUsedAt) {

    static KeyBody of(ApiKey key, String secret) {
      return new KeyBody(
          key.id(),
          key.name(),
          secret,
          key.hint(),
          key.scopes().stream().map(KeyScope::code).sorted().toList(),
          key.perMinute(),
          key.createdBy(),
          time(key.createdAt()),
          time(key.expiresAt()),
          time(key.revokedAt()),
          time(key.lastUsedAt()));
    }

    private static OffsetDateTime time(Instant instant) {
      return instant == null ? null : instant.atZone(Infrastructure.ZONE).toOffsetDateTime();
    }
  }

  public record KeyList(List<KeyBody> items, long total) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "创建接口密钥",
      description = "密钥只在这里返回一次，库中只存摘要。使用时放在请求头 Authorization: Bearer 中；范围以外的接口一律 403。")
  @APIResponse(
      responseCode = "201",
      description = "已创建",
      content = @Content(schema = @Schema(implementation = KeyBody.class)))
  public Response make(@NotNull(message = "请提供名称和权限范围") @Valid NewKey wanted) {
    int perMinute = wanted.perMinute() == null ? DEFAULT_PER_MINUTE : wanted.perMinute();
    Instant expires = wanted.expiresAt() == null ? null : wanted.expiresAt().toInstant();
    ApiKeys.Made made =
        keys.make(
            wanted.name().strip(),
            scopes(wanted.scopes()),
            perMinute,
            expires,
            identity.getPrincipal().getName());
    return Response.status(201).entity(KeyBody.of(made.key(), made.secret())).build();
  }

  @GET
  @Operation(summary = "接口密钥列表", description = "含已吊销的；不含密钥本身。")
  public KeyList list() {
    List<KeyBody> items = keys.all().stream().map(key -> KeyBody.of(key, null)).toList();
    return new KeyList(items, items.size());
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "吊销接口密钥", description = "立即生效，不能恢复。")
  @APIResponse(responseCode = "204", description = "已吊销")
  public void revoke(@PathParam("id") UUID id) {
    keys.revoke(id);
  }

  private static Set<KeyScope> scopes(List<String> codes) {
    try {
      return codes.stream().map(KeyScope::of).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage() + "。");
    }
  }
}
