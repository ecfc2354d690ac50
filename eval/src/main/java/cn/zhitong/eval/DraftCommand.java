package cn.zhitong.eval;

import cn.zhitong.eval.dataset.RepliedAppeal;
import cn.zhitong.eval.draft.DraftEvaluation;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "draft",
    description = {
      "Drafts beside the replies really sent: past replies of --train are brought in and drafts of",
      "--test compared, or a fifth of --data is held back, near-duplicates together."
    },
    mixinStandardHelpOptions = true)
final class DraftCommand implements Callable<Integer> {
  private static final long SEED = 11;
  private static final int FOLDS = 5;

  @Spec CommandSpec spec;

  @Option(names = "--data", arity = "1..*", description = "Appeals with replies, JSON Lines.")
  List<Path> data = List.of();

  @Option(names = "--train", arity = "1..*", description = "Past appeals with replies.")
  List<Path> train = List.of();

  @Option(names = "--test", arity = "1..*", description = "Appeals to draft for, with replies.")
  List<Path> test = List.of();

  @Option(names = "--sample", description = "Draft for so many of the test rows at most.")
  int sample = Integer.MAX_VALUE;

  @Option(names = "--out", required = true, description = "Folder for the results.")
  Path out;

  @Option(names = "--gate", description = "Bound to keep, e.g. 'gain>=.05'; missed: exit 3.")
  List<String> gates = List.of();

  @Mixin ServiceOptions options = new ServiceOptions();

  @Override
  public Integer call() throws Exception {
    boolean given = !train.isEmpty() && !test.isEmpty() && data.isEmpty();
    boolean split = test.isEmpty() && (data.isEmpty() != train.isEmpty());
    if (!given && !split) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "give --train and --test, or one of --data and --train to be split");
    }
    List<Path> files = data.isEmpty() ? train : data;
    List<RepliedAppeal> past = new ArrayList<>(RepliedAppeal.read(files));
    List<RepliedAppeal> held = given ? RepliedAppeal.read(test) : holdBack(past);
    Collections.shuffle(held, new Random(SEED));
    List<RepliedAppeal> tested = held.subList(0, Math.min(sample, held.size()));
    String title =
        files.stream().map(p -> p.getFileName().toString()).collect(Collectors.joining(" "));
    try (Service service = options.open()) {
      Map<String, Object> metrics =
          new DraftEvaluation(new Api(service)).run(title, past, tested, out);
      return Gates.check(gates, metrics, out);
    }
  }

  /** Takes a fifth of the groups out of the past, and returns it. */
  private static List<RepliedAppeal> holdBack(List<RepliedAppeal> past) {
    List<String> groups =
        new ArrayList<>(
            past.stream()
                .map(appeal -> appeal.row().group())
                .collect(Collectors.toCollection(TreeSet::new)));
    Collections.shuffle(groups, new Random(SEED));
    java.util.Set<String> heldGroups =
        new java.util.HashSet<>(groups.subList(0, groups.size() / FOLDS));
    List<RepliedAppeal> held = new ArrayList<>();
    past.removeIf(appeal -> heldGroups.contains(appeal.row().group()) && held.add(appeal));
    return held;
  }
}
