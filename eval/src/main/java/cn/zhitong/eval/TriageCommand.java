package cn.zhitong.eval;

import cn.zhitong.eval.dataset.AppealRow;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Service;
import cn.zhitong.eval.triage.TriageEvaluation;
import cn.zhitong.eval.triage.TriageRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "triage",
    description = {
      "Category and department on labelled appeals: trained on --train and measured on --test,",
      "or by --folds; with --test alone what the service knows on day one."
    },
    mixinStandardHelpOptions = true)
final class TriageCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--train", arity = "1..*", description = "Labelled appeals, JSON Lines.")
  List<Path> train = List.of();

  @Option(names = "--test", arity = "1..*", description = "Labelled appeals to measure on.")
  List<Path> test = List.of();

  @Option(names = "--folds", description = "Cross-validate the training rows instead.")
  int folds;

  @Option(names = "--hub", description = "Unit that answers itself: never learned or proposed.")
  List<String> hubs = List.of();

  @Option(names = "--out", required = true, description = "Folder for the results.")
  Path out;

  @Option(
      names = "--gate",
      description = "Bound to keep, e.g. 'department:top3>=.7'; missed: exit 3.")
  List<String> gates = List.of();

  @Option(names = "--against", description = "Results of an earlier run to compare with.")
  Path against;

  @Mixin ServiceOptions options = new ServiceOptions();

  @Override
  public Integer call() throws Exception {
    boolean crossValidate = folds > 1 && !train.isEmpty() && test.isEmpty();
    if (!crossValidate && test.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "give --train with --folds (2 or more), or --test with or without --train");
    }
    List<AppealRow> rows = AppealRow.read(train);
    List<AppealRow> testRows = AppealRow.read(test);
    String title =
        (crossValidate ? train : test)
            .stream().map(p -> p.getFileName().toString()).collect(Collectors.joining(" "));
    try (Service service = options.open()) {
      TriageEvaluation evaluation =
          new TriageEvaluation(new TriageRun(new Api(service), hubs), hubs, against);
      Map<String, Object> metrics =
          crossValidate
              ? evaluation.crossValidated(title, rows, folds, out)
              : evaluation.heldOut(title, rows, testRows, out);
      return Gates.check(gates, metrics, out);
    }
  }
}
