package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.CandidateFilter;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.EnterpriseStore;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The enterprise files as the node holds them, read again when the table changes. Where there are
 * more than a node holds, they are read in pages instead: slower, with the same outcome.
 */
@ApplicationScoped
class FileSnapshot {
  /** About 6 KB a file of twenty facts: half a gigabyte. */
  private static final int MOST_HELD = 80_000;

  private static final int PAGE = 1_000;

  private final EnterpriseStore enterprises;
  private final Matches matches;
  private volatile Held held = new Held("", null);

  @Inject
  FileSnapshot(EnterpriseStore enterprises, Matches matches) {
    this.enterprises = enterprises;
    this.matches = matches;
  }

  private record Held(String version, List<EnterpriseFile> files) {}

  /** What is done with each item and what is known of an enterprise. */
  interface PairConsumer {
    void accept(ItemLibrary.Published item, EnterpriseFacts facts, MatchOutcome outcome);
  }

  /** All files at one time. */
  final class Files {
    private final List<EnterpriseFile> files;
    private int size;

    private Files(List<EnterpriseFile> files) {
      this.files = files;
    }

    /** How many were wanted; known once they were looked through. */
    int size() {
      return size;
    }

    /**
     * @param wanted which enterprises are looked at
     */
    void forEachPair(
        List<ItemLibrary.Published> items,
        LocalDate day,
        Predicate<EnterpriseFacts> wanted,
        PairConsumer consumer) {
      size = 0;
      Consumer<EnterpriseFile> each =
          file -> {
            EnterpriseFacts facts = file.asFacts();
            if (!wanted.test(facts)) {
              return;
            }
            size++;
            for (ItemLibrary.Published item : items) {
              consumer.accept(item, facts, matches.outcome(item.tree(), facts, day));
            }
          };
      if (files != null) {
        files.forEach(each);
        return;
      }
      enterprises.each(everything(), PAGE, each);
    }
  }

  Files now() {
    String version = enterprises.version();
    Held now = held;
    if (!now.version().equals(version)) {
      now = new Held(version, read());
      held = now;
    }
    return new Files(now.files());
  }

  private List<EnterpriseFile> read() {
    if (enterprises.count() > MOST_HELD) {
      return null;
    }
    List<EnterpriseFile> files = new ArrayList<>();
    enterprises.each(everything(), PAGE, files::add);
    return files;
  }

  private static CandidateFilter everything() {
    return CandidateFilter.of(ConditionGroup.all(List.of()));
  }
}
