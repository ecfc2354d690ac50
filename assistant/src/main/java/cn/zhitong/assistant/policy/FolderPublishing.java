package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.runtime.PolicyFolder;
import cn.zhitong.assistant.runtime.WorkProgress;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestListener;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.IngestReport;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes in a folder at the start of the service, under the same identities as the command does. */
@ApplicationScoped
class FolderPublishing implements PolicyFolder {
  private static final Logger LOG = Logger.getLogger(FolderPublishing.class);
  private static final String SOURCE = "files";

  private final Ingest ingest;

  FolderPublishing(Ingest ingest) {
    this.ingest = ingest;
  }

  @Override
  public String ingest(Path folder, WorkProgress progress) {
    try {
      List<SourceFile> files = SourceFiles.under(List.of(folder));
      IngestReport report =
          ingest.run(
              SOURCE, files, PolicyMetadata.builder().build(), new Told(progress, files.size()));
      return "政策文件：" + report.summary() + (report.count(Result.FAILED) > 0 ? "，失败原因见日志" : "");
    } catch (IOException e) {
      return "政策文件夹 " + folder + " 无法读取，请检查 --policies 的路径和权限。";
    }
  }

  private static final class Told implements IngestListener {
    private final WorkProgress progress;
    private final int files;
    private int read;

    Told(WorkProgress progress, int files) {
      this.progress = progress;
      this.files = files;
    }

    @Override
    public void reading(SourceFile file) {
      progress.report("收录政策文件", ++read, files);
    }

    @Override
    public void settled(IngestOutcome outcome) {
      if (outcome.result() == Result.FAILED) {
        LOG.warnf("%s: %s", outcome.externalId(), outcome.reason());
      }
    }
  }
}
