package cn.zhitong.assistant.triage;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;

/** A made-up history with something to learn: four departments, three categories, and a hub. */
public final class SyntheticHistory {
  public static final String POWER = "明州供电公司";
  public static final String HUB = "明州热线中心";

  private static final List<String> PLACES =
      List.of("东城", "西港", "南湖", "北岭", "高新园", "临江镇", "柳河村", "机场路");

  private record Matter(String department, List<String> things) {}

  private static final List<Matter> MATTERS =
      List.of(
          new Matter(POWER, List.of("停电", "变压器增容", "电费账单", "电表校验", "线路故障")),
          new Matter("明州市税务局", List.of("增值税发票", "出口退税", "个税申报", "税务登记", "留抵退税")),
          new Matter("明州市教育局", List.of("小学入学", "民办学校收费", "校车", "教师招聘", "课后托管")),
          new Matter("明州公交集团", List.of("公交改线", "末班车时间", "公交站台", "公交卡", "司机态度")));

  private static final List<String> CONSULTATIONS =
      List.of("请问%s的%s怎么办理？", "想了解一下%s%s需要什么材料，多长时间？");
  private static final List<String> SUGGESTIONS =
      List.of("建议在%s优化%s，方便企业和群众。", "希望%s的%s能够改进，建议听取大家意见。");
  private static final List<String> DEMANDS = List.of("%s的%s问题一直没有解决，要求尽快处理！", "投诉%s%s，多次反映没人管。");

  private SyntheticHistory() {}

  public static String jsonLines(int rows) throws Exception {
    ObjectMapper json = StandardJson.MAPPER;
    Random random = new Random(3);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      Matter matter = MATTERS.get(random.nextInt(MATTERS.size()));
      String thing = matter.things().get(random.nextInt(matter.things().size()));
      int kind = random.nextInt(3);
      String form = List.of(CONSULTATIONS, SUGGESTIONS, DEMANDS).get(kind).get(random.nextInt(2));
      String text = form.formatted(PLACES.get(random.nextInt(PLACES.size())), thing);
      lines
          .append(
              json.createObjectNode()
                  .put("id", "h" + i)
                  .put("title", thing)
                  .put("text", text)
                  .put("category", List.of("consultation", "建议", "投诉").get(kind))
                  .put("department", random.nextInt(8) == 0 ? HUB : matter.department()))
          .append('\n');
    }
    return lines.toString();
  }
}
