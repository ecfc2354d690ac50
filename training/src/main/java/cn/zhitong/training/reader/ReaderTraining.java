package cn.zhitong.training.reader;

import ai.djl.ndarray.NDManager;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.WeightChange;
import cn.zhitong.training.bert.LinearSchedule;
import cn.zhitong.training.measure.LogisticRegression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains the reader: batches → steps → calibration → artefact. Goes on where an earlier run in the
 * same folder was stopped.
 */
final class ReaderTraining {
  /** A state is 150 MB; more often would cost more than what is lost. */
  private static final int STEPS_BETWEEN_STATES = 200;

  private static final int STEPS_BETWEEN_WORDS = 25;

  /** Examples of which the head's start is fitted. */
  private static final int STARTED_FROM = 1000;

  private final OnnxWeights base;
  private final ReaderOptions options;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * @param folder for the state of the training; made when missing
   */
  ReaderTraining(OnnxWeights base, ReaderOptions options, Path folder, Consumer<String> progress) {
    this.base = base;
    this.options = options;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * What was trained, with the values of the tested examples in their order.
   *
   * @param probabilities from the weights before they are rounded
   */
  record Trained(
      Map<String, WeightChange> changes, Map<String, float[]> vectors, double[] probabilities) {}

  Trained train(List<Example> examples) throws IOException {
    List<Example> trained = part(examples, HeldOut.TRAINED);
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        ReaderModel model = new ReaderModel(manager, base, options)) {
      learn(model, trained);
      Map<String, float[]> vectors = model.head();
      vectors.put(
          AnswerReader.CALIBRATION, calibration(model, part(examples, HeldOut.CALIBRATION)));
      double[] probabilities = probabilities(model, vectors, part(examples, HeldOut.TEST));
      return new Trained(model.changes(), vectors, probabilities);
    }
  }

  private void learn(ReaderModel model, List<Example> trained) throws IOException {
    Files.createDirectories(folder);
    Path state = folder.resolve("reader-state.bin");
    if (Files.exists(state)) {
      model.trained().load(state);
      progress.accept("goes on after step " + model.trained().steps());
    }
    List<List<Example>> batches = new ArrayList<>();
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      batches.addAll(EpochBatches.of(trained, options, epoch));
    }
    if (model.trained().steps() == 0 && options.before() != null) {
      model.start(options.before());
    } else if (model.trained().steps() == 0) {
      model.start(firstOf(batches.isEmpty() ? List.of(trained) : batches));
    }
    LinearSchedule schedule = new LinearSchedule(options.rate(), batches.size());
    progress.accept(batches.size() + " steps");
    double loss = 0;
    long tokens = 0;
    long started = System.nanoTime();
    int words = 0;
    for (int step = model.trained().steps(); step < batches.size(); step++) {
      List<Example> batch = batches.get(step);
      loss += model.learn(batch, schedule.at(step));
      tokens += batch.stream().mapToLong(e -> e.pair().ids().length).sum();
      words++;
      if (step % STEPS_BETWEEN_WORDS == STEPS_BETWEEN_WORDS - 1) {
        double seconds = (System.nanoTime() - started) / 1e9;
        progress.accept(
            "step %d of %d, loss %.4f, %.0f tokens/s"
                .formatted(step + 1, batches.size(), loss / words, tokens / seconds));
        loss = 0;
        words = 0;
      }
      if (step % STEPS_BETWEEN_STATES == STEPS_BETWEEN_STATES - 1 || step == batches.size() - 1) {
        model.save(state);
      }
    }
  }

  private static List<Example> firstOf(List<List<Example>> batches) {
    List<Example> sample = batches.stream().flatMap(List::stream).toList();
    return sample.subList(0, Math.min(STARTED_FROM, sample.size()));
  }

  /** Slope and offset, so that what is said is what is seen among passages that search finds. */
  private static float[] calibration(ReaderModel model, List<Example> examples) {
    List<Example> held = examples.stream().filter(Example::isSearched).toList();
    float[] values = model.values(held.stream().map(Example::pair).toList());
    double[][] rows = new double[held.size()][1];
    boolean[] right = new boolean[held.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = values[i];
      right[i] = held.get(i).answers();
    }
    LogisticRegression fitted = LogisticRegression.fit(rows, right);
    return new float[] {(float) fitted.weights()[0], (float) fitted.weights()[1]};
  }

  private static double[] probabilities(
      ReaderModel model, Map<String, float[]> vectors, List<Example> tested) {
    float[] values = model.values(tested.stream().map(Example::pair).toList());
    float[] line = vectors.get(AnswerReader.CALIBRATION);
    double[] probabilities = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      probabilities[i] = 1 / (1 + Math.exp(-line[0] * values[i] - line[1]));
    }
    return probabilities;
  }

  static List<Example> part(List<Example> examples, HeldOut part) {
    return examples.stream().filter(e -> e.part() == part).toList();
  }
}
