package cn.zhitong.training.encoder;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.training.bert.LinearSchedule;
import cn.zhitong.training.bert.TextTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Trains the adapter: each question is to be nearer to its answer than to the other answers of its
 * batch and to a passage that search finds for it. Half of the questions are read with the query
 * prefix. Goes on where an earlier run in the same folder was stopped.
 */
final class EncoderTraining {
  private static final int STEPS_BETWEEN_STATES = 100;
  private static final int STEPS_BETWEEN_WORDS = 10;

  private final EncoderModel model;
  private final EncoderOptions options;
  private final TextTokens tokens;
  private final Path folder;
  private final Consumer<String> progress;

  /** Whether a passage of another policy may answer the question as well. */
  interface Doubt {
    boolean mayAnswer(QuestionPassages question, String otherDoc);
  }

  EncoderTraining(
      EncoderModel model,
      EncoderOptions options,
      TextTokens tokens,
      Path folder,
      Consumer<String> progress) {
    this.model = model;
    this.options = options;
    this.tokens = tokens;
    this.folder = folder;
    this.progress = progress;
  }

  void train(List<QuestionPassages> questions, Doubt doubt) throws IOException {
    Files.createDirectories(folder);
    Path state = folder.resolve("encoder-state.bin");
    if (Files.exists(state)) {
      model.trained().load(state);
      progress.accept("goes on after step " + model.trained().steps());
    }
    int perEpoch = questions.size() / options.batch();
    LinearSchedule schedule = new LinearSchedule(options.rate(), perEpoch * options.epochs());
    double loss = 0;
    int words = 0;
    for (int step = model.trained().steps(); step < schedule.steps(); step++) {
      Random random = new Random(options.seed() * 31 + step / perEpoch);
      List<QuestionPassages> shuffled = new ArrayList<>(questions);
      Collections.shuffle(shuffled, random);
      int from = step % perEpoch * options.batch();
      List<QuestionPassages> batch = shuffled.subList(from, from + options.batch());
      loss += learn(batch, doubt, new Random(options.seed() + step), schedule.at(step));
      words++;
      if (step % STEPS_BETWEEN_WORDS == STEPS_BETWEEN_WORDS - 1) {
        progress.accept(
            "step %d of %d, loss %.4f".formatted(step + 1, schedule.steps(), loss / words));
        loss = 0;
        words = 0;
      }
      if (step % STEPS_BETWEEN_STATES == STEPS_BETWEEN_STATES - 1 || step == schedule.steps() - 1) {
        model.trained().save(state);
      }
    }
  }

  private float learn(List<QuestionPassages> batch, Doubt doubt, Random random, float rate) {
    List<int[]> asked = new ArrayList<>();
    List<int[]> passages = new ArrayList<>();
    List<String> docs = new ArrayList<>();
    for (QuestionPassages question : batch) {
      String prefix = random.nextBoolean() ? BgeEmbedder.QUERY_PREFIX : "";
      asked.add(tokens.of(prefix + question.question()));
      passages.add(tokens.of(question.answer()));
      docs.add(question.doc());
    }
    for (QuestionPassages question : batch) {
      if (!question.others().isEmpty()) {
        List<String> others = question.others();
        passages.add(tokens.of(others.get(random.nextInt(others.size()))));
      }
    }
    boolean[][] other = new boolean[batch.size()][passages.size()];
    for (int q = 0; q < batch.size(); q++) {
      for (int p = 0; p < batch.size(); p++) {
        boolean twin = batch.get(p).answer().equals(batch.get(q).answer());
        other[q][p] = p != q && (twin || doubt.mayAnswer(batch.get(q), docs.get(p)));
      }
    }
    return model.learn(asked, passages, other, rate);
  }
}
