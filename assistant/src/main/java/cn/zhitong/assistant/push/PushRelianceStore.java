package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.item.ItemReliance;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Enterprises that were told of an item. */
@ApplicationScoped
class PushRelianceStore implements ItemReliance {
  private static final String TOLD =
      "select distinct credit_code from assistant.push_message where item_id = ?";

  private final Jdbc jdbc;

  PushRelianceStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> enterprises(UUID itemId) {
    return jdbc.query(TOLD, row -> row.getString(1), itemId);
  }
}
