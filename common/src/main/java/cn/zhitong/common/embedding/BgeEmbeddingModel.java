package cn.zhitong.common.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * bge-small-zh-v1.5 behind LangChain4j's interface, on one ONNX Runtime session of our own:
 * LangChain4j's encoder takes one text at a time and runs two thread pools against each other,
 * which costs two thirds of its speed beside another busy process (13 to 4.7 passages a second,
 * measured).
 *
 * <p>Batches run one after another; single texts (questions) have places of their own, so that they
 * are computed beside an ingest's batch instead of after it.
 */
public final class BgeEmbeddingModel implements EmbeddingModel, AutoCloseable {
  /** Dimensions of bge-small-zh-v1.5. */
  public static final int DIMENSIONS = 512;

  private static final String FP32 = "bge-small-zh-v1.5.onnx";
  private static final String TOKENIZER = "bge-small-zh-v1.5-tokenizer.json";

  /**
   * Padded tokens a run: eight texts of 128 tokens. Larger runs are no faster on two cores, and a
   * question waits less for the processor beside small ones.
   */
  private static final int BATCH_TOKENS = 1024;

  /** As many questions at once as the machine can multiply for without slowing each other. */
  private static final int QUESTIONS_AT_ONCE = 2;

  private final OnnxEncoder encoder;
  private final Semaphore batches = new Semaphore(1, true);
  private final Semaphore questions = new Semaphore(QUESTIONS_AT_ONCE, true);

  private BgeEmbeddingModel(OnnxEncoder encoder) {
    this.encoder = encoder;
  }

  /** The fp32 model from the class path, on as many threads as there are processors, at most 2. */
  public static BgeEmbeddingModel fp32() {
    return load(FP32, defaultThreads());
  }

  /** The fp32 model with the adapter's changes merged into its weights. */
  public static BgeEmbeddingModel adapted(TrainedArtefact adapter) {
    return new BgeEmbeddingModel(OnnxEncoder.load(FP32, adapter, TOKENIZER, defaultThreads()));
  }

  /** Any of the model's forms, which all have the same tokens. */
  public static BgeEmbeddingModel load(String model, int threads) {
    return new BgeEmbeddingModel(OnnxEncoder.load(model, null, TOKENIZER, threads));
  }

  private static int defaultThreads() {
    return Math.min(2, Runtime.getRuntime().availableProcessors());
  }

  @Override
  public int dimension() {
    return DIMENSIONS;
  }

  @Override
  public String modelName() {
    return "bge-small-zh-v1.5";
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<float[]> vectors = embedTexts(segments.stream().map(TextSegment::text).toList());
    return Response.from(vectors.stream().map(Embedding::from).toList());
  }

  @Override
  public Response<Embedding> embed(String text) {
    return Response.from(Embedding.from(embedOne(text)));
  }

  /** How many tokens the model reads of a text, [CLS] and [SEP] included. */
  public int tokens(String text) {
    return encoder.tokenize(text).length;
  }

  /** One text at once, beside whatever batches are under way. */
  float[] embedOne(String text) {
    return within(questions, () -> encoder.encode(List.of(encoder.tokenize(text)))[0]);
  }

  /** Reads a question at once: its vector and its characters' states. */
  public EncodedQuery read(String question) {
    OnnxEncoder.Tokens tokens = encoder.tokens(question);
    OnnxEncoder.Encoded encoded =
        within(questions, () -> encoder.encodeWithStates(List.of(tokens.ids())));
    return new EncodedQuery(
        encoded.vectors()[0], TokenHiddenStates.of(question, tokens.spans(), encoded.states()));
  }

  /** One unit vector a text, in order. */
  public List<float[]> embedTexts(List<String> texts) {
    long[][] tokens = texts.stream().map(encoder::tokenize).toArray(long[][]::new);
    List<Integer> byLength =
        IntStream.range(0, tokens.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> tokens[i].length))
            .toList();
    float[][] vectors = new float[tokens.length][];
    int from = 0;
    while (from < byLength.size()) {
      int to = batchEnd(byLength, from, tokens);
      List<Integer> batch = byLength.subList(from, to);
      List<long[]> rows = batch.stream().map(i -> tokens[i]).toList();
      float[][] encoded = within(batches, () -> encoder.encode(rows));
      for (int i = 0; i < encoded.length; i++) {
        vectors[batch.get(i)] = encoded[i];
      }
      from = to;
    }
    return new ArrayList<>(List.of(vectors));
  }

  private static int batchEnd(List<Integer> byLength, int from, long[][] tokens) {
    int to = from + 1;
    while (to < byLength.size()
        && tokens[byLength.get(to)].length * (to + 1 - from) <= BATCH_TOKENS) {
      to++;
    }
    return to;
  }

  private interface Run<T> {
    T run();
  }

  private static <T> T within(Semaphore places, Run<T> run) {
    places.acquireUninterruptibly();
    try {
      return run.run();
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    encoder.close();
  }
}
