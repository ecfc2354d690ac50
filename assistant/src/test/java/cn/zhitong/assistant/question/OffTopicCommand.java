package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.BigramEmbedder;
import cn.zhitong.common.artefact.ArtefactFiles;
import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the weights of {@link OffTopicModel} on questions' vectors. Floors are kept as they ship:
 * they are chosen by hand, on other questions.
 */
@Command(name = "off-topic", description = "问答：问题是否与企业经营无关（off-topic.json）")
public final class OffTopicCommand implements Callable<Integer> {
  private static final String NAME = "off-topic";

  private static final long SEED = 7;
  private static final double HIGH = .7;

  @Option(
      names = "--off-topic",
      required = true,
      paramLabel = "FILE",
      description = "与企业无关的问题，一行一问")
  private Path offTopic;

  @Option(
      names = "--on-topic",
      required = true,
      paramLabel = "FILE",
      description = "企业的短问题，听来像是与企业无关的，一行一问")
  private Path onTopic;

  @Option(
      names = "--questions",
      required = true,
      paramLabel = "DIR",
      description = "写成的问题，格式见 training/data/README.md，都与企业有关")
  private Path questions;

  @Option(
      names = "--written",
      defaultValue = "1200",
      description = "从写成的问题中随机取这么多（默认 ${DEFAULT-VALUE}）")
  private int written;

  @Option(
      names = "--penalty",
      defaultValue = "0.3",
      description = "L2 惩罚（默认 ${DEFAULT-VALUE}，留出部分的数字与随附的最接近）")
  private double penalty;

  @Option(names = "--encoder", description = "向量模型的低秩增量；不给则用原来的模型")
  private Path encoder;

  @Option(names = "--quick", description = "不用向量模型，以二字组代替")
  private boolean quick;

  @Option(names = "--out", required = true, description = "写到这个文件")
  private Path out;

  /** Where a question is from; each is measured by itself. */
  private enum Source {
    OFF_TOPIC("off-topic questions"),
    ON_TOPIC("short ones of enterprises"),
    WRITTEN("written questions");

    private final String label;

    Source(String label) {
      this.label = label;
    }
  }

  /**
   * @param id by which it is split: of a written question its document, else its own text
   */
  private record Example(Source source, String id, String text) {}

  @Override
  public Integer call() throws Exception {
    List<Example> examples = new ArrayList<>();
    lines(offTopic, Source.OFF_TOPIC, examples);
    lines(onTopic, Source.ON_TOPIC, examples);
    List<WrittenQuestion> drawn = new ArrayList<>(WrittenQuestion.read(questions));
    Collections.shuffle(drawn, new Random(SEED));
    drawn.stream()
        .limit(written)
        .map(question -> new Example(Source.WRITTEN, question.doc(), question.text()))
        .forEach(examples::add);
    if (quick) {
      return train(examples, new BigramEmbedder());
    }
    try (BgeEmbedder model = encoder == null ? BgeEmbedder.load() : BgeEmbedder.load(encoder)) {
      return train(examples, CachedEmbedder.inUserCache(model));
    }
  }

  private static void lines(Path file, Source source, List<Example> to) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        to.add(new Example(source, line.strip(), line.strip()));
      }
    }
  }

  private int train(List<Example> examples, Embedder embedder) throws IOException {
    List<double[]> trained = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    Map<Source, List<double[]>> measured = new EnumMap<>(Source.class);
    TreeSet<String> heldOut = new TreeSet<>();
    for (Example example : examples) {
      double[] vector = OffTopicModel.features(embedder, example.text());
      if (HeldOut.of(example.id()) == HeldOut.TEST) {
        measured.computeIfAbsent(example.source(), s -> new ArrayList<>()).add(vector);
        heldOut.add(example.id());
      } else {
        trained.add(vector);
        labels.add(example.source() == Source.OFF_TOPIC);
      }
    }
    if (!labels.contains(true) || !labels.contains(false) || measured.isEmpty()) {
      System.err.println("问题太少：与企业有关的、无关的都要有，训练和留出的都要有");
      return 1;
    }
    double[] weights = Logistic.fit(trained, labels, penalty);
    ObjectNode artefact = artefact(weights);
    Map<String, Object> figures = figures(weights, measured, artefact);
    figures.forEach((name, value) -> System.out.println(name + ": " + value));
    Files.writeString(
        out,
        StandardJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(artefact) + "\n");
    ArtefactHeader header =
        new ArtefactHeader(
            NAME,
            embedder.modelId(),
            ArtefactHeader.hashes(List.of(offTopic, onTopic, questions)),
            trained.size(),
            SEED,
            Map.of("penalty", penalty, "written", written, "quick", quick),
            ArtefactHeader.commitOfProgram(),
            LocalDate.now(ZoneId.of("Asia/Shanghai")),
            figures);
    ArtefactFiles.write(out, header, heldOut);
    return 0;
  }

  /** What share of each source the floors, and a high one, would refuse. */
  private static Map<String, Object> figures(
      double[] weights, Map<Source, List<double[]>> measured, ObjectNode artefact) {
    Map<String, Object> figures = new TreeMap<>();
    measured.forEach(
        (source, vectors) -> {
          figures.put(source.label, vectors.size());
          for (double floor :
              new double[] {
                artefact.path("floors").path("likely").asDouble(),
                artefact.path("floors").path("sure").asDouble(),
                HIGH
              }) {
            long above =
                vectors.stream()
                    .filter(v -> OffTopicModel.probability(weights, v) >= floor)
                    .count();
            figures.put(
                source.label + ", share refused at " + floor,
                Math.round(1e3 * above / vectors.size()) / 1e3);
          }
        });
    return figures;
  }

  /** In the form of the shipped one, with its floors. */
  private static ObjectNode artefact(double[] weights) throws IOException {
    ObjectNode artefact = StandardJson.MAPPER.createObjectNode();
    artefact.put("artefact", NAME);
    artefact.put("version", 1);
    try (InputStream in = OffTopicModel.class.getResourceAsStream("off-topic.json")) {
      artefact.set("floors", StandardJson.MAPPER.readTree(in).path("floors"));
    }
    artefact.put("constant", rounded(weights[weights.length - 1]));
    ArrayNode values = artefact.putArray("weights");
    for (int i = 0; i < weights.length - 1; i++) {
      values.add(rounded(weights[i]));
    }
    return artefact;
  }

  private static double rounded(double weight) {
    return Math.round(1e3 * weight) / 1e3;
  }
}
