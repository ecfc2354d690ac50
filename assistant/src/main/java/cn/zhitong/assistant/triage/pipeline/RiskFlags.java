package cn.zhitong.assistant.triage.pipeline;

import cn.zhitong.assistant.triage.Suggestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that a person must see at once: danger, crowds, unpaid wages, supply cut off, extreme
 * language, emergencies, and matters already before a court, an arbitrator or the petition office.
 * They never change category or department; they ask for a person's eye.
 */
final class RiskFlags {
  private static final Map<RiskFlag, Pattern> PATTERNS = new EnumMap<>(RiskFlag.class);

  /** What is said about others' past or as a figure of speech raises no flag. */
  private static final Pattern FIGURATIVE = Pattern.compile("急死我|累死|烦死|气死|吵死|热死|冷死|冻死人|死机|死板|死循环");

  static {
    flag(
        RiskFlag.URGENT,
        "(?:正在|突然|刚刚?|已经)?(?:着火|起火|爆炸|坍塌|塌方|触电|燃气泄漏|煤气泄漏|漏煤气|天然气泄漏|溺水|昏迷|持刀|绑架|被困)"
            + "|(?:拨打|报)(?:了)?(?:110|119|120)|生命危险|救命");
    flag(
        RiskFlag.SAFETY,
        "安全生产|安全隐患|重大隐患|违规动火|危化品|危险化学品|易燃易爆|工伤事故|安全事故|生产事故|消防通道(?:被)?(?:堵|占|封)|高空坠物|特种设备|违章作业|粉尘爆炸|瓦斯");
    flag(
        RiskFlag.CROWD,
        "(?:几|数|上)?[十百千](?:多|余|几)?(?:名|户|家|位|人)(?:的)?(?:业主|职工|员工|工人|农民工|居民|商户|群众|村民|家庭|企业)?(?:联名|集体|联合|聚集|一起)"
            + "|集体(?:上访|投诉|维权|讨薪|停工|罢工|信访|请愿|签名)|联名(?:信|投诉|上书|反映|签名)|群体(?:性)?(?:事件|上访|矛盾)|聚众|罢工|静坐|围堵|拉横幅|游行|示威");
    flag(
        RiskFlag.WAGES,
        "(?:拖欠|克扣|拒发|不发|不给|未发|没发|没有发|欠发|欠|讨要|追讨|拒付|拒不支付)(?:了|着)?[^，。；！？,;!?\\n]{0,12}(?:工资|工钱|薪资|薪水|劳务费|血汗钱|加班费|薪酬|报酬)"
            + "|(?:工资|工钱|薪水|劳务费|血汗钱)[^，。；！？,;!?\\n]{0,8}(?:拖欠|不发|没发|未发|不给|没给|一直没|至今未|要不回)|欠薪|讨薪");
    flag(
        RiskFlag.CUT_OFF,
        "(?:突然|无故|擅自|强行|随意|频繁|经常|一直|长期|多次|又)?(?:断供|停水|停电|停气|断水|断电|断气|断网|停暖|断暖|停止供(?:水|电|气|暖|热|货))|供应链(?:中断|断裂)|断链");
    flag(
        RiskFlag.EXTREME,
        "自杀|轻生|跳楼|跳河|不想活|活不下去|同归于尽|报复社会|杀(?:了|死|人)|砍(?:死|人)|炸(?:了|毁|掉)|以死|鱼死网破|血债血偿|喝农药|割腕|自焚|拼命|弄死");
    flag(
        RiskFlag.LITIGATION,
        "(?:已|已经|正在|正|在)?[^，。；！？,;!?\\n]{0,6}(?:提起|进入|进行)(?:了)?(?:民事|行政|刑事)?(?:诉讼|上诉|申诉|再审)|(?:已|已经)(?:被)?(?:起诉|立案审理|判决)|法院(?:已|已经|正在|判|一审|二审|受理|立案|开庭|执行)|(?:一审|二审|终审)(?:判决|裁定|胜诉|败诉)|判决书|执行局|强制执行");
    flag(
        RiskFlag.ARBITRATION,
        "(?:已|已经|正在)?(?:申请|提起|进入|走)(?:了)?(?:劳动|劳动争议|人事|商事)?仲裁|仲裁(?:委|裁决|庭|结果|受理|胜诉|败诉)");
    flag(RiskFlag.PETITION, "(?:已|已经|多次|曾)?(?:上访|信访)(?:局|办|部门|事项|答复|复查|复核|件)?");
  }

  private RiskFlags() {}

  private static void flag(RiskFlag kind, String pattern) {
    PATTERNS.put(kind, Pattern.compile(pattern));
  }

  /** Flags in a fixed order, each with the words found, as written. */
  static List<Suggestion.Flag> of(String text) {
    String plain = blanked(text);
    List<Suggestion.Flag> flags = new ArrayList<>();
    PATTERNS.forEach(
        (kind, pattern) -> {
          Set<String> words = new LinkedHashSet<>();
          for (Matcher found = pattern.matcher(plain); found.find(); ) {
            words.add(found.group());
          }
          if (!words.isEmpty()) {
            flags.add(new Suggestion.Flag(kind.label(), List.copyOf(words)));
          }
        });
    return flags;
  }

  private static String blanked(String text) {
    return FIGURATIVE.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
  }
}
