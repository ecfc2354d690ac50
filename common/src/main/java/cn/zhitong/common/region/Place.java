package cn.zhitong.common.region;

import java.util.List;

/**
 * A place of the gazetteer.
 *
 * @param code GB/T 2260 code, six digits; of a zone, which has none, its parent's code, a colon and
 *     the name ({@code 350100:平潭综合实验区})
 * @param name full name (福建省)
 * @param aliases short and further names (福建), without single characters
 * @param level of its government; a zone ranks as county
 * @param parent code of the place above, {@code 000000} for provinces, null for the country
 */
public record Place(String code, String name, List<String> aliases, Level level, String parent) {
  /** Code of the whole country. */
  public static final String COUNTRY = "000000";

  public Place {
    aliases = List.copyOf(aliases);
  }

  public boolean isZone() {
    return code.indexOf(':') > 0;
  }
}
