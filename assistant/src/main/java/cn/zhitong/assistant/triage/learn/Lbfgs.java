package cn.zhitong.assistant.triage.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Minimises a smooth convex function by limited-memory BFGS (Nocedal and Wright, Numerical
 * Optimization, algorithm 7.4) with a backtracking line search.
 */
final class Lbfgs {
  private static final int MEMORY = 8;
  private static final double SUFFICIENT = 1e-4;

  private Lbfgs() {}

  /** A function with its gradient. */
  interface Objective {
    /** Writes the gradient at {@code x} into {@code gradient} and returns the value. */
    double at(double[] x, double[] gradient);
  }

  private record Step(double[] s, double[] y, double rho) {}

  /** Returns the minimum found within {@code rounds} rounds, starting from {@code start}. */
  static double[] minimise(Objective objective, double[] start, int rounds) {
    double[] x = start.clone();
    double[] gradient = new double[x.length];
    double value = objective.at(x, gradient);
    Deque<Step> steps = new ArrayDeque<>();
    for (int round = 0; round < rounds; round++) {
      double[] direction = direction(gradient, steps);
      double slope = dot(direction, gradient);
      if (slope > -1e-12) {
        break;
      }
      double length = round == 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
      double[] nextGradient = new double[x.length];
      double[] next = moved(x, direction, length);
      double nextValue = objective.at(next, nextGradient);
      while (nextValue > value + SUFFICIENT * length * slope && length > 1e-10) {
        length /= 2;
        next = moved(x, direction, length);
        nextValue = objective.at(next, nextGradient);
      }
      remember(steps, x, next, gradient, nextGradient);
      boolean still = value - nextValue < 1e-9 * Math.max(1, Math.abs(value));
      x = next;
      gradient = nextGradient;
      value = nextValue;
      if (still) {
        break;
      }
    }
    return x;
  }

  private static void remember(
      Deque<Step> steps, double[] x, double[] next, double[] gradient, double[] nextGradient) {
    double[] s = moved(next, x, -1);
    double[] y = moved(nextGradient, gradient, -1);
    double curvature = dot(s, y);
    if (curvature > 1e-14) {
      steps.addLast(new Step(s, y, 1 / curvature));
      if (steps.size() > MEMORY) {
        steps.removeFirst();
      }
    }
  }

  private static double[] direction(double[] gradient, Deque<Step> steps) {
    double[] q = gradient.clone();
    List<Double> alphas = new ArrayList<>();
    for (var it = steps.descendingIterator(); it.hasNext(); ) {
      Step step = it.next();
      double alpha = step.rho() * dot(step.s(), q);
      alphas.add(alpha);
      add(q, step.y(), -alpha);
    }
    if (!steps.isEmpty()) {
      Step last = steps.peekLast();
      scale(q, 1 / (last.rho() * dot(last.y(), last.y())));
    }
    int i = alphas.size();
    for (Step step : steps) {
      double beta = step.rho() * dot(step.y(), q);
      add(q, step.s(), alphas.get(--i) - beta);
    }
    scale(q, -1);
    return q;
  }

  private static double[] moved(double[] x, double[] direction, double length) {
    double[] result = x.clone();
    add(result, direction, length);
    return result;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i] * times;
    }
  }

  private static void scale(double[] x, double by) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= by;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
