package cn.zhitong.assistant.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Appeals of as many matters as there are pairs of a thing and its trouble: each pair once. */
final class OrdinaryAppeals {
  private static final String[] THINGS = {
    "营业执照变更", "食品经营许可", "印章刻制", "银行基本户", "公积金开户", "商标注册", "专利年费", "进口设备报关", "原产地证书", "出口信用保险",
    "展位申请", "厂房租赁备案", "厂区绿化", "雨污分流", "排污许可", "危废转移", "噪声监测", "消防维保", "特种设备检验", "电梯年检", "计量器具检定",
    "安全生产标准化", "职业健康体检", "工伤认定", "社保减员", "失业保险金", "稳岗返还", "见习岗位", "职称评审", "技能等级认定", "人才公寓", "子女入学",
    "公租房配租", "通勤班线", "路口信号灯", "非机动车停放", "货车泊位", "道路修补", "路灯照明", "自来水增容", "燃气开通", "宽带接入", "基站选址",
    "用电变更", "光伏并网", "土地出让金", "规划条件", "施工许可", "竣工验收", "不动产登记", "农机补贴", "大棚用地", "种苗检疫", "屠宰许可",
    "渔船检验", "旅行社备案", "民宿登记", "演出审批", "户外广告", "网络货运资质", "出租车运营", "驾校场地", "药店许可", "医保定点", "医疗器械备案",
    "养老机构补贴", "托育备案", "校外培训登记", "彩票网点", "拍卖备案", "典当年审", "融资担保", "小额贷款", "供应链票据", "政府采购投诉", "招标文件",
    "履约保证金", "工程结算", "农民工工资专户", "仲裁受理"
  };

  private static final String[] TROUBLES = {
    "材料交了三次，每次说的都不一样", "系统一提交就退出，客服让换浏览器", "窗口说要先到乡镇盖章，乡镇说不归他们管", "网上查不到进度，打电话说正在流转",
        "收费单上的项目看不懂，也没有发票",
    "去年的办法已经到期，新的一直没有出来", "同样的条件，隔壁县的企业已经办好了", "要求法定代表人本人到场，可是人在国外", "名单公示里漏了我们，不知道怎么补",
        "承诺的时限过了半个月还没有消息",
    "第三方机构只有一家，价格比外地贵一倍", "说是容缺受理，后来又要补齐原件", "经办人调走了，新来的说没有交接", "公告的附件打不开，联系不上发布单位", "一年要填四次一样的表",
    "两个部门的要求互相矛盾", "政策说可以，窗口说没有细则", "审批下来的面积和实际不符", "要的证明原单位早就撤销了", "想知道需要哪些条件"
  };

  private static final String[] OPENINGS = {
    "您好，", "我是一名个体户，", "我们是外地来投资的，", "", "代公司问一下，", "我在开发区上班，", "我们合作社", "公司刚搬到这里，"
  };

  private static final String[] ENDS = {"", "请回复。", "盼答复，谢谢。", "请指一条路。", "望核实。", "麻烦了。", "请问找谁？"};

  private OrdinaryAppeals() {}

  record WrittenAppeal(String title, String text) {}

  static List<WrittenAppeal> write(int count, long seed) {
    Random random = new Random(seed);
    List<int[]> pairs = new ArrayList<>();
    for (int thing = 0; thing < THINGS.length; thing++) {
      for (int trouble = 0; trouble < TROUBLES.length; trouble++) {
        pairs.add(new int[] {thing, trouble});
      }
    }
    Collections.shuffle(pairs, random);
    List<WrittenAppeal> appeals = new ArrayList<>();
    for (int[] pair : pairs.subList(0, count)) {
      String thing = THINGS[pair[0]];
      String text =
          OPENINGS[random.nextInt(OPENINGS.length)]
              + "办"
              + thing
              + "的时候，"
              + TROUBLES[pair[1]]
              + "。"
              + ENDS[random.nextInt(ENDS.length)];
      appeals.add(new WrittenAppeal(random.nextInt(4) == 0 ? "" : thing + "的问题", text));
    }
    return appeals;
  }
}
