package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.AnswerabilityExamples.Asked;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.artefact.ArtefactFiles;
import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.CollectionSplit;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.eval.dataset.BeirFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the weights of {@link AnswerabilityModel}: those of the words on documents that train,
 * those of the reader on documents that neither was trained on. Floors are kept as they ship: they
 * are chosen by hand, on other questions.
 */
@Command(name = "answerability", description = "问答：片段是否回答了问题（answerability.json）")
public final class AnswerabilityCommand implements Callable<Integer> {
  private static final double PENALTY = 3;
  private static final long SEED = 7;

  @Option(
      names = "--questions",
      required = true,
      paramLabel = "DIR",
      description = "写成的问题，格式见 training/data/README.md")
  private Path questions;

  @Option(
      names = "--off-topic",
      required = true,
      paramLabel = "FILE",
      description = "与企业无关的问题，一行一问")
  private Path offTopic;

  @Option(
      names = "--policies",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "问题所涉的政策文件")
  private List<Path> policies;

  @Option(
      names = "--collection",
      arity = "1..*",
      paramLabel = "FOLDER:SPLIT",
      description = "BEIR 格式的文件夹和划分：所指文件都不在留出部分的问题也用于训练，无答案的问题亦然")
  private List<String> collections = List.of();

  @Option(names = "--encoder", description = "向量模型的低秩增量；不给则用原来的模型")
  private Path encoder;

  @Option(names = "--most", defaultValue = "1800", description = "随机取这么多问题（默认 ${DEFAULT-VALUE}）")
  private int most;

  @Option(names = "--out", required = true, description = "写到这个文件")
  private Path out;

  @Override
  public Integer call() throws Exception {
    List<WrittenQuestion> order = new ArrayList<>(WrittenQuestion.read(questions));
    Collections.shuffle(order, new Random(SEED));
    order = order.subList(0, Math.min(most, order.size()));
    try (BgeEmbedder model = model();
        AnswerReader reader = AnswerReader.load();
        QuestionedLibrary library = library(policies, model)) {
      AnswerabilityExamples trained = new AnswerabilityExamples(library);
      AnswerabilityExamples calibrated = new AnswerabilityExamples(library);
      AnswerabilityExamples measured = new AnswerabilityExamples(library);
      List<String> heldOut = new ArrayList<>();
      for (WrittenQuestion question : order) {
        switch (HeldOut.of(question.doc())) {
          case TRAINED -> trained.add(question);
          case CALIBRATION -> calibrated.add(question);
          case TEST -> {
            measured.add(question);
            heldOut.add(question.doc());
          }
        }
      }
      for (String line : Files.readAllLines(offTopic)) {
        if (!line.isBlank()) {
          trained.addUnanswered(line);
        }
      }
      for (String collection : collections) {
        addCollection(collection, model, trained, calibrated, measured, heldOut);
      }
      fit(model.modelId(), trained, calibrated, measured, heldOut, reader);
    }
    return 0;
  }

  private static QuestionedLibrary library(List<Path> files, BgeEmbedder model) throws Exception {
    return new QuestionedLibrary(files, CachedEmbedder.inUserCache(model), Clock.systemUTC());
  }

  private static void addCollection(
      String collection,
      BgeEmbedder model,
      AnswerabilityExamples trained,
      AnswerabilityExamples calibrated,
      AnswerabilityExamples measured,
      List<String> heldOut)
      throws Exception {
    CollectionSplit asked = CollectionSplit.of(collection);
    BeirFolder set = BeirFolder.read(asked.folder(), asked.split());
    try (QuestionedLibrary library = library(List.of(set.corpus()), model)) {
      Map<HeldOut, AnswerabilityExamples> own = new EnumMap<>(HeldOut.class);
      for (HeldOut part : HeldOut.values()) {
        own.put(part, new AnswerabilityExamples(library));
      }
      for (BeirFolder.Query query : set.queries()) {
        HeldOut.ofAll(query.judgements().keySet())
            .ifPresent(part -> own.get(part).addCollected(query));
      }
      set.unanswerable().forEach(query -> own.get(HeldOut.of(query.id())).addCollected(query));
      trained.addAll(own.get(HeldOut.TRAINED));
      calibrated.addAll(own.get(HeldOut.CALIBRATION));
      measured.addAll(own.get(HeldOut.TEST));
      set.queries().stream()
          .flatMap(query -> query.judgements().keySet().stream())
          .filter(doc -> HeldOut.of(doc) == HeldOut.TEST)
          .distinct()
          .forEach(heldOut::add);
    }
  }

  private BgeEmbedder model() throws IOException {
    return encoder == null ? BgeEmbedder.load() : BgeEmbedder.load(encoder);
  }

