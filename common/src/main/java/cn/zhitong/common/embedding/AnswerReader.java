package cn.zhitong.common.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a question and a passage together and says how likely the passage answers the question. A
 * cross-encoder: the layers of bge-small-zh-v1.5 trained anew by {@code ./zhitong train reader},
 * its word embeddings as they are, so that only the changes ship. Thread-safe.
 */
public final class AnswerReader implements AutoCloseable {
  /** What the service reads for a question at most: 6 windows are about 0.1 s on two cores. */
  public static final int MAX_WINDOWS = 6;

  /** Share of a run's tokens that a second run has to save: it costs a little by itself. */
  private static final double WORTH_A_RUN = .08;

  static final String TOKENIZER = "bge-small-zh-v1.5-tokenizer.json";
  private static final String MODEL = "bge-small-zh-v1.5.onnx";
  private static final String RESOURCE = "reader.bin";
  private static final int LAST_LAYER = 3;

  /** Names of the artefact's vectors. */
  public static final String HEAD = "head.weight";

  public static final String HEAD_BIAS = "head.bias";

  /** Weights of the question's tokens, [dimensions, ways]. */
  public static final String ATTENTION = "nearness.attention";

  /** What a nearness of 1 adds, by way. */
  public static final String NEARNESS = "nearness.weight";

  /** In how many ways the question's tokens are weighed. */
  public static final int WAYS = 4;

  /** States are scaled to length 1 before they are weighed; this makes up for it. */
  public static final float SHARPNESS = 10;

  /** Slope and offset from the head's value to the log odds. */
  public static final String CALIBRATION = "calibration";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ReaderTokens tokens = ReaderTokens.load();
  private final TrainedArtefact artefact;
  private final ReaderHead head;

  /**
   * What the reader found in a passage.
   *
   * @param probability that the passage answers the question, calibrated on documents that were not
   *     trained on
   * @param start of the window that was read, in UTF-16 chars of the passage's text
   * @param end exclusive
   */
  public record Reading(float probability, int start, int end) {}

  private AnswerReader(OrtSession session, TrainedArtefact artefact) {
    this.session = session;
    this.artefact = artefact;
    this.head = new ReaderHead(artefact.vectors());
  }

  /** The reader that ships, on as many threads as there are processors, at most 2. */
  public static AnswerReader load() {
    try (InputStream in = AnswerReader.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      return of(TrainedArtefact.read(in), Math.min(2, Runtime.getRuntime().availableProcessors()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Any reader, as training makes them.
   *
   * @param threads intra-op threads, the calling one included
   */
  public static AnswerReader of(TrainedArtefact artefact, int threads) {
    try (SessionOptions options = new SessionOptions();
        InputStream in = AnswerReader.class.getClassLoader().getResourceAsStream(MODEL)) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // As in OnnxEncoder: a spinning thread keeps the other one off a busy processor.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      byte[] model = in.readAllBytes();
      artefact.mergeInto(model);
      byte[] graph = ClsGraphPruner.of(model, LAST_LAYER);
      return new AnswerReader(
          OrtEnvironment.getEnvironment().createSession(graph, options), artefact);
    } catch (OrtException e) {
      throw new IllegalStateException("the reader cannot be loaded", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON: from what the reader was made, and its figures. */
  public String header() {
    return artefact.header();
  }

  /** One probability a passage, in order; for texts without a policy around them. */
  public float[] score(String question, List<String> passages) {
    List<Reading> readings = read(question, passages.stream().map(ReaderPassage::of).toList());
    float[] scores = new float[readings.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = readings.get(i).probability();
    }
    return scores;
  }

  /** One reading a passage, in order; more than {@link #MAX_WINDOWS} are read in several runs. */
  public List<Reading> read(String question, List<ReaderPassage> passages) {
    List<Reading> readings = new ArrayList<>();
    for (int from = 0; from < passages.size(); from += MAX_WINDOWS) {
      List<ReaderTokens.Pair> pairs =
          passages.subList(from, Math.min(passages.size(), from + MAX_WINDOWS)).stream()
              .map(passage -> tokens.pair(question, passage))
              .toList();
      float[] values = values(pairs);
      float[] calibration = artefact.vectors().get(CALIBRATION);
      for (int i = 0; i < values.length; i++) {
        double odds = calibration[0] * values[i] + calibration[1];
        ReaderTokens.Pair pair = pairs.get(i);
        readings.add(new Reading((float) (1 / (1 + Math.exp(-odds))), pair.start(), pair.end()));
      }
    }
    return readings;
  }

  /**
   * The head's value of each pair, before calibration. Short and long ones are computed apart where
   * that saves enough of what fills the short ones up to the longest.
   */
  public float[] values(List<ReaderTokens.Pair> pairs) {
    List<Integer> order =
        IntStream.range(0, pairs.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> pairs.get(i).ids().length))
            .toList();
    int cut = cut(order.stream().mapToInt(i -> pairs.get(i).ids().length).toArray());
    float[] values = new float[pairs.size()];
    for (List<Integer> batch : List.of(order.subList(0, cut), order.subList(cut, order.size()))) {
      float[] computed =
          batch.isEmpty() ? new float[0] : computed(batch.stream().map(pairs::get).toList());
      for (int i = 0; i < computed.length; i++) {
        values[batch.get(i)] = computed[i];
      }
    }
    return values;
  }

  /**
   * How many of the shortest are computed apart; 0 for none.
   *
   * @param lengths ascending
   */
  static int cut(int[] lengths) {
    int count = lengths.length;
    if (count == 0) {
      return 0;
    }
    int together = count * lengths[count - 1];
    int best = 0;
    double least = together * (1 - WORTH_A_RUN);
    for (int cut = 1; cut < count; cut++) {
      int apart = cut * lengths[cut - 1] + (count - cut) * lengths[count - 1];
      if (apart < least) {
        least = apart;
        best = cut;
      }
    }
    return best;
  }

  private float[] computed(List<ReaderTokens.Pair> pairs) {
    int width = pairs.stream().mapToInt(pair -> pair.ids().length).max().orElse(0);
    LongBuffer ids = LongBuffer.allocate(pairs.size() * width);
    LongBuffer mask = LongBuffer.allocate(pairs.size() * width);
    LongBuffer types = LongBuffer.allocate(pairs.size() * width);
    for (int r = 0; r < pairs.size(); r++) {
      ReaderTokens.Pair pair = pairs.get(r);
      for (int i = 0; i < pair.ids().length; i++) {
        ids.put(r * width + i, pair.ids()[i]);
        mask.put(r * width + i, 1);
        types.put(r * width + i, i < pair.textFrom() ? 0 : 1);
      }
    }
    long[] shape = {pairs.size(), width};
    // Results come in the order in which the set gives the names.
    Set<String> outputs = new LinkedHashSet<>(session.getOutputNames());
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
        OnnxTensor typeTensor = OnnxTensor.createTensor(environment, types, shape);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor),
                outputs)) {
      float[][][] first = (float[][][]) result.get(0).getValue();
      float[][][] all = (float[][][]) result.get(1).getValue();
      float[] values = new float[pairs.size()];
      for (int r = 0; r < values.length; r++) {
        values[r] = head.value(pairs.get(r), first[r][0], all[r]);
      }
      return values;
    } catch (OrtException e) {
      throw new IllegalStateException("the reader failed on " + pairs.size() + " passages", e);
    }
  }

  @Override
  public void close() {
    try {
      tokens.close();
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the reader's session cannot be closed", e);
    }
  }
}
