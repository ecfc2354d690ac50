package cn.zhitong.assistant.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Long appeals as offices write them for their members: a template of several hundred characters
 * with an enterprise's name, numbers and days filled in. Two matters share a template's frame; two
 * more have a template each; one is in everybody's own words.
 */
final class TemplateAppeals {
  record WrittenAppeal(int theme, String title, String text) {}

  private static final long SEED = 41;

  /** Appeals of each theme. */
  private static final int[] SIZES = {34, 22, 45, 16, 28};

  private static final int FRAMED_OTHERS = 40;

  static final List<String> THEMES = List.of("蒸汽价格", "电镀废水处理费", "冷链车限行", "外籍专家工作许可", "边坡塌方封路");

  private static final String[] PLACES = {
    "东港", "西岭", "青桐", "白沙", "云溪", "石湾", "南渡", "凤山", "临江", "龙潭"
  };
  private static final String[] NAMES = {
    "华达", "恒泰", "永盛", "鑫源", "瑞丰", "宏远", "佳禾", "力诺", "明成", "正阳", "百川", "卓越"
  };
  private static final String[] TRADES = {"纺织", "食品", "机械", "塑料", "电子", "纸业", "家具", "五金"};
  private static final String[] PEOPLE = {"周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩"};

  /** What an association gave its members to fill in; two matters came by it. */
  private static final String FRAME =
      "尊敬的领导：%1$s是一家从事%2$s生产的民营企业，成立于%3$d年，现有员工%4$d人，去年实现产值%5$d万元，缴纳税金%6$d万元。"
          + "多年来企业在各级党委政府的关心支持下稳步发展，在此表示衷心感谢。今年以来受市场环境影响，企业经营面临较大压力，"
          + "订单减少、用工成本上升、回款周期变长，部分产线已经轮休。面对困难，企业没有等靠要，先后压缩管理费用、调整产品结构、开拓省外客户，"
          + "同时坚持不裁员、不欠薪、不拖税，积极参加园区组织的政企座谈和安全生产培训，连续三年被评为纳税信用等级良好企业。"
          + "为了稳岗位、保生产，现将当前遇到的突出困难反映如下：%7$s"
          + "以上情况属实，恳请有关部门深入企业调研，帮助协调解决，我们将一如既往依法经营、诚信纳税，为地方经济发展作出应有的贡献。"
          + "联系人%8$s经理，期待您的回复。";

  private static final String STEAM =
      "园区集中供热的蒸汽价格从每吨%1$d元涨到%2$d元，上涨没有听证也没有提前通知，我公司每月用蒸汽%3$d吨，仅此一项每月多支出%4$d万元。"
          + "供热公司说煤价上涨，但煤价回落后蒸汽价格没有下调。请物价部门核查蒸汽定价，建立煤热联动机制。";

  private static final String PLATING =
      "电镀集中区的废水统一由污水厂处理，处理费从每吨%1$d元调到%2$d元，我公司每月排放含镍含铬废水%3$d吨，每月多付%4$d万元。"
          + "污水厂按合同应当公开运行成本，但从未公布，检测分类也不准，低浓度废水也按高浓度收费。请环保部门核查处理费标准。";

  private static final String COLD =
      "我们%1$s有冷藏车%2$d台，承担全市%3$d家超市的生鲜配送。自%4$d月起市区三环以内白天禁止冷藏车通行，只能在晚上十点以后进城，"
          + "到货时间与超市营业时间对不上，鲜奶和鲜肉损耗上升到百分之%5$d。此前申请冷链车通行证，交警部门答复名额已满，"
          + "每家企业只批%6$d张，远远不够。冷链配送属于民生保障，其他城市都给冷藏车开了绿色通道。"
          + "请交警部门放宽冷链车限行时段，增加通行证数量，按车辆而不是按企业核发，并开通网上办理。";

