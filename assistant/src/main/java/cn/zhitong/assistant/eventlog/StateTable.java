package cn.zhitong.assistant.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kind of case's state machine, as a value that the fold is given: transitions in order, the
 * first that applies is taken.
 *
 * @param <E> types of events
 * @param <S> states
 * @param <B> what is folded of a case
 * @param <P> what events record
 */
public final class StateTable<E, S, B, P> {
  /** What a transition may depend on beside the state. */
  public record Situation<B, P>(B before, P payload) {}

  /**
   * @param from states in which it is possible; empty for all, null for how a case begins
   * @param to the state afterwards; null for the same
   * @param when beside that
   */
  public record Transition<E, S, B, P>(E on, Set<S> from, S to, Predicate<Situation<B, P>> when) {
    public boolean possibleIn(S state) {
      return from != null && (from.isEmpty() || from.contains(state));
    }
  }

  private final List<Transition<E, S, B, P>> transitions;

  private StateTable(List<Transition<E, S, B, P>> transitions) {
    this.transitions = List.copyOf(transitions);
  }

  public List<Transition<E, S, B, P>> transitions() {
    return transitions;
  }

  public boolean possible(E type, S state) {
    return transitions.stream()
        .anyMatch(transition -> transition.on() == type && transition.possibleIn(state));
  }

  /**
   * The state after an event. It is not asked whether it was possible: what is in the log happened,
   * also by the rules of an older version.
   *
   * @param before the case before it
   * @param state its state then, null before the first
   */
  public S after(E type, P payload, B before, S state) {
    Situation<B, P> situation = new Situation<>(before, payload);
    return transitions.stream()
        .filter(transition -> transition.on() == type && transition.when().test(situation))
        .findFirst()
        .flatMap(transition -> Optional.ofNullable(transition.to()))
        .orElse(state);
  }

  public static <E, S, B, P> Builder<E, S, B, P> builder() {
    return new Builder<>();
  }

  /** Reads like the table that it builds. */
  public static final class Builder<E, S, B, P> {
    private final List<Transition<E, S, B, P>> transitions = new ArrayList<>();

    /** Every case begins with it, and it comes nowhere else. */
    public Builder<E, S, B, P> begins(E type, S to) {
      return on(type, null, to);
    }

    /** Always to the same state. */
    public Builder<E, S, B, P> on(E type, Set<S> from, S to) {
      return on(type, from, to, situation -> true);
    }

    /** The state stays. */
    public Builder<E, S, B, P> stays(E type, Set<S> from) {
      return on(type, from, null);
    }

    public Builder<E, S, B, P> on(E type, Set<S> from, S to, Predicate<Situation<B, P>> when) {
      transitions.add(new Transition<>(type, from, to, when));
      return this;
    }

    public StateTable<E, S, B, P> build() {
      return new StateTable<>(transitions);
    }
  }
}
