package cn.zhitong.assistant.policy;

import cn.zhitong.common.region.Gazetteer;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places by name, for forms in which one is chosen. */
@Path("/api/places")
@PermitAll
@Tag(name = "政策")
public class PlaceResource {
  private static final int MOST = 12;
  private static final int LONGEST = 40;

  private final Gazetteer gazetteer;

  PlaceResource(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * @param name with the places above it
   */
  public record NamedPlace(String code, String name) {}

  public record NamedPlaces(List<NamedPlace> items) {}

  @GET
  @Operation(summary = "按名称查找地区", description = "名称相同的在前，最多 12 个；没有输入时不给出。")
  public NamedPlaces find(
      @Parameter(description = "名称或其中的几个字", example = "鼓楼区") @QueryParam("q") String q) {
    String words = q == null ? "" : q.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      return new NamedPlaces(List.of());
    }
    return new NamedPlaces(
        gazetteer.named(words, MOST).stream()
            .map(place -> new NamedPlace(place.code(), gazetteer.fullName(place.code())))
            .toList());
  }
}
