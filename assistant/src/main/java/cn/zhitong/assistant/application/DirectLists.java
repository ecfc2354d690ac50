package cn.zhitong.assistant.application;

import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.item.Items;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.matching.match.ItemAudience;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lists of 免申即享 from an item to applications: who meets it → a second person confirms → each in
 * publicity.
 */
@ApplicationScoped
class DirectLists {
  private static final String DIRECT = "免申即享";

  /** More than a province has of one kind; a list beyond it is a mistake in the conditions. */
  private static final int MOST = 100_000;

  private static final int PAGE = 200;

  private final ItemLibrary library;
  private final Items items;
  private final ItemAudience audience;
  private final DirectListStore store;
  private final DirectListFiling filing;
  private final Submissions submissions;
  private final ReviewPlans plans;
  private final OfficeNames offices;
  private final Clock clock;

  DirectLists(
      ItemLibrary library,
      Items items,
      ItemAudience audience,
      DirectListStore store,
      DirectListFiling filing,
      Submissions submissions,
      ReviewPlans plans,
      OfficeNames offices,
      Clock clock) {
    this.library = library;
    this.items = items;
    this.audience = audience;
    this.store = store;
    this.filing = filing;
    this.submissions = submissions;
    this.plans = plans;
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * Who would be on a list.
   *
   * @param had enterprises that meet the item and have had this version of it, or are on a list
   */
  record Proposal(StoredItem item, List<DirectList.Entry> entries, int had) {}

  Proposal propose(UUID itemId, Caller by) {
    StoredItem item = submissions.item(itemId);
    requireOffice(item, by);
    if (!DIRECT.equals(item.content().mode())) {
      throw new Problem.Conflict("“" + item.content().title() + "”不是免申即享事项，须由企业申报。", Map.of());
    }
    submissions.requireOpen(item, submissions.today());
    ItemLibrary.Published published = new ItemLibrary.Published(item, item.content().tree());
    Set<String> had = store.had(item.id(), item.version());
    List<DirectList.Entry> entries = new ArrayList<>();
    int[] before = new int[1];
    audience.eachMet(
        published,
        submissions.today(),
        member -> {
          if (had.contains(member.creditCode())) {
            before[0]++;
          } else {
            entries.add(new DirectList.Entry(member.creditCode(), member.name(), null, null));
          }
        });
    if (entries.size() > MOST) {
      throw new Problem.Conflict("名单超过 " + MOST + " 家，请核对事项的条件。", Map.of());
    }
    return new Proposal(item, entries, before[0]);
  }

  /** Keeps a list for a second person to confirm. */
  DirectList keep(Proposal proposal, Caller by) {
    if (proposal.entries().isEmpty()) {
      throw new Problem.Conflict("没有符合条件、又没有享受过的企业，不用建立名单。", Map.of());
    }
    StoredItem item = proposal.item();
    DirectList list =
        new DirectList(
            Ids.next(),
            item.id(),
            item.version(),
            item.content().title(),
            DirectListState.PROPOSED,
            proposal.entries().size(),
            by.name(),
            by.displayName(),
            clock.instant(),
            null,
            null,
            null,
            null);
    store.insert(list, proposal.entries());
    return list;
  }

  /**
   * A second person's decision; each enterprise on a confirmed list becomes an application.
   *
   * @param reason why not; null with a confirmation
   */
  DirectList decide(UUID id, boolean confirmed, String reason, Caller by) {
    DirectList list = required(id, by);
    if (list.createdBy().equals(by.name())) {
      throw new Problem.Forbidden("名单须由另一人确认，建立名单的人不能确认自己的名单。");
    }
    if (confirmed) {
      requireSameItem(list);
    }
    DirectListState state = confirmed ? DirectListState.CONFIRMED : DirectListState.DISMISSED;
    if (!store.decide(id, state, by.name(), by.displayName(), clock.instant(), reason)) {
      DirectListState now = store.byId(id).orElseThrow().state();
      throw new Problem.Conflict(
          "名单的状态是“" + now.label() + "”，不能再确认或退回。", Map.of("state", now.code()));
    }
    if (confirmed) {
      filing.begin(store.byId(id).orElseThrow());
    }
    return store.byId(id).orElseThrow();
  }

  private void requireSameItem(DirectList list) {
    boolean same =
        library.on(submissions.today()).stream()
            .map(ItemLibrary.Published::item)
            .anyMatch(
                item -> item.id().equals(list.itemId()) && item.version() == list.itemVersion());
    if (!same) {
      throw new Problem.Conflict("事项已有新版本或已停止，请退回这份名单，按新版本重新建立。", Map.of());
    }
  }

  /** The list, for whoever handles its item. */
  DirectList required(UUID id, Caller by) {
    DirectList list =
        store.byId(id).orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的名单。"));
    if (!seesAll(by)) {
      requireOffice(item(list), by);
    }
    return list;
  }

  /** The newest first; a handler sees those of the own department's items. */
  List<DirectList> newest(UUID itemId, int most, Caller by) {
    if (seesAll(by)) {
      return store.page(itemId, most, 0);
    }
    List<DirectList> own = new ArrayList<>();
    List<DirectList> some = store.page(itemId, PAGE, 0);
    for (long offset = 0; !some.isEmpty() && own.size() < most; ) {
      some.stream().filter(list -> offices.concerned(by, plans.of(item(list)))).forEach(own::add);
      offset += PAGE;
      some = store.page(itemId, PAGE, offset);
    }
    return own.stream().limit(most).toList();
  }

  private static boolean seesAll(Caller by) {
    return by.has(Role.SUPERVISOR) || by.has(Role.INSPECTOR);
  }

  /** As it was listed, also where it was stopped meanwhile. */
  private StoredItem item(DirectList list) {
    return items
        .version(list.itemId(), list.itemVersion())
        .orElseThrow(() -> new IllegalStateException("an item's version is never removed"));
  }

  private void requireOffice(StoredItem item, Caller by) {
    boolean office = offices.concerned(by, plans.of(item));
    if (!office && !by.has(Role.SUPERVISOR)) {
      throw new Problem.Forbidden("免申即享名单由事项的办理部门或督办人员建立和确认。");
    }
  }
}
