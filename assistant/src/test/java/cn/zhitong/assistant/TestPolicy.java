package cn.zhitong.assistant;

import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.PolicyMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A policy that tests of the HTTP endpoints ask about; published twice it stays one. */
@ApplicationScoped
public class TestPolicy {
  private static final String TEXT =
      """
      望川市人民政府关于支持仓储物流企业的若干措施
      望政规〔2025〕77号

      一、仓储补贴。物流企业租用标准冷库的，按照每平方米每月8元的标准给予补贴，补贴期限不超过2年。

      二、申报方式。企业于每年3月向市商务局提出申请，市商务局在15个工作日内办结。

      本措施自2025年1月1日起施行。
      """;

  @Inject Ingest ingest;
  @Inject Retrieval retrieval;

  public void publish() throws Exception {
    Path folder = Files.createTempDirectory("policy");
    Path file = folder.resolve("望政规〔2025〕77号.txt");
    Files.writeString(file, TEXT);
    ingest.run(
        "questions",
        SourceFiles.under(List.of(folder)),
        PolicyMetadata.builder().build(),
        outcome -> {});
    retrieval.catchUp();
    Files.delete(file);
    Files.delete(folder);
  }
}
