package cn.zhitong.bench.ingest;

import cn.zhitong.common.embedding.BgeEmbeddingModel;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Passages a second against LangChain4j's encoder of the same model, in the same run: the two take
 * turns, and each figure is the median of the rounds.
 */
@Command(
    name = "embed",
    description = "Embedding speed beside LangChain4j's encoder of the same model.",
    mixinStandardHelpOptions = true)
public final class EmbedBench implements Callable<Integer> {
  private static final int CALLERS = 4;
  private static final int QUESTIONS = 150;
  private static final int QUESTION_CHARACTERS = 20;
  private static final int THREADS = 2;

  /** Characters a text, and how many texts a round: about a second's work each. */
  private static final Map<Integer, Integer> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put(30, 160);
    TEXTS.put(128, 48);
    TEXTS.put(300, 20);
  }

  @Option(names = "--rounds", description = "Turns each takes; the median counts (default 5).")
  int rounds = 5;

  @Option(names = "--questions", description = "Measure only a question's time beside an ingest.")
  boolean questionsOnly;

  @Option(names = "--out", description = "Folder for embed.json.")
  Path out;

  private final Report report = new Report("embed");
  private EmbeddingModel ours;
  private EmbeddingModel theirs;

  /** A way to embed a list of texts. */
  private interface Way {
    void embed(EmbeddingModel model, List<String> texts) throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    SyntheticTexts synthetic = SyntheticTexts.ofDemo(7);
    theirs = new BgeSmallZhV15EmbeddingModel();
    try (BgeEmbeddingModel own = BgeEmbeddingModel.fp32()) {
      ours = own;
      for (int characters : questionsOnly ? List.<Integer>of() : TEXTS.keySet()) {
        List<String> texts = synthetic.texts(TEXTS.get(characters), characters);
        report.put("cosineToLangChain4j:min@" + characters, leastCosine(texts));
        compare("alone@" + characters, texts, EmbedBench::atOnce);
        compare("callers4@" + characters, texts, EmbedBench::concurrently);
        try (BusyProcess busy = BusyProcess.start()) {
          Thread.sleep(500);
          compare("besideBusyProcess@" + characters, texts, EmbedBench::atOnce);
        }
      }
      questionsBesideIngest("ours", ours, synthetic);
      questionsBesideIngest("langchain4j", theirs, synthetic);
      if (!questionsOnly) {
        products(own, synthetic);
        int8(own, synthetic);
      }
    }
    report.write(out);
    return 0;
  }

  private void compare(String name, List<String> texts, Way way) throws Exception {
    double[] own = new double[rounds];
    double[] peer = new double[rounds];
    way.embed(ours, texts.subList(0, texts.size() / 4));
    way.embed(theirs, texts.subList(0, texts.size() / 4));
    for (int round = 0; round < rounds; round++) {
      own[round] = perSecond(ours, texts, way);
      peer[round] = perSecond(theirs, texts, way);
    }
    report.put(name + ":ours", Report.median(own));
    report.put(name + ":langchain4j", Report.median(peer));
    report.put(name + ":ratio", Report.median(own) / Report.median(peer));
  }

  private static double perSecond(EmbeddingModel model, List<String> texts, Way way)
      throws Exception {
    long begin = System.nanoTime();
    way.embed(model, texts);
    return texts.size() / ((System.nanoTime() - begin) / 1e9);
  }

  private static void atOnce(EmbeddingModel model, List<String> texts) {
    model.embedAll(texts.stream().map(TextSegment::from).toList());
  }

  private static void concurrently(EmbeddingModel model, List<String> texts) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int from = texts.size() * caller / CALLERS;
        int to = texts.size() * (caller + 1) / CALLERS;
        parts.add(pool.submit(() -> atOnce(model, texts.subList(from, to))));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private double leastCosine(List<String> texts) {
    List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
    return leastCosine(
        vectors(ours.embedAll(segments).content()), vectors(theirs.embedAll(segments).content()));
  }

  private static List<float[]> vectors(List<Embedding> embeddings) {
    return embeddings.stream().map(Embedding::vector).toList();
  }

  private static double leastCosine(List<float[]> left, List<float[]> right) {
    double least = 1;
    for (int i = 0; i < left.size(); i++) {
      least = Math.min(least, cosine(left.get(i), right.get(i)));
    }
    return least;
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      left += a[i] * a[i];
      right += b[i] * b[i];
    }
    return dot / Math.sqrt(left * right);
  }

  /** How long a question's vector takes while another thread embeds passages without a pause. */
  private void questionsBesideIngest(String name, EmbeddingModel model, SyntheticTexts synthetic)
      throws Exception {
    List<String> passages = synthetic.texts(64, 300);
    List<String> questions = synthetic.texts(QUESTIONS + 10, QUESTION_CHARACTERS);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger embedded = new AtomicInteger();
    long started = System.nanoTime();
    Thread ingest =
        new Thread(
            () -> {
              while (!stop.get()) {
                atOnce(model, passages.subList(0, 8));
                embedded.addAndGet(8);
              }
            });
    ingest.start();
    double[] millis = new double[QUESTIONS];
    for (int i = 0; i < questions.size(); i++) {
      long begin = System.nanoTime();
      ask(model, questions.get(i));
      if (i >= 10) {
        millis[i - 10] = (System.nanoTime() - begin) / 1e6;
      }
      Thread.sleep(20);
    }
    stop.set(true);
    ingest.join();
    double seconds = (System.nanoTime() - started) / 1e9;
    report.put("questionBesideIngest:passagesPerSecond:" + name, embedded.get() / seconds);
    report.put("questionBesideIngestMillis:p50:" + name, Report.percentile(millis, .5));
    report.put("questionBesideIngestMillis:p95:" + name, Report.percentile(millis, .95));
  }

  /** Ours as search does it: with its characters' states. */
  private static void ask(EmbeddingModel model, String question) {
    if (model instanceof BgeEmbeddingModel own) {
      own.read(question);
    } else {
      model.embed(question);
    }
  }

  private void products(BgeEmbeddingModel own, SyntheticTexts synthetic) throws Exception {
    List<String> texts = synthetic.texts(20, 300);
    double flops =
        texts.stream().mapToDouble(t -> MatrixProducts.flopsOfEncoder(own.tokens(t))).sum();
    try (MatrixProducts products = new MatrixProducts(THREADS)) {
      double plain = 0;
      double model = 0;
      products.best(1024, 2);
      for (int round = 0; round < rounds; round++) {
        plain = Math.max(plain, products.best(1024, 4));
        long begin = System.nanoTime();
        own.embedTexts(texts);
        model = Math.max(model, flops / ((System.nanoTime() - begin) / 1e9) / 1e9);
      }
      report.put("gflops:plainProducts", plain);
      report.put("gflops:encoder", model);
      report.put("gflops:share", model / plain);
    }
  }

  private void int8(BgeEmbeddingModel fp32, SyntheticTexts synthetic) throws Exception {
    List<String> texts = synthetic.texts(40, 300);
    try (BgeEmbeddingModel int8 = BgeEmbeddingModel.load("bge-small-zh-v1.5-q.onnx", THREADS)) {
      List<float[]> exact = fp32.embedTexts(texts);
      List<float[]> coarse = int8.embedTexts(texts);
      double sum = 0;
      for (int i = 0; i < exact.size(); i++) {
        sum += cosine(exact.get(i), coarse.get(i));
      }
      double[] fast = new double[rounds];
      double[] full = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        fast[round] = perSecond(int8, texts, EmbedBench::atOnce);
        full[round] = perSecond(fp32, texts, EmbedBench::atOnce);
      }
      report.put("int8@300:perSecond", Report.median(fast));
      report.put("int8@300:gain", Report.median(fast) / Report.median(full));
      report.put("int8@300:cosineToFp32:mean", sum / exact.size());
      report.put("int8@300:cosineToFp32:min", leastCosine(exact, coarse));
    }
  }
}