  private void fit(
      String base,
      AnswerabilityExamples trained,
      AnswerabilityExamples calibrated,
      AnswerabilityExamples measured,
      List<String> heldOut,
      AnswerReader reader)
      throws IOException {
    double[] answers = Logistic.fit(trained.pairs, trained.answers, trained.weights, PENALTY);
    List<double[]> best =
        trained.asked.stream().map(one -> one.rows()[likeliest(answers, one)]).toList();
    List<Boolean> answered = trained.asked.stream().map(Asked::answered).toList();
    double[] related = Logistic.fit(best, answered, PENALTY);
    PassageReader passages = new EncoderPassageReader(reader, 1);
    ReadExamples known = ReadExamples.of(calibrated.asked, answers, related, passages);
    ReadExamples unseen = ReadExamples.of(measured.asked, answers, related, passages);
    double[] read = Logistic.fit(known.pairs(), known.answers(), PENALTY);
    double[] relatedRead = Logistic.fit(known.questions(), known.answered(), PENALTY);

    Map<String, Object> figures = new TreeMap<>();
    figures.put("passage answers, words, area under the curve", unseen.curve(new double[] {1, 0}));
    figures.put("passage answers, reader, area under the curve", unseen.curve(new double[] {0, 1}));
    figures.put("passage answers, both, area under the curve", unseen.curve(read));
    figures.put("questions", unseen.answered().size());
    figures.forEach((name, value) -> System.out.println(name + ": " + value));
    ObjectNode artefact = shipped();
    artefact.set("answers", NamedWeights.json(answers, PassageFeatures.NAMES));
    artefact.set("related", NamedWeights.json(related, PassageFeatures.NAMES));
    artefact.set("read", NamedWeights.json(read, AnswerabilityWeights.READ));
    artefact.set("relatedRead", NamedWeights.json(relatedRead, AnswerabilityWeights.RELATED_READ));
    Files.writeString(
        out,
        StandardJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(artefact) + "\n");
    List<Path> data = new ArrayList<>(policies);
    data.add(questions);
    data.add(offTopic);
    collections.forEach(one -> data.add(CollectionSplit.of(one).folder()));
    ArtefactHeader header =
        new ArtefactHeader(
            "answerability",
            base,
            ArtefactHeader.hashes(data),
            trained.pairs.size(),
            SEED,
            Map.of("penalty", PENALTY, "most", most),
            ArtefactHeader.commitOfProgram(),
            LocalDate.now(ZoneId.of("Asia/Shanghai")),
            figures);
    ArtefactFiles.write(out, header, heldOut);
  }

  private static int likeliest(double[] answers, Asked asked) {
    return IntStream.range(0, asked.rows().length)
        .boxed()
        .max(Comparator.comparingDouble(i -> SentenceScorer.logOdds(answers, asked.rows()[i])))
        .orElseThrow();
  }

  /** Its floors, and whatever else stands in it, stay. */
  private static ObjectNode shipped() throws IOException {
    try (InputStream in = AnswerabilityWeights.class.getResourceAsStream("answerability.json")) {
      JsonNode json = StandardJson.MAPPER.readTree(in);
      return (ObjectNode) json;
    }
  }

  /**
   * What the reader says of the likeliest passages.
   *
   * @param pairs log-odds of the words and of the reader
   * @param questions log-odds that something is on the matter, that the likeliest passage answers,
   *     and the reader's highest
   */
  private record ReadExamples(
      List<double[]> pairs,
      List<Boolean> answers,
      List<double[]> questions,
      List<Boolean> answered) {
    static ReadExamples of(
        List<Asked> asked, double[] answers, double[] related, PassageReader reader) {
      ReadExamples examples =
          new ReadExamples(
              new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (Asked one : asked) {
        List<Integer> order =
            IntStream.range(0, one.rows().length)
                .boxed()
                .sorted(
                    Comparator.comparingDouble(
                        i -> -SentenceScorer.logOdds(answers, one.rows()[i])))
                .limit(AnswerabilityModel.WINDOWS)
                .toList();
        List<Hit> hits = order.stream().map(one.hits()::get).toList();
        float[] scores = reader.score(one.question().text(), hits).orElseThrow();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
          double words = SentenceScorer.logOdds(answers, one.rows()[order.get(i)]);
          examples.pairs.add(new double[] {words, scores[i]});
          examples.answers.add(one.right()[order.get(i)]);
          highest = Math.max(highest, scores[i]);
        }
        double[] first = one.rows()[order.get(0)];
        examples.questions.add(
            new double[] {
              SentenceScorer.logOdds(related, first),
              SentenceScorer.logOdds(answers, first),
              highest
            });
        examples.answered.add(one.answered());
      }
      return examples;
    }

    /** Area under the curve of the pairs by these weights. */
    double curve(double[] weights) {
      List<double[]> scored = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        double score = weights[0] * pairs.get(i)[0] + weights[1] * pairs.get(i)[1];
        scored.add(new double[] {score, answers.get(i) ? 1 : 0});
      }
      scored.sort(Comparator.comparingDouble(one -> one[0]));
      double positives = scored.stream().mapToDouble(one -> one[1]).sum();
      double ranks = 0;
      for (int i = 0; i < scored.size(); i++) {
        ranks += scored.get(i)[1] * (i + 1);
      }
      double pairsOfBoth = positives * (scored.size() - positives);
      double area = (ranks - positives * (positives + 1) / 2) / pairsOfBoth;
      return Math.round(1e3 * area) / 1e3;
    }
  }
}
