package cn.zhitong.assistant.matching.item;

import static java.util.stream.Collectors.toMap;

import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of items, and by what they can be narrowed. */
@Path("/api/items")
@Tag(name = "items", description = "事项库")
@Produces(MediaType.APPLICATION_JSON)
class ItemListResource {
  private static final int MOST = 200;

  private final ItemLibrary library;
  private final ItemTags tags;
  private final Gazetteer gazetteer;
  private final SecurityIdentity identity;
  private final Clock clock;

  ItemListResource(
      ItemLibrary library,
      ItemTags tags,
      Gazetteer gazetteer,
      SecurityIdentity identity,
      Clock clock) {
    this.library = library;
    this.tags = tags;
    this.gazetteer = gazetteer;
    this.identity = identity;
    this.clock = clock;
  }

  /** What narrows a list. */
  static class ListQuery {
    @QueryParam("q")
    @DefaultValue("")
    String words;

    @QueryParam("mode")
    String mode;

    @QueryParam("kind")
    String kind;

    @QueryParam("region")
    String region;

    @QueryParam("level")
    String level;

    @QueryParam("theme")
    String theme;

    @QueryParam("industry")
    String industry;

    @QueryParam("tag")
    String tag;

    @QueryParam("open")
    Boolean open;

    @QueryParam("state")
    String state;

    ItemFilter filter(boolean staff) {
      String shown = staff ? state : ItemState.PUBLISHED.code();
      return new ItemFilter(words, mode, kind, region, level, theme, industry, open, shown);
    }
  }

  /** A row of the list. */
  record ItemRow(
      String itemId,
      String title,
      String state,
      String kind,
      String mode,
      String region,
      String regionName,
      String level,
      List<String> themes,
      String department,
      String object,
      String amount,
      ItemContent.WindowBody window,
      boolean windowOpen,
      int conditions,
      String policyId,
      String policyTitle,
      LocalDate endsOn) {}

  /** One page. */
  record ItemList(List<ItemRow> items, long total, int page, int pageSize) {}

  /** A value with the number of items that have it. */
  record FacetValue(String value, String label, int count) {}

  @GET
  @PermitAll
  @Operation(
      summary = "事项列表",
      description =
          "访客只看到已发布的。q、mode、kind、region、level、theme、industry、tag（企业标签的编号：条件点到它的）、open（申报期内）可筛选；state 供发布员。")
  @APIResponse(responseCode = "400", description = "页码不对，或没有这个企业标签")
  public ItemList list(
      @BeanParam ListQuery query,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
    if (page < 1 || pageSize < 1 || pageSize > MOST) {
      throw new Problem.InvalidRequest("page 从 1 开始，pageSize 在 1 到 200 之间，请修改后重试。");
    }
    LocalDate today = LocalDate.now(clock);
    List<StoredItem> found = find(query, today);
    return new ItemList(
        found.stream()
            .skip((long) (page - 1) * pageSize)
            .limit(pageSize)
            .map(item -> row(item, today))
            .toList(),
        found.size(),
        page,
        pageSize);
  }

  private List<StoredItem> find(ListQuery query, LocalDate today) {
    List<StoredItem> found = library.find(query.filter(isStaff()), isStaff(), today);
    if (query.tag == null || query.tag.isEmpty()) {
      return found;
    }
    Optional<UUID> id = Ids.parse(query.tag);
    ItemTags.ListedTag tag =
        tags.inUse().stream()
            .filter(one -> id.filter(one.id()::equals).isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    new Problem.InvalidRequest(
                        "没有编号为 " + query.tag + " 的企业标签，它可能已停用；请去掉 tag 或从筛选项里另选一个。"));
    return found.stream().filter(tag::isNamedBy).toList();
  }

  private ItemRow row(StoredItem item, LocalDate today) {
    ItemContent content = item.content();
    PolicyFacts policy = library.policyOf(item);
    return new ItemRow(
        item.id().toString(),
        content.title(),
        item.state().code(),
        content.kind(),
        content.mode(),
        content.region(),
        placeName(content.region()),
        policy.level(),
        policy.themes(),
        content.department(),
        content.object(),
        content.amount(),
        content.window(),
        content.window() == null || content.window().isOpen(today),
        ConditionLeaves.of(content.tree()).size(),
        content.policyId(),
        policy.title(),
        policy.endsOn());
  }

  @GET
  @Path("facets")
  @PermitAll
  @Operation(summary = "事项的筛选项及数量", description = "数量是在其他条件之下的，与列表的参数相同。")
  public Map<String, List<FacetValue>> facets(@BeanParam ListQuery query) {
    LocalDate today = LocalDate.now(clock);
    List<StoredItem> found = find(query, today);
    Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
    facets.put("mode", count(found, item -> List.of(text(item.content().mode())), one -> one));
    facets.put("level", count(found, item -> List.of(text(policy(item).level())), one -> one));
    facets.put(
        "region", count(found, item -> List.of(text(item.content().region())), this::placeName));
    facets.put("theme", count(found, item -> policy(item).themes(), one -> one));
    facets.put("industry", count(found, item -> policy(item).industries(), one -> one));
    facets.put("kind", count(found, item -> List.of(text(item.content().kind())), one -> one));
    List<ItemTags.ListedTag> inUse = tags.inUse();
    Map<String, String> names =
        inUse.stream().collect(toMap(tag -> tag.id().toString(), ItemTags.ListedTag::name));
    facets.put(
        "tag",
        count(
            found,
            item ->
                inUse.stream()
                    .filter(tag -> tag.isNamedBy(item))
                    .map(tag -> tag.id().toString())
                    .toList(),
            names::get));
    return facets;
  }

  private PolicyFacts policy(StoredItem item) {
    return library.policyOf(item);
  }

  private static List<FacetValue> count(
      List<StoredItem> items,
      Function<StoredItem, List<String>> values,
      Function<String, String> label) {
    Map<String, Integer> counts = new TreeMap<>();
    for (StoredItem item : items) {
      for (String value : values.apply(item)) {
        if (!value.isEmpty()) {
          counts.merge(value, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .map(one -> new FacetValue(one.getKey(), label.apply(one.getKey()), one.getValue()))
        .sorted(Comparator.comparingInt((FacetValue one) -> -one.count()))
        .toList();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private String placeName(String code) {
    return code == null ? null : gazetteer.byCode(code).map(Place::name).orElse(code);
  }

  private boolean isStaff() {
    Caller caller = Caller.orVisitor(identity);
    return caller.has(Role.PUBLISHER) || caller.has(Role.ADMINISTRATOR);
  }
}
