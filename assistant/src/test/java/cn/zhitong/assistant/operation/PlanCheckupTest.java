package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.jdbc.PlannedQuery.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCheckupTest {
  private static final String INDEX = "passage_embedding_hnsw";

  private static Finding nearest(List<String> plan) {
    return PlanCheckup.finding("向量检索", Reach.NEAREST, List.of(plan), INDEX);
  }

  private static Finding chosen(List<String> plan) {
    return PlanCheckup.finding("检索结果", Reach.CHOSEN, List.of(plan), INDEX);
  }

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
            "              ->  Limit",
            "                    ->  Index Scan using passage_embedding_hnsw_102014 on passage_102014",
            "        ->  Task",
            "              ->  Limit",
            "                    ->  Index Scan using passage_embedding_hnsw_102015 on passage_102015");

    assertThat(nearest(plan).line()).isEqualTo("[正常] 向量检索：2 片都用索引");
  }

  @Test
  void vectors_oneShardScanned_isAFault() {
    List<String> plan =
        List.of(
            "  ->  Custom Scan (Citus Adaptive)",
            "        Task Count: 2",
            "        ->  Task",
            "              ->  Limit",
            "                    ->  Index Scan using passage_embedding_hnsw_102014 on passage_102014",
            "        ->  Task",
            "              ->  Seq Scan on passage_102015");

    Finding finding = nearest(plan);

    assertThat(finding.isFault()).isTrue();
    assertThat(finding.text()).isEqualTo("2 片中只有 1 片用索引");
  }

  @Test
  void vectors_oneTableScanned_isAFault() {
    assertThat(nearest(List.of("Limit", "  ->  Seq Scan on passage")).isFault()).isTrue();
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

    assertThat(chosen(plan).isFault()).isTrue();
  }

  @Test
  void pushedDown_subplanOfOneShardByIndex_isGood() {
    List<String> plan =
        List.of(
            "Custom Scan (Citus Adaptive)",
            "  ->  Distributed Subplan 1_1",
            "        ->  Custom Scan (Citus Adaptive)",
            "              Task Count: 1",
            "              ->  Task",
            "                    ->  Index Scan using enterprise_pkey_102039 on enterprise_102039 e",
            "                          Index Cond: (credit_code = 'A'::text)",
            "  Task Count: 1",
            "  ->  Task",
            "        ->  Function Scan on read_intermediate_result intermediate_result");

    assertThat(chosen(plan).isFault()).isFalse();
  }

  @Test
  void pushedDown_subplanIsOver_isGood() {
    List<String> plan =
        List.of(
            "Append",
            "  ->  Distributed Subplan 1_1",
            "        ->  Result",
            "  ->  Custom Scan (Citus Adaptive)",
            "        Task Count: 8",
            "        ->  Task",
            "              ->  Index Scan using passage_pkey_102014 on passage_102014",
            "                    Index Cond: (id = ANY ('{}'::uuid[]))");

    assertThat(chosen(plan).line()).isEqualTo("[正常] 检索结果：8 个任务，都在工作节点上");
  }

  private static final List<String> WHOLE =
      List.of(
          "Custom Scan (Citus Adaptive)",
          "  Task Count: 8",
          "  ->  Task",
          "        ->  Seq Scan on enterprise_102030 enterprise");

  @Test
  void chosen_tasksSendWholeShards_isAFault() {
    assertThat(chosen(WHOLE).text()).isEqualTo("各片整张送到协调节点");
  }

  @Test
  void everything_tasksSendWholeShards_isGood() {
    assertThat(PlanCheckup.finding("所在地", Reach.EVERYTHING, List.of(WHOLE), INDEX).line())
        .isEqualTo("[正常] 所在地：8 个任务，都在工作节点上（本就要读全部）");
  }

  @Test
  void chosen_limitAboveTheTasksAlone_isAFault() {
    List<String> plan =
        List.of(
            "Limit",
            "  ->  Sort",
            "        ->  Custom Scan (Citus Adaptive)",
            "              Task Count: 8",
            "              ->  Task",
            "                    ->  Seq Scan on enterprise_102030 enterprise",
            "                          Filter: (name ~~* '%A%'::text)");

    assertThat(chosen(plan).text()).startsWith("上限没有下推");
  }

  @Test
  void chosen_secondStatementBad_isAFault() {
    List<String> good = List.of("Index Scan using enterprise_pkey on enterprise");

    assertThat(PlanCheckup.finding("条款", Reach.CHOSEN, List.of(good, WHOLE), INDEX).isFault())
        .isTrue();
  }
}