  private static final String EXPERT =
      "%1$s聘请了%2$d名外籍工程师负责设备调试，%3$d月提交外国人来华工作许可延期申请，系统一直显示预审中。"
          + "窗口说学历认证需要使馆重新出具，但去年同样的材料已经通过。专家签证%4$d月到期，到期后只能离境，生产线调试就要停下来，"
          + "影响合同金额%5$d万元。按照规定A类人才可以容缺受理，窗口说没有接到通知。"
          + "请科技部门明确外籍专家工作许可延期的材料清单，开通容缺受理，并与出入境管理部门共享数据，避免企业两头跑。";

  private static final String[] ROAD_HEAD = {
    "山体滑下来把去厂里的路堵死了", "连着下雨边坡塌方", "公路塌方已经封了好多天", "塌方的土石还堆在路中间", "边坡垮塌，路面只剩半幅"
  };
  private static final String[] ROAD_MID = {
    "大货车要绕%d公里", "工人上班绕路多花%d十分钟", "原料进不来，库存只够%d天", "施工队挖了两天就走了，停工%d天", "围挡立了%d周没有动静"
  };
  private static final String[] ROAD_END = {
    "请问封路到什么时候", "抢通时间能不能给个准信", "请公路部门尽快清理塌方", "希望先开一条便道", "道路抢修由哪家负责"
  };

  private final Random random = new Random(SEED);

  /**
   * Of each theme as many as {@link #SIZES} says, and some in the frame on matters of their own.
   */
  List<WrittenAppeal> write() {
    List<Supplier<WrittenAppeal>> themes =
        List.of(
            () -> framed(0, "关于园区蒸汽价格上涨的情况反映", rising(STEAM)),
            () -> framed(1, "关于电镀废水处理费上涨的情况反映", rising(PLATING)),
            this::cold,
            this::expert,
            this::road);
    List<WrittenAppeal> appeals = new ArrayList<>();
    for (int theme = 0; theme < SIZES.length; theme++) {
      for (int i = 0; i < SIZES[theme]; i++) {
        appeals.add(themes.get(theme).get());
      }
    }
    OrdinaryAppeals.write(FRAMED_OTHERS, SEED)
        .forEach(other -> appeals.add(framed(-1, other.title(), other.text())));
    return appeals;
  }

  private String rising(String matter) {
    int from = 120 + random.nextInt(60);
    return matter.formatted(
        from, from + 30 + random.nextInt(60), 200 + random.nextInt(900), number(9));
  }

  private WrittenAppeal framed(int theme, String title, String matter) {
    String text =
        FRAME.formatted(
            enterprise(),
            pick(TRADES),
            1995 + random.nextInt(28),
            40 + random.nextInt(500),
            800 + random.nextInt(9000),
            20 + random.nextInt(400),
            matter,
            pick(PEOPLE));
    // Half have the title that came with the frame, which says nothing of the matter.
    return new WrittenAppeal(theme, random.nextBoolean() ? "关于请求协调解决企业困难的报告" : title, text);
  }

  private WrittenAppeal cold() {
    String text =
        COLD.formatted(
            enterprise(),
            6 + number(40),
            10 + number(90),
            1 + number(9),
            3 + number(9),
            1 + number(4));
    return new WrittenAppeal(2, random.nextInt(4) == 0 ? "" : "放宽冷藏车限行", text);
  }

  private WrittenAppeal expert() {
    String text =
        EXPERT.formatted(
            enterprise(), 1 + number(5), 1 + number(6), 7 + number(5), 100 + number(900));
    return new WrittenAppeal(3, random.nextInt(4) == 0 ? "" : "外籍专家工作许可延期办不下来", text);
  }

  private WrittenAppeal road() {
    String text =
        "%s，%s。%s，%s。"
            .formatted(
                pick(PLACES) + "这边",
                pick(ROAD_HEAD),
                pick(ROAD_MID).formatted(2 + number(7)),
                pick(ROAD_END));
    return new WrittenAppeal(4, random.nextInt(3) == 0 ? "" : pick(ROAD_HEAD), text);
  }

  private String enterprise() {
    return pick(PLACES) + pick(NAMES) + pick(TRADES) + "有限公司";
  }

  private int number(int most) {
    return random.nextInt(most) + 1;
  }

  private String pick(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
