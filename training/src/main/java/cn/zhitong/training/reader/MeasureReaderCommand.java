package cn.zhitong.training.reader;

import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.training.data.HybridSearch;
import cn.zhitong.training.data.NaturalQuestion;
import cn.zhitong.training.data.PolicyLibrary;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./zhitong train measure-reader}: a reader's figures on questions of another origin. */
@Command(name = "measure-reader", description = "在另一组问题上测量阅读模型")
public final class MeasureReaderCommand implements Callable<Integer> {
  @Option(names = "--reader", description = "模型文件；默认为随程序发布的")
  private Path file;

  @Option(names = "--questions", required = true, description = "问题文件（eval questions 的形式）")
  private Path questions;

  @Option(names = "--policies", required = true, description = "每个语料一个：语料名=路径")
  private Map<String, Path> policies;

  @Option(names = "--out", description = "每题的打分写到这里")
  private Path out;

  @Override
  public Integer call() throws Exception {
    ObjectMapper json = StandardJson.MAPPER;
    List<NaturalQuestion> asked = NaturalQuestion.read(questions);
    Map<String, Object> figures = new LinkedHashMap<>();
    NaturalFigures all = new NaturalFigures();
    try (AnswerReader reader = reader();
        CachedEmbedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load())) {
      for (Map.Entry<String, Path> corpus : policies.entrySet()) {
        PolicyLibrary library = PolicyLibrary.read(List.of(corpus.getValue()));
        NaturalFigures own = new NaturalFigures();
        try (HybridSearch search = new HybridSearch(library.passages(), embedder)) {
          asked.stream()
              .filter(question -> question.corpus().equals(corpus.getKey()))
              .forEach(question -> own.read(question, search, reader));
        }
        all.rows().addAll(own.rows());
        figures.put(corpus.getKey(), own.figures());
      }
    }
    System.out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    if (out != null) {
      try (BufferedWriter writer = Files.newBufferedWriter(out)) {
        for (NaturalFigures.Row row : all.rows()) {
          writer.write(json.writeValueAsString(row));
          writer.newLine();
        }
      }
    }
    return 0;
  }

  private AnswerReader reader() throws Exception {
    if (file == null) {
      return AnswerReader.load();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return AnswerReader.of(TrainedArtefact.read(in), 2);
    }
  }
}
