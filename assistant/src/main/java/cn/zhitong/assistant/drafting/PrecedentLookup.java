package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.casework.PrecedentTitles;
import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up the past replies that a draft names, as they are today. */
@ApplicationScoped
class PrecedentLookup implements PrecedentTitles {
  private final PastReplyStore store;
  private final Drafts drafts;

  PrecedentLookup(PastReplyStore store, Drafts drafts) {
    this.store = store;
    this.drafts = drafts;
  }

  @Override
  public List<Draft.Precedent> describe(List<UUID> ids, Caller caller) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String only = drafts.onlyOf(caller);
    Map<UUID, PastReply> known =
        store.byIds(ids).stream()
            .filter(past -> only == null || only.equals(past.department()))
            .collect(Collectors.toMap(PastReply::id, past -> past));
    return ids.stream()
        .filter(known::containsKey)
        .map(id -> Draft.Precedent.of(known.get(id)))
        .toList();
  }
}
