package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Slow: it starts a database to search in. */
class ComposerCommandTest {
  private static final List<String> BUILDINGS =
      List.of(
          "冷链仓库", "直播基地", "充电站场", "检测中心", "共享工厂", "展示大厅", "数据机房", "培训学校", "物流园区", "科创街区", "海外仓库",
          "公共码头");

  /** With what follows longer than any quotation, so that the answer has to be chosen. */
  private static final String BEFORE =
      "各有关部门要加强组织领导，把惠企措施落到实处。要做好宣传解读，通过园区服务站、商会和网站让更多企业知道。"
          + "要定期走访，听取意见，及时解决办理中的困难。各地可以结合实际制定实施细则，报上级主管部门备案后执行。";

  private static final String AFTER =
      "申报材料由所在地主管部门受理，逾期不再办理。主管部门组织专家评审，评审结果向社会公示不少于五个工作日。"
          + "对弄虚作假骗取资金的，追回已经拨付的资金，并按有关规定处理。"
          + "主管部门对资金的使用开展绩效评价，评价结果作为以后安排资金的依据。"
          + "本措施与其他同类政策不一致的，按照从高不重复的原则执行，同一企业每年只能享受一次。"
          + "所需资金由省和所在地财政按照六比四的比例共同负担，列入年度预算。";

  @TempDir private Path folder;
  @TempDir private Path made;

  @Test
  void call_collectionWithAnswers_writesNamedWeightsThatQuoteHeldOutAnswers() throws IOException {
    List<String> heldOut = collection();
    Path out = made.resolve("composer.json");

    int exit =
        new CommandLine(new ComposerCommand())
            .execute("--quick", "--collection", folder + ":dev", "--out", out.toString());

    assertThat(exit).isZero();
    JsonNode weights = StandardJson.tree(Files.readString(out)).path("weights");
    List<String> names = new ArrayList<>();
    weights.fieldNames().forEachRemaining(names::add);
    assertThat(names).hasSize(PieceFeature.NAMES.size() + 1).containsAll(PieceFeature.NAMES);
    assertThat(weights.path("coverage").asDouble()).isPositive();
    JsonNode header = StandardJson.tree(Files.readString(made.resolve("composer.header.json")));
    assertThat(header.path("rows").asInt()).isPositive();
    assertThat(header.path("figures").path("questions").asInt()).isEqualTo(heldOut.size());
    assertThat(header.path("figures").path("gold answer whole, these weights").asDouble())
        .isEqualTo(1);
    assertThat(header.path("figures").path("characters quoted (median), these weights").asInt())
        .isLessThan(100);
    assertThat(Files.readAllLines(made.resolve("composer.held-out.txt")))
        .containsExactlyInAnyOrderElementsOf(heldOut);
  }

  /** A policy and a question for each building; returns the ids that are held out. */
  private List<String> collection() throws IOException {
    List<String> corpus = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    List<String> qrels = new ArrayList<>(List.of("query-id\tcorpus-id\tscore"));
    List<String> heldOut = new ArrayList<>();
    for (int i = 0; i < BUILDINGS.size(); i++) {
      String doc = "policy-" + i;
      String query = "question-" + i;
      String building = BUILDINGS.get(i);
      String answer = "新建" + building + "的企业，最高补助" + (30 + 5 * i) + "万元。";
      String text = "关于" + building + "的若干措施\n" + BEFORE + answer + AFTER;
      corpus.add(
          StandardJson.write(Map.of("_id", doc, "title", "关于" + building + "的若干措施", "text", text)));
      queries.add(
          StandardJson.write(
              Map.of("_id", query, "text", "新建" + building + "最高补助多少？", "answer", answer)));
      qrels.add(query + "\t" + doc + "\t1");
      if (HeldOut.of(doc) == HeldOut.TEST) {
        heldOut.add(doc);
      }
    }
    Files.write(folder.resolve("corpus.jsonl"), corpus);
    Files.write(folder.resolve("queries.jsonl"), queries);
    Files.createDirectories(folder.resolve("qrels"));
    Files.write(folder.resolve("qrels/dev.tsv"), qrels);
    assertThat(heldOut).isNotEmpty().hasSizeLessThan(BUILDINGS.size());
    return heldOut;
  }
}
