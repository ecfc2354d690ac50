package cn.zhitong.assistant.application;

import cn.zhitong.assistant.matching.item.ItemReliance;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Enterprises with an application for an item that is a draft or not decided yet. */
@ApplicationScoped
class ApplicationRelianceStore implements ItemReliance {
  private static final String WAITING =
      """
      select distinct credit_code from assistant.application
      where item_id = ? and state = any (?::text[])
      """;

  private final Jdbc jdbc;

  ApplicationRelianceStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> enterprises(UUID itemId) {
    List<String> waiting =
        new ArrayList<>(ApplicationStatus.PENDING.stream().map(ApplicationStatus::code).toList());
    waiting.add(ApplicationStatus.DRAFT.code());
    return jdbc.query(WAITING, row -> row.getString(1), itemId, waiting);
  }
}
