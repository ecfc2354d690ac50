package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an appeal does, whatever it is about: asks, proposes, complains, demands. These are forms of
 * Mandarin that grammars list (interrogatives, A-not-A questions, modal verbs of proposing, verbs
 * of demanding), not words of one city's appeals.
 */
public final class SpeechActs {
  private static final Pattern[] ACTS = {
    // asks: marks and particles, wh-words, A-not-A, verbs of asking
    Pattern.compile("[？?]|[吗呢么]\\s*[。！!]?\\s*$|[吗呢][，。；]"),
    Pattern.compile("什么|怎么|怎样|如何|哪[里儿些个种家]|哪|多少|几[天年月个岁]|多久|何时|谁|啥|咋|多长时间|为何"),
    Pattern.compile("是否|能否|可否|有无|是不是|能不能|可不可以|有没有|要不要|会不会|需不需要|行不行|算不算"),
    Pattern.compile("请问|咨询|请教|想问|问一下|问下|想了解|想知道|想咨询|打听|告知|告诉|请解答|求解"),
    Pattern.compile(
        "[^，。！？]{2,40}(?:需要|用|带|准备)(?:哪些|什么|啥)|(?:流程|条件|手续|材料|标准|规定|政策|时间|电话|地址)(?:是)?(?:什么|多少|吗|呢|？|\\?)"),
    // why: a question in form, mostly a complaint in substance
    Pattern.compile("为什么|凭什么|为啥|难道|怎么能|岂|何在|谁来管|有没有人管|没人管|无人管"),
    // proposes
    Pattern.compile("建议|提议|倡议|献计|意见和建议|合理化"),
    Pattern.compile("希望|盼望|期待|期望|应该|应当|不妨|可以考虑|能否考虑|宜"),
    Pattern.compile("增设|增加|延长|开通|加装|优化|完善|推广|出台|简化|改进|改善|设立|建立|设置|统一|试点|引进|推行|健全|加大|加快|鼓励|扶持"),
    // complains and reports
    Pattern.compile("投诉|举报|控诉|揭发|检举|反映|反应"),
    Pattern.compile(
        "要求|请求|恳请|恳求|请(?:有关|相关)|尽快|赶紧|立即|马上|帮(?:忙|助|我)|给(?:个|一个)(?:说法|答复|交代)|解决|处理|查处|整改|协调|严查|督促|还我|维权|讨"),
    Pattern.compile(
        "拖欠|扰民|噪[音声]|违(?:建|章|规|法|约)|私(?:搭|自)|漏水|停[水电气]|臭|污染|欺骗|诈骗|骗|不退|拒(?:绝|不)|推(?:诿|脱|托)|不作为|乱[收停堆搭扔]|侵占|霸占|损坏|破损|堵塞|脏|恶劣|虚假|坑|垃圾|态度|不给|不管|不理|没有解决|至今|仍未|一直没|不合理|严重|影响"),
    Pattern.compile("[！!]"),
    // tells what happened: times and the first person
    Pattern.compile(
        "\\d{1,4}年\\d{1,2}月|\\d{1,2}月\\d{1,2}[日号]|昨天|今天|前天|上周|上个月|去年|多次|每天|天天|再次|半夜|凌晨|晚上"),
    Pattern.compile("我家|我们小区|本小区|我公司|我司|我们公司|我单位|本人|我们"),
  };

  /** Number of features that {@link #of} gives. */
  public static final int SIZE = 2 * ACTS.length + 5;

  private SpeechActs() {}

  /** For each act how often it occurs, damped, in the whole and in title and last sentence. */
  static float[] of(AppealDocument document) {
    float[] features = new float[SIZE];
    String text = document.text();
    String ends = document.title() + "。" + lastSentence(document.body());
    for (int i = 0; i < ACTS.length; i++) {
      features[2 * i] = damped(count(ACTS[i], text));
      features[2 * i + 1] = ACTS[i].matcher(ends).find() ? 1 : 0;
    }
    int at = 2 * ACTS.length;
    features[at] = (float) (Math.log1p(text.length()) / 5 - 1);
    features[at + 1] = text.length() < 60 ? 1 : 0;
    features[at + 2] = text.length() > 250 ? 1 : 0;
    features[at + 3] = document.body().isEmpty() ? 1 : 0;
    features[at + 4] = questionShare(document.body());
    return features;
  }

  private static float damped(int count) {
    return (float) Math.min(1, Math.log1p(count) / Math.log(4));
  }

  private static int count(Pattern pattern, String text) {
    int count = 0;
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      count++;
    }
    return count;
  }

  private static float questionShare(String body) {
    int questions = 0;
    int sentences = 0;
    for (String sentence : body.split("(?<=[。！？!?；;])")) {
      if (sentence.isBlank()) {
        continue;
      }
      sentences++;
      if (sentence.matches("(?s).*[？?]\\s*")) {
        questions++;
      }
    }
    return sentences == 0 ? 0 : (float) questions / sentences;
  }

  private static String lastSentence(String body) {
    String[] sentences = body.split("(?<=[。！？!?；;])");
    for (int i = sentences.length - 1; i >= 0; i--) {
      String sentence = sentences[i].strip();
      // 谢谢！ and the like end most appeals and say nothing.
      if (sentence.length() > 6) {
        return sentence;
      }
    }
    return body;
  }
}
