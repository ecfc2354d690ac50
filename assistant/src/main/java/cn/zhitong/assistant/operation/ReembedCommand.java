package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.retrieval.Reembedding;
import cn.zhitong.common.embedding.EmbeddingModels;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DatabaseStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the library's vectors anew with this version's model, beside services that go on. */
@Command(
    name = "reembed",
    mixinStandardHelpOptions = true,
    description = {
      "用现在配置的向量模型重新生成政策库的向量。",
      "服务可以照常运行：全部生成、建好索引之前，检索一直用原来的向量；建索引时暂不能收录。",
      "中断后再次执行，从断点继续。几个节点的，先都用同样的配置重新启动。"
    },
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:已是现在的模型的向量", "1:没有完成，可再次执行"})
final class ReembedCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 ~/.zhitong")
  private Path data = DataFolder.defaultPath();

  @Option(names = "--dry-run", description = "只看要做多少，什么也不改")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  ReembedCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (OperatedDatabase database = OperatedDatabase.open(data, environment);
        EmbeddingModels models = EmbeddingModels.configured(environment)) {
      Reembedding work = new Reembedding(database.jdbc(), models);
      Reembedding.State state = work.state();
      if (state.isCurrent()) {
        out.println("政策库的向量已由现在的模型生成（" + state.newest() + "），没有要做的。");
        return 0;
      }
      out.printf(
          "政策库的向量由 %s 生成，将改用 %s：%d 个片段，已生成 %d 个。%n",
          state.model(), state.newest(), state.total(), state.done());
      if (dryRun) {
        out.println("演示：什么也没有改。");
        return 0;
      }
      work.run(new Printed(out));
      out.println("已改用新的向量。");
      return 0;
    } catch (DatabaseStartException | JdbcException | IllegalStateException e) {
      out.println("没有完成：" + e.getMessage() + " 检索仍用原来的向量；再次执行即从断点继续。");
      return 1;
    } finally {
      out.flush();
    }
  }

  private record Printed(PrintWriter out) implements Reembedding.Progress {
    @Override
    public void embedded(Reembedding.State state) {
      out.printf("已生成 %d / %d%n", state.done(), state.total());
      out.flush();
    }

    @Override
    public void indexing() {
      out.println("正在建索引……");
      out.flush();
    }
  }
}
