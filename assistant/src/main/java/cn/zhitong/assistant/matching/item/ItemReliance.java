package cn.zhitong.assistant.matching.item;

import java.util.List;
import java.util.UUID;

/** A feature in which enterprises count on items; they are told when one stops. */
public interface ItemReliance {

  /** Credit codes of those that were told of the item, or wait for what it gives. */
  List<String> enterprises(UUID itemId);
}
