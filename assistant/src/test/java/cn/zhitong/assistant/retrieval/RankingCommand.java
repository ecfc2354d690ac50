package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.RankingTraining.Dataset;
import cn.zhitong.assistant.retrieval.RankingTraining.Example;
import cn.zhitong.common.artefact.ArtefactFiles;
import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.CollectionSplit;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.TermWeightModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the query adapter and the term weights of ranking. */
@Command(name = "ranking", description = "检索排序：query-map.bin 与 term-weights.bin")
public final class RankingCommand implements Callable<Integer> {
  @Option(
      names = "--collection",
      required = true,
      arity = "1..*",
      paramLabel = "FOLDER:SPLIT",
      description = "BEIR 格式的文件夹和划分")
  private List<String> collections;

  @Option(names = "--out", required = true, description = "写到这个文件夹")
  private Path out;

  @Option(names = "--encoder", description = "向量模型的低秩增量；不给则用原来的模型")
  private Path encoder;

  @Option(names = "--cross-validate", description = "另做交叉验证（每个划分五折三次）")
  private boolean crossValidate;

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(out);
    try (BgeEmbedder model = model()) {
      Embedder embedder = CachedEmbedder.inUserCache(model);
      List<Dataset> sets = new ArrayList<>();
      List<Path> data = new ArrayList<>();
      for (String collection : collections) {
        CollectionSplit asked = CollectionSplit.of(collection);
        data.add(asked.folder());
        sets.add(
            RankingTraining.examples(
                new BeirCorpus(asked.folder(), asked.split(), embedder), model));
      }
      TermWeightModel weights = TermWeightLearner.learn(sets, RankingCommand::isTrained);
      QueryAdapter adapter =
          new QueryAdapter(QueryAdapterLearner.learn(sets, RankingCommand::isTrained));
      Map<String, Object> figures = figures(sets, adapter, weights);
      figures.forEach((name, value) -> System.out.println(name + ": " + value));
      Set<String> heldOut = heldOut(sets);
      int rows = (int) sets.stream().mapToLong(RankingCommand::rows).sum();
      Path map = out.resolve("query-map.bin");
      try (OutputStream file = Files.newOutputStream(map)) {
        adapter.write(embedder.modelId(), file);
      }
      Path readout = out.resolve("term-weights.bin");
      try (OutputStream file = Files.newOutputStream(readout)) {
        weights.write(embedder.modelId(), file);
      }
      for (Path artefact : List.of(map, readout)) {
        String what = artefact.getFileName().toString().replace(".bin", "");
        ArtefactFiles.write(
            artefact, header(what, embedder.modelId(), data, rows, figures), heldOut);
      }
      if (crossValidate) {
        RankingTraining.crossValidate(sets);
      }
    }
    return 0;
  }

  private BgeEmbedder model() throws IOException {
    return encoder == null ? BgeEmbedder.load() : BgeEmbedder.load(encoder);
  }

  private ArtefactHeader header(
      String what, String base, List<Path> data, int rows, Map<String, Object> figures)
      throws Exception {
    return new ArtefactHeader(
        what,
        base,
        ArtefactHeader.hashes(data),
        rows,
        0,
        Map.of("collections", collections.stream().map(RankingCommand::named).toList()),
        ArtefactHeader.commitOfProgram(),
        LocalDate.now(ZoneId.of("Asia/Shanghai")),
        figures);
  }

  private static String named(String collection) {
    return Path.of(collection).getFileName().toString();
  }

  /** A question is trained on when none of the documents that answer it is held out. */
  private static boolean isTrained(Dataset set, int i) {
    return part(set, i).filter(part -> part != HeldOut.TEST).isPresent();
  }

  /** Measured on when all are; one with both kinds is neither. */
  private static boolean isMeasured(Dataset set, int i) {
    return part(set, i).equals(Optional.of(HeldOut.TEST));
  }

  private static Optional<HeldOut> part(Dataset set, int i) {
    return HeldOut.ofAll(set.examples().get(i).query().judgements().keySet());
  }

  /** How many of its questions are trained on. */
  private static long rows(Dataset set) {
    return IntStream.range(0, set.examples().size()).filter(i -> isTrained(set, i)).count();
  }

  private static Set<String> heldOut(List<Dataset> sets) {
    Set<String> ids = new TreeSet<>();
    for (Dataset set : sets) {
      set.examples().stream()
          .flatMap(example -> example.query().judgements().keySet().stream())
          .filter(doc -> HeldOut.of(doc) == HeldOut.TEST)
          .forEach(ids::add);
    }
    return ids;
  }

  /** nDCG@10 on the held-out questions, without and with what was learned. */
  private static Map<String, Object> figures(
      List<Dataset> sets, QueryAdapter adapter, TermWeightModel weights) {
    Map<String, Object> figures = new TreeMap<>();
    for (Dataset set : sets) {
      double without = 0;
      double with = 0;
      int n = 0;
      for (int i = 0; i < set.examples().size(); i++) {
        if (isMeasured(set, i)) {
          Example example = set.examples().get(i);
          without += RankingTraining.ndcg(example, example.question(), example.words());
          with +=
              RankingTraining.ndcg(
                  example, adapter.apply(example.question()), example.words(weights));
          n++;
        }
      }
      figures.put(set.name() + " held-out questions", n);
      figures.put(set.name() + " ndcg@10 without", Math.round(1e4 * without / n) / 1e4);
      figures.put(set.name() + " ndcg@10 with", Math.round(1e4 * with / n) / 1e4);
    }
    return figures;
  }
}
