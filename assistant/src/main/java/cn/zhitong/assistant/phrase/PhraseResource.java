package cn.zhitong.assistant.phrase;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What staff write again and again (常用语), and whole replies by category (模板). Variables stand in
 * braces, and are filled on the page of a case.
 */
@Path("/api/phrases")
@RolesAllowed({Role.AGENT_CODE, Role.HANDLER_CODE})
@Tag(name = "常用语")
public class PhraseResource {
  private static final Set<String> KINDS = Set.of("phrase", "template");

  /** As the page of a case fills them. */
  static final Set<String> VARIABLES =
      Set.of("编号", "标题", "企业", "联系人", "承办单位", "类别", "期限", "今日", "经办人");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]{1,20})}");
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_TEXT = 5_000;

  /** More are not found again in a list. */
  private static final int MOST = 300;

  private final PhraseStore store;
  private final Clock clock;
  private final SecurityIdentity identity;

  PhraseResource(PhraseStore store, Clock clock, SecurityIdentity identity) {
    this.store = store;
    this.clock = clock;
    this.identity = identity;
  }

  @Schema(example = "{\"title\":\"请补充合同\",\"text\":\"{企业}：请于 {期限} 前补充采购合同复印件。\",\"shared\":false}")
  public record PhraseRequest(
      String title,
      @Schema(description = "正文；{编号} {标题} {企业} {联系人} {承办单位} {类别} {期限} {今日} {经办人} 在使用时代入")
          String text,
      @Schema(description = "phrase 常用语（缺省）或 template 答复模板") String kind,
      @Schema(description = "适用类别，缺省不限") String category,
      @Schema(description = "true 为共用：督办的全体可用，承办人的本部门可用；缺省只给自己用") boolean shared) {}

  public record PhraseView(
      UUID id,
      String title,
      String text,
      String kind,
      String category,
      @Schema(description = "是否共用") boolean shared,
      String department,
      @Schema(description = "是否可改") boolean own) {}

  public record PhraseList(List<PhraseView> items) {}

  @GET
  @Operation(summary = "可用的常用语和模板", description = "自己的、本部门的和全体的；category 只给出适用的。")
  public PhraseList list(@QueryParam("category") String category) {
    Caller caller = Caller.of(identity);
    return new PhraseList(
        store.visible(caller.name(), handlersDepartment(caller), category(category)).stream()
            .map(one -> view(one, caller))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "新增常用语或模板")
  public Response add(@NotNull(message = "请填写标题和正文") PhraseRequest request) {
    Caller caller = Caller.of(identity);
    String owner = request.shared() ? null : caller.name();
    requireShareable(request.shared(), caller);
    if (store.count(owner) >= MOST) {
      throw new Problem.InvalidRequest("最多 " + MOST + " 条，请先删去不用的。");
    }
    String department = request.shared() ? handlersDepartment(caller) : null;
    PhraseStore.Phrase phrase = phrase(Ids.next(), owner, department, request);
    store.put(phrase, clock.instant());
    return Response.created(URI.create("/api/phrases/" + phrase.id()))
        .entity(view(phrase, caller))
        .build();
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "修改常用语或模板")
  public PhraseView change(
      @PathParam("id") UUID id, @NotNull(message = "请填写标题和正文") PhraseRequest request) {
    Caller caller = Caller.of(identity);
    PhraseStore.Phrase old = own(id, caller);
    PhraseStore.Phrase phrase = phrase(id, old.owner(), old.department(), request);
    store.put(phrase, clock.instant());
    return view(phrase, caller);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "删除常用语或模板")
  public void delete(@PathParam("id") UUID id) {
    store.delete(own(id, Caller.of(identity)).id());
  }

  private PhraseStore.Phrase own(UUID id, Caller caller) {
    return store
        .byId(id)
        .filter(one -> mayChange(one, caller))
        .orElseThrow(() -> new Problem.NotFound("没有这条常用语，或它不是您的。"));
  }

  private static boolean mayChange(PhraseStore.Phrase one, Caller caller) {
    if (one.owner() != null) {
      return one.owner().equals(caller.name());
    }
    return caller.has(Role.SUPERVISOR)
        || one.department() != null && one.department().equals(handlersDepartment(caller));
  }

  private static void requireShareable(boolean shared, Caller caller) {
    if (shared && !caller.has(Role.SUPERVISOR) && handlersDepartment(caller) == null) {
      throw new Problem.Forbidden("全体共用的常用语由督办维护；您可以新增只给自己用的。");
    }
  }

  private static PhraseStore.Phrase phrase(
      UUID id, String owner, String department, PhraseRequest request) {
    String kind = request.kind() == null ? "phrase" : request.kind();
    if (!KINDS.contains(kind)) {
      throw new Problem.InvalidRequest("kind 可为 phrase 常用语或 template 模板。");
    }
    String title = text(request.title(), "标题", LONGEST_TITLE);
    String text = text(request.text(), "正文", LONGEST_TEXT);
    Set<String> unknown = new TreeSet<>();
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      if (!VARIABLES.contains(matcher.group(1))) {
        unknown.add(matcher.group());
      }
    }
    if (!unknown.isEmpty()) {
      throw new Problem.InvalidRequest(
          "没有"
              + String.join("、", unknown)
              + "这样的变量，可用：{"
              + String.join("}、{", new TreeSet<>(VARIABLES))
              + "}。");
    }
    if (!PersonalData.values(text).isEmpty()) {
      throw new Problem.InvalidRequest("常用语中有个人的号码，请改用变量或删去。");
    }
    return new PhraseStore.Phrase(
        id, owner, department, kind, category(request.category()), title, text);
  }

  private static String text(String given, String field, int most) {
    String text = given == null ? "" : given.strip();
    if (text.isEmpty() || text.length() > most) {
      throw new Problem.InvalidRequest(field + "不能为空，且不超过 " + most + " 个字符。");
    }
    return text;
  }

  private static String category(String text) {
    try {
      return text == null || text.isBlank() ? null : Category.of(text.strip()).code();
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("category（类别）可为 consultation、suggestion 或 demand。");
    }
  }

  /** Null for the desk, which uses all that is shared. */
  private static String handlersDepartment(Caller caller) {
    return caller.handlesAppeals() ? null : caller.department();
  }

  private static PhraseView view(PhraseStore.Phrase one, Caller caller) {
    return new PhraseView(
        one.id(),
        one.title(),
        one.text(),
        one.kind(),
        one.category(),
        one.owner() == null,
        one.department(),
        mayChange(one, caller));
  }
}
