package cn.zhitong.training.data;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.json.StandardJson;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./zhitong train candidates}: the passages that search finds for questions, for somebody to
 * judge which of them answer. One JSON line a question.
 */
@Command(name = "candidates", description = "为每个问题列出检索到的条款，供人判断是否回答")
public final class CandidatesCommand implements Callable<Integer> {
  @Option(names = "--questions", required = true, description = "问题文件（*.jsonl）所在文件夹")
  private Path questions;

  @Option(names = "--policies", required = true, arity = "1..*", description = "政策文件")
  private List<Path> policies;

  @Option(names = "--count", description = "每个问题几段；默认 ${DEFAULT-VALUE}")
  private int count = 6;

  @Option(names = "--without-own", description = "不列问题所指的政策（也不列同名的其他版本），好比库里没有它")
  private boolean withoutOwn;

  @Option(names = "--out", required = true, description = "写出的文件（JSON Lines）")
  private Path out;

  @Override
  public Integer call() throws Exception {
    List<LabelledQuestion> asked = QuestionFiles.read(questions);
    PolicyLibrary library = PolicyLibrary.read(policies);
    try (CachedEmbedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load());
        HybridSearch search = new HybridSearch(library.passages(), embedder);
        BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (LabelledQuestion question : asked) {
        List<Map<String, Object>> passages = new ArrayList<>();
        for (LibraryPassage passage : found(search, question)) {
          passages.add(
              Map.of(
                  "doc", passage.doc(),
                  "start", passage.start(),
                  "end", passage.end(),
                  "title", passage.title(),
                  "headings", passage.headings(),
                  "text", passage.text()));
        }
        writer.write(
            StandardJson.MAPPER.writeValueAsString(
                Map.of("question", question.question(), "passages", passages)));
        writer.newLine();
      }
    }
    return 0;
  }

  private List<LibraryPassage> found(HybridSearch search, LabelledQuestion question) {
    // Enough is to be left where the own policy takes the first places.
    return search.search(question.question(), withoutOwn ? HybridSearch.MOST : count).stream()
        .map(HybridSearch.Found::passage)
        .filter(passage -> !withoutOwn || !isOwn(passage, question))
        .limit(count)
        .toList();
  }

  private static boolean isOwn(LibraryPassage passage, LabelledQuestion question) {
    return passage.doc().equals(question.doc()) || passage.title().equals(question.title());
  }
}
