package cn.zhitong.assistant.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Communities of a weighted graph by modularity (Louvain: Blondel et al. 2008) at a resolution
 * (Reichardt and Bornholdt 2006). The same graph gives the same communities.
 */
final class Communities {
  private static final int PASSES = 20;
  private static final long SEED = 20;

  private final double resolution;
  private final Random random = new Random(SEED);

  private Communities(double resolution) {
    this.resolution = resolution;
  }

  /**
   * @param neighbours symmetric: for each node its neighbours with the weights of their edges
   * @return the community of each node
   */
  static int[] of(List<Map<Integer, Double>> neighbours, double resolution) {
    return new Communities(resolution).find(neighbours);
  }

  private int[] find(List<Map<Integer, Double>> neighbours) {
    int[] community = new int[neighbours.size()];
    Arrays.setAll(community, node -> node);
    List<Map<Integer, Double>> graph = neighbours;
    while (true) {
      int[] moved = moved(graph);
      int count = renumber(moved);
      if (count == graph.size()) {
        return community;
      }
      for (int node = 0; node < community.length; node++) {
        community[node] = moved[community[node]];
      }
      graph = folded(graph, moved, count);
    }
  }

  /** Moves each node to the neighbouring community that gains most, until none moves. */
  private int[] moved(List<Map<Integer, Double>> graph) {
    int n = graph.size();
    double[] degree = new double[n];
    for (int node = 0; node < n; node++) {
      degree[node] = graph.get(node).values().stream().mapToDouble(Double::doubleValue).sum();
    }
    double total = Math.max(1e-12, Arrays.stream(degree).sum());
    int[] community = new int[n];
    Arrays.setAll(community, node -> node);
    double[] sums = degree.clone();
    int[] order = shuffled(n);
    boolean anyMoved = true;
    for (int pass = 0; anyMoved && pass < PASSES; pass++) {
      anyMoved = false;
      for (int node : order) {
        int from = community[node];
        sums[from] -= degree[node];
        int to = best(graph.get(node), node, degree[node] / total, community, sums);
        sums[to] += degree[node];
        community[node] = to;
        anyMoved |= to != from;
      }
    }
    return community;
  }

  private int best(
      Map<Integer, Double> edges, int node, double share, int[] community, double[] sums) {
    Map<Integer, Double> links = new HashMap<>();
    edges.forEach(
        (other, weight) -> {
          if (other != node) {
            links.merge(community[other], weight, Double::sum);
          }
        });
    int best = community[node];
    double most = links.getOrDefault(best, 0.0) - resolution * share * sums[best];
    for (Map.Entry<Integer, Double> link : links.entrySet()) {
      double gain = link.getValue() - resolution * share * sums[link.getKey()];
      if (gain > most + 1e-12) {
        best = link.getKey();
        most = gain;
      }
    }
    return best;
  }

  private int[] shuffled(int n) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }

  private static int renumber(int[] community) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int node = 0; node < community.length; node++) {
      Integer number = numbers.get(community[node]);
      if (number == null) {
        number = numbers.size();
        numbers.put(community[node], number);
      }
      community[node] = number;
    }
    return numbers.size();
  }

  /** One node a community; edges inside become a loop. */
  private static List<Map<Integer, Double>> folded(
      List<Map<Integer, Double>> graph, int[] community, int count) {
    List<Map<Integer, Double>> folded = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      folded.add(new HashMap<>());
    }
    for (int node = 0; node < graph.size(); node++) {
      Map<Integer, Double> row = folded.get(community[node]);
      graph.get(node).forEach((other, weight) -> row.merge(community[other], weight, Double::sum));
    }
    return folded;
  }
}
