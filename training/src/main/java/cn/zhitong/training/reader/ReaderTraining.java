package cn.zhitong.training.reader;

import ai.djl.ndarray.NDManager;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.training.bert.LinearSchedule;
import cn.zhitong.training.data.HeldOut;
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
   * @param header of the artefact
   */
  TrainedArtefact train(List<Example> examples, String header) throws IOException {
    List<Example> trained = part(examples, HeldOut.TRAINED);
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        ReaderModel model = new ReaderModel(manager, base, options)) {
      learn(model, trained);
      Map<String, float[]> vectors = model.head();
      vectors.put(AnswerReader.CALIBRATION, calibration(model, part(examples, HeldOut.CALIBRATION)));
      return new TrainedArtefact(header, model.changes(), vectors);
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

  /** Slope and offset, so that what is said is what is seen among passages that search finds. */
  private static float[] calibration(ReaderModel model, List<Example> held) {
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

  static List<Example> part(List<Example> examples, HeldOut part) {
    return examples.stream().filter(e -> e.part() == part).toList();
  }
}
