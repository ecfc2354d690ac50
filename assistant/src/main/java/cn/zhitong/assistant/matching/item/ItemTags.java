package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import java.util.List;
import java.util.Optional;

/**
 * The tags that a list of items can be narrowed by; who keeps them is told by their own package.
 */
public interface ItemTags {
  /** A tag in use. */
  record ListedTag(String id, String name) {}

  /** Those that an item's conditions name, by name. */
  List<ListedTag> named(Condition conditions);

  /** The tag with this id; empty where none in use has it. */
  Optional<ListedTag> withId(String id);
}
