package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Enterprise files: replaced, added to, brought in from tables, objected to and erased. */
@ApplicationScoped
public class Enterprises {
  private final EnterpriseStore store;
  private final Clock clock;

  @Inject
  Enterprises(EnterpriseStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A file as it was sent. */
  public record Sent(
      CreditCode creditCode,
      String name,
      List<Fact> facts,
      Set<String> closedFields,
      Set<String> closedRegisters) {}

  /** What a batch did. */
  record BatchOutcome(UUID batch, int created, int updated, int unchanged) {}

  public Optional<EnterpriseFile> file(CreditCode code) {
    return store.file(code);
  }

  /** Replaces the current file; what stood in it stays in the history. */
  public EnterpriseFile put(Sent sent, String actor) {
    Optional<EnterpriseFile> held = store.file(sent.creditCode());
    EnterpriseFile file = fileOf(sent, held, sent.facts());
    if (held.isPresent() && isSame(held.get(), file)) {
      return held.get();
    }
    return write(file, "put", actor, sent.facts());
  }

  /** Adds facts to a file; null where there is no such file. */
  EnterpriseFile add(CreditCode code, List<Fact> facts, String act, String actor) {
    EnterpriseFile held = store.file(code).orElse(null);
    if (held == null) {
      return null;
    }
    List<Fact> merged = FactMerge.add(held.facts(), facts);
    if (FactMerge.same(merged, held.facts())) {
      return held;
    }
    EnterpriseFile file =
        new EnterpriseFile(
            code,
            held.name(),
            merged,
            held.closedFields(),
            held.closedRegisters(),
            held.revision() + 1,
            clock.instant());
    return write(file, act, actor, facts);
  }

  /**
   * Adds what the enterprise states of itself, marked as such.
   *
   * @throws cn.zhitong.assistant.web.Problem.Forbidden where a fact is an office's to tell
   */
  public void state(CreditCode code, List<Fact> facts, String actor) {
    add(code, OwnStatement.of(facts, LocalDate.now(clock)), "stated", actor);
  }

  /** Brings in a batch: facts are added to files that are there. Doing it twice changes nothing. */
  BatchOutcome importAll(List<Sent> sent, UUID batch, String actor) {
    Map<String, EnterpriseFile> held =
        store.files(sent.stream().map(one -> one.creditCode().value()).toList()).stream()
            .collect(Collectors.toMap(file -> file.creditCode().value(), Function.identity()));
    List<EnterpriseStore.Change> changes = new ArrayList<>();
    int created = 0;
    int unchanged = 0;
    for (Sent one : sent) {
      Optional<EnterpriseFile> before = Optional.ofNullable(held.get(one.creditCode().value()));
      List<Fact> merged =
          before.map(file -> FactMerge.add(file.facts(), one.facts())).orElse(one.facts());
      EnterpriseFile file = fileOf(one, before, merged);
      if (before.isPresent() && isSame(before.get(), file)) {
        unchanged++;
        continue;
      }
      created += before.isEmpty() ? 1 : 0;
      changes.add(new EnterpriseStore.Change(file, "import", batch, actor, one.facts()));
      held.put(one.creditCode().value(), file);
    }
    store.write(changes, clock.instant());
    return new BatchOutcome(batch, created, changes.size() - created, unchanged);
  }

  private EnterpriseFile fileOf(Sent sent, Optional<EnterpriseFile> held, List<Fact> facts) {
    String name = sent.name() == null ? held.map(EnterpriseFile::name).orElse("") : sent.name();
    return new EnterpriseFile(
        sent.creditCode(),
        name,
        facts,
        sent.closedFields().isEmpty()
            ? held.map(EnterpriseFile::closedFields).orElse(Set.of())
            : sent.closedFields(),
        sent.closedRegisters().isEmpty()
            ? held.map(EnterpriseFile::closedRegisters).orElse(Set.of())
            : sent.closedRegisters(),
        held.map(file -> file.revision() + 1).orElse(1L),
        clock.instant());
  }

  private static boolean isSame(EnterpriseFile a, EnterpriseFile b) {
    return a.name().equals(b.name())
        && FactMerge.same(a.facts(), b.facts())
        && a.closedFields().equals(b.closedFields())
        && a.closedRegisters().equals(b.closedRegisters());
  }

  private EnterpriseFile write(EnterpriseFile file, String act, String actor, List<Fact> came) {
    Instant now = clock.instant();
    store.write(List.of(new EnterpriseStore.Change(file, act, null, actor, came)), now);
    return file;
  }
}
