package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCheckupTest {
  private static final String INDEX = "passage_embedding_hnsw";

  @Test
  void vectors_allShardsByIndex_areGood() {
    List<String> plan =
        List.of(
            "Limit",
            "  ->  Custom Scan (Citus Adaptive)",
            "        ->  Distributed Subplan 1_1",
            "              ->  Result",
            "        Task Count: 2",
            "        ->  Task",
            "              ->  Index Scan using passage_embedding_hnsw_102014 on passage_102014",
            "        ->  Task",
            "              ->  Index Scan using passage_embedding_hnsw_102015 on passage_102015");

    assertThat(PlanCheckup.vectors(plan, INDEX).line()).isEqualTo("[正常] 向量检索：2 片都用索引");
  }

  @Test
  void vectors_oneShardScanned_isAFault() {
    List<String> plan =
        List.of(
            "  ->  Custom Scan (Citus Adaptive)",
            "        Task Count: 2",
            "        ->  Task",
            "              ->  Index Scan using passage_embedding_hnsw_102014 on passage_102014",
            "        ->  Task",
            "              ->  Seq Scan on passage_102015");

    Finding finding = PlanCheckup.vectors(plan, INDEX);

    assertThat(finding.isFault()).isTrue();
    assertThat(finding.text()).isEqualTo("2 片中只有 1 片用索引");
  }

  @Test
  void vectors_oneTableScanned_isAFault() {
    assertThat(PlanCheckup.vectors(List.of("Limit", "  ->  Seq Scan on passage"), INDEX).isFault())
        .isTrue();
  }

  @Test
  void vectors_noPlan_saysWhoSearches() {
    assertThat(PlanCheckup.vectors(List.of(), INDEX).text()).contains("Lucene");
  }

  @Test
  void pushedDown_subplanReadsShards_isAFault() {
    List<String> plan =
        List.of(
            "  ->  Custom Scan (Citus Adaptive)",
            "        ->  Distributed Subplan 1_1",
            "              ->  Custom Scan (Citus Adaptive)",
            "                    Task Count: 8",
            "        Task Count: 1");

    assertThat(PlanCheckup.pushedDown("检索结果", plan).isFault()).isTrue();
  }

  @Test
  void pushedDown_subplanIsOver_isGood() {
    List<String> plan =
        List.of(
            "Append",
            "  ->  Distributed Subplan 1_1",
            "        ->  Result",
            "  ->  Custom Scan (Citus Adaptive)",
            "        Task Count: 8");

    assertThat(PlanCheckup.pushedDown("检索结果", plan).line()).isEqualTo("[正常] 检索结果：8 个任务，都在工作节点上");
  }
}
