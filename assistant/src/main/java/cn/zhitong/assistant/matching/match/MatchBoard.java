package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.enterprise.EnterpriseStore;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.matching.tag.EnterpriseTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What offices look at: reach of every item, which data would settle most pairs, what ends soon.
 */
@ApplicationScoped
class MatchBoard {
  private final ItemLibrary library;
  private final EnterpriseStore enterprises;
  private final FileSnapshot snapshot;
  private final Matches matches;
  private volatile Counted counted = new Counted("", Map.of());

  @Inject
  MatchBoard(
      ItemLibrary library, EnterpriseStore enterprises, FileSnapshot snapshot, Matches matches) {
    this.library = library;
    this.enterprises = enterprises;
    this.snapshot = snapshot;
    this.matches = matches;
  }

  /** An item with its counts. */
  record ItemReach(
      String itemId,
      String title,
      String mode,
      String region,
      String department,
      long met,
      long unknown,
      long notMet,
      LocalDate windowFrom,
      LocalDate windowTo,
      LocalDate endsOn) {}

  /**
   * A field that is missing.
   *
   * @param source department that has it
   * @param pairs of enterprise and item that stay open for want of it
   */
  record DataGap(String field, String name, String source, long pairs) {}

  /** The board. */
  record Board(
      LocalDate asOf,
      int enterprises,
      List<ItemReach> items,
      List<DataGap> gaps,
      List<ItemReach> expiring) {}

  /** Boards by tag, the one of all enterprises under the empty key. */
  private record Counted(String version, Map<String, Board> boards) {}

  private static final int SOON_DAYS = 90;

  static final Comparator<ItemReach> MOST_MET_FIRST =
      Comparator.comparingLong(ItemReach::met).thenComparingLong(ItemReach::unknown).reversed();

  /**
   * @param tag only enterprises that bear it are counted, not those that may; null for all
   */
  Board on(LocalDate day, EnterpriseTag tag) {
    String version = library.version() + '|' + enterprises.version() + '|' + day;
    Counted now = counted;
    if (!now.version().equals(version)) {
      now = new Counted(version, new ConcurrentHashMap<>());
      counted = now;
    }
    String key = tag == null ? "" : tag.id() + "/" + tag.version();
    Board board = now.boards().get(key);
    if (board == null) {
      board = count(day, tag);
      now.boards().put(key, board);
    }
    return board;
  }

  private Board count(LocalDate day, EnterpriseTag tag) {
    List<ItemLibrary.Published> items = library.on(day);
    Map<UUID, long[]> counts = new LinkedHashMap<>();
    Map<String, Long> gaps = new HashMap<>();
    items.forEach(item -> counts.put(item.item().id(), new long[MatchOutcome.values().length]));
    FileSnapshot.Files files = snapshot.now();
    files.forEachPair(
        items,
        day,
        facts -> matches.bears(facts, tag, day),
        (item, facts, outcome) -> {
          counts.get(item.item().id())[outcome.ordinal()]++;
          if (outcome == MatchOutcome.UNKNOWN) {
            new Matches.Match(item, matches.evaluate(item.tree(), facts, day))
                .missing()
                .forEach(field -> gaps.merge(field, 1L, Long::sum));
          }
        });
    List<ItemReach> reached =
        items.stream()
            .map(item -> reach(item.item(), counts.get(item.item().id())))
            .sorted(MOST_MET_FIRST)
            .toList();
    LocalDate soon = day.plusDays(SOON_DAYS);
    return new Board(
        day,
        files.size(),
        reached,
        gaps.entrySet().stream()
            .map(gap -> gap(gap.getKey(), gap.getValue()))
            .sorted(Comparator.comparingLong((DataGap gap) -> -gap.pairs()))
            .toList(),
        reached.stream().filter(one -> isExpiring(one, day, soon)).toList());
  }

  private ItemReach reach(StoredItem item, long[] counts) {
    var window = item.content().window();
    return new ItemReach(
        item.id().toString(),
        item.content().title(),
        item.content().mode(),
        item.content().region(),
        item.content().department(),
        counts[MatchOutcome.MET.ordinal()],
        counts[MatchOutcome.UNKNOWN.ordinal()],
        counts[MatchOutcome.NOT_MET.ordinal()],
        window == null ? null : window.from(),
        window == null ? null : window.to(),
        library.endsOn(item));
  }

  private static DataGap gap(String field, long pairs) {
    String source = FieldCatalogue.of(field).map(FieldCatalogue.Field::source).orElse("企业自述");
    return new DataGap(field, FieldCatalogue.name(field), source, pairs);
  }

  /** Whether the policy or an open window ends within three months. */
  private static boolean isExpiring(ItemReach item, LocalDate day, LocalDate soon) {
    boolean policy = item.endsOn() != null && !item.endsOn().isAfter(soon);
    boolean window =
        item.windowTo() != null && !item.windowTo().isBefore(day) && !item.windowTo().isAfter(soon);
    return policy || window;
  }
}
