package cn.zhitong.common.region;

import java.util.List;
import java.util.Optional;

/**
 * A place named in a text.
 *
 * @param start offset in the text, in UTF-16 chars
 * @param end exclusive end offset
 * @param candidates every place the name may mean, narrowed by what the text names around it; never
 *     empty
 */
public record PlaceMention(int start, int end, List<Place> candidates) {
  public PlaceMention {
    candidates = List.copyOf(candidates);
  }

  /** The place, where only one is meant: 鼓楼区 alone is in four cities. */
  public Optional<Place> place() {
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }
}
