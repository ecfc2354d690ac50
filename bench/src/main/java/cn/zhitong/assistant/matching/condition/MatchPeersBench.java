package cn.zhitong.assistant.matching.condition;

import cn.zhitong.assistant.matching.item.DmnExport;
import cn.zhitong.bench.BenchFigures;
import cn.zhitong.bench.peer.PeerProcess;
import cn.zhitong.bench.peer.PeerProcess.Engine;
import cn.zhitong.common.region.Gazetteer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The same items over the same files by general engines, each in a process and on one thread, in
 * turns with ours: CEL by {@link CelExpression}, DMN by the export that the service offers. Peers
 * get the values by input, worked out before; ours starts from the facts.
 */
final class MatchPeersBench {
  /** Ours is so much faster that one pass over the pairs would be too short to time. */
  private static final int OWN_PASSES = 20;

  private final List<Condition> trees;
  private final List<EnterpriseFacts> files;
  private final LocalDate asOf;
  private final ConditionEvaluator evaluator =
      new ConditionEvaluator(new RegionRule(Gazetteer.standard()));

  MatchPeersBench(List<Condition> trees, List<EnterpriseFacts> files, LocalDate asOf) {
    this.trees = trees;
    this.files = files;
    this.asOf = asOf;
  }

  /** Figures of each engine and ours: pairs a second, medians of the rounds, and the ratio. */
  void run(BenchFigures figures, int rounds) throws IOException {
    figures.put("peers:items", trees.size());
    figures.put("peers:files", files.size());
    figures.put("peers:rounds", rounds);
    try (PeerProcess cel = start(Engine.CEL);
        PeerProcess dmn = start(Engine.DMN)) {
      Map<Engine, PeerProcess> peers = new EnumMap<>(Map.of(Engine.CEL, cel, Engine.DMN, dmn));
      for (Map.Entry<Engine, PeerProcess> peer : peers.entrySet()) {
        String name = name(peer.getKey());
        figures.put(name + ":compileSeconds", peer.getValue().compileSeconds());
        figures.put(name + ":differs", differences(peer.getValue().outcomes()));
      }
      time(figures, peers, rounds);
    }
  }

  private void time(BenchFigures figures, Map<Engine, PeerProcess> peers, int rounds) {
    double pairs = (double) trees.size() * files.size();
    double[] own = new double[rounds];
    Map<Engine, double[]> theirs = new EnumMap<>(Engine.class);
    ownRound();
    peers.values().forEach(PeerProcess::round);
    for (int i = 0; i < rounds; i++) {
      int round = i;
      own[i] = pairs / ownRound();
      peers.forEach(
          (engine, peer) ->
              theirs.computeIfAbsent(engine, one -> new double[rounds])[round] =
                  pairs / peer.round());
    }
    double median = BenchFigures.at(own, .5);
    figures.put("ours:pairsPerSecond:oneThread", median);
    theirs.forEach(
        (engine, speeds) -> {
          double speed = BenchFigures.at(speeds, .5);
          figures.put(name(engine) + ":pairsPerSecond:oneThread", speed);
          figures.put(name(engine) + ":oursFasterBy", median / speed);
        });
  }

  private double ownRound() {
    long begin = System.nanoTime();
    for (int pass = 0; pass < OWN_PASSES; pass++) {
      for (Condition tree : trees) {
        for (EnterpriseFacts file : files) {
          evaluator.outcome(tree, file, asOf);
        }
      }
    }
    return (System.nanoTime() - begin) / 1e9 / OWN_PASSES;
  }

  private static String name(Engine engine) {
    return engine.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The engine, with all trees and files in its terms. */
  PeerProcess start(Engine engine) throws IOException {
    boolean cel = engine == Engine.CEL;
    List<String> rules =
        trees.stream().map(tree -> cel ? CelExpression.of(tree) : model(tree)).toList();
    Collection<LeafInput> inputs =
        trees.stream()
            .flatMap(tree -> ConditionLeaves.of(tree).stream())
            .flatMap(leaf -> LeafInput.of(leaf).stream())
            .collect(Collectors.toMap(LeafInput::name, one -> one, (one, same) -> one))
            .values();
    List<Map<String, Object>> values =
        files.stream()
            .map(file -> PeerInputs.of(file, List.copyOf(inputs), asOf))
            .map(file -> cel ? celValues(file) : dmnValues(file))
            .toList();
    return PeerProcess.start(engine, rules, values);
  }

  private static String model(Condition tree) {
    byte[] text = ConditionCodec.write(tree).toString().getBytes(StandardCharsets.UTF_8);
    return DmnExport.of(UUID.nameUUIDFromBytes(text), "事项", tree);
  }

  private static Map<String, Object> dmnValues(Map<LeafInput, Object> file) {
    Map<String, Object> values = new HashMap<>();
    file.forEach((input, value) -> values.put(input.name(), value));
    return values;
  }

  private static Map<String, Object> celValues(Map<LeafInput, Object> file) {
    Map<String, Object> values = new HashMap<>();
    file.forEach(
        (input, value) ->
            values.put(
                CelExpression.name(input),
                value instanceof BigDecimal number
                    ? (Object) number.doubleValue()
                    : value instanceof LocalDate day ? day.toString() : value));
    return values;
  }

  /**
   * How often a peer's outcome is another than ours, by "ours > theirs".
   *
   * @param theirs first letters of the codes, by rule, then by file
   */
  Map<String, Integer> differences(String theirs) {
    Map<String, Integer> kinds = new TreeMap<>();
    int at = 0;
    for (Condition tree : trees) {
      for (EnterpriseFacts file : files) {
        MatchOutcome ours = evaluator.outcome(tree, file, asOf);
        char their = theirs.charAt(at++);
        if (ours.code().charAt(0) != their) {
          kinds.merge(ours.code() + " > " + outcome(their), 1, Integer::sum);
        }
      }
    }
    return kinds;
  }

  private static String outcome(char letter) {
    return switch (letter) {
      case 'm' -> MatchOutcome.MET.code();
      case 'n' -> MatchOutcome.NOT_MET.code();
      default -> MatchOutcome.UNKNOWN.code();
    };
  }
}
