package cn.zhitong.assistant.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kind of case's state machine, as a value that the fold is given: transitions in order, the
 * first that applies is taken.
 */
final class StateTable {
  /** What a transition may depend on beside the state. */
  record Situation(CaseState before, EventPayload payload) {}

  /**
   * @param from states in which it is possible; empty for all, null for how a case begins
   * @param to the state afterwards; null for the same
   * @param when beside that
   */
  record Transition(EventType on, Set<CaseStatus> from, CaseStatus to, Predicate<Situation> when) {
    boolean possibleIn(CaseStatus state) {
      return from != null && (from.isEmpty() || from.contains(state));
    }
  }

  private final List<Transition> transitions;

  private StateTable(List<Transition> transitions) {
    this.transitions = List.copyOf(transitions);
  }

  List<Transition> transitions() {
    return transitions;
  }

  boolean possible(EventType type, CaseStatus state) {
    return transitions.stream()
        .anyMatch(transition -> transition.on() == type && transition.possibleIn(state));
  }

  /**
   * The state after an event. It is not asked whether it was possible: what is in the log happened,
   * also by the rules of an older version.
   *
   * @param before the case before it
   */
  CaseStatus after(EventType type, EventPayload payload, CaseState before) {
    Situation situation = new Situation(before, payload);
    return transitions.stream()
        .filter(transition -> transition.on() == type && transition.when().test(situation))
        .findFirst()
        .flatMap(transition -> Optional.ofNullable(transition.to()))
        .orElse(before.state());
  }

  static Builder builder() {
    return new Builder();
  }

  /** Reads like the table that it builds. */
  static final class Builder {
    private final List<Transition> transitions = new ArrayList<>();

    /** Every case begins with it, and it comes nowhere else. */
    Builder begins(EventType type, CaseStatus to) {
      return on(type, null, to);
    }

    /** Always to the same state. */
    Builder on(EventType type, Set<CaseStatus> from, CaseStatus to) {
      return on(type, from, to, situation -> true);
    }

    /** The state stays. */
    Builder stays(EventType type, Set<CaseStatus> from) {
      return on(type, from, null);
    }

    Builder on(EventType type, Set<CaseStatus> from, CaseStatus to, Predicate<Situation> when) {
      transitions.add(new Transition(type, from, to, when));
      return this;
    }

    StateTable build() {
      return new StateTable(transitions);
    }
  }
}
