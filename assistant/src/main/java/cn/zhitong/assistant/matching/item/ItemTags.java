package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The tags that a list of items can be narrowed by; who keeps them is told by their own package.
 */
public interface ItemTags {
  /**
   * A tag in use.
   *
   * @param named whether an item's conditions name it
   */
  record ListedTag(UUID id, String name, Predicate<Condition> named) {
    boolean isNamedBy(StoredItem item) {
      return named.test(item.content().tree());
    }
  }

  /** As they are now, by name; asked once for a whole list. */
  List<ListedTag> inUse();
}
