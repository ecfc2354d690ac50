package cn.zhitong.assistant.question;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.PlaceMention;
import cn.zhitong.common.text.Tokenizer;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a question that name what it is about: not its places, its question words, or what
 * every subsidy, procedure or rule has (conditions, papers, dates, amounts).
 */
public final class TopicWords {
  /** What every subsidy, procedure or rule has: a question of such words alone names no subject. */
  private static final Set<String> GENERIC =
      Set.of(
          ("补贴 补助 奖励 奖补 资助 支持 扶持 优惠 好处 待遇 资金 经费 政策 条件 门槛 资格 材料 资料 证明 表格 附件 流程 程序 步骤 手续 环节 时间 期限 时限"
                  + " 周期 日期 时长 金额 数额 标准 比例 额度 费用 费率 利率 幅度 上限 下限 封顶 最高 最低 最多 最少 最长 最短 申请 申报 申领 办理 报名 提交"
                  + " 递交 填报 受理 审批 审核 审查 初审 复核 评审 公示 发放 拨付 兑现 兑付 到账 到位 领取 享受 提供 准备 携带 联系 电话 部门 单位 机构 地点"
                  + " 地方 地址 窗口 网址 网站 平台 渠道 入口 企业 公司 厂家 个人 单个 截止 开始 结束 有效期 有效 范围 对象 方式 方法 次数 处罚 罚款 后果"
                  + " 退还 退回 追回 违规 造假 虚报 骗取 依据 文件 原文 规定 要求 重复 同时 叠加 线上 线下 网上 现场 今年 明年 去年 前年 现在 目前 以前 以后"
                  + " 之后 之前 每年 每月 每人 每家 每个 每户 每次 一次 一次性 当年 次年 年度 上年度 继续 另外 其他 其它 其余 多少钱 哪些 什么样 去哪 去哪儿"
                  + " 怎么办 谁 由谁 负责 牵头 主管 解释 异议 申诉 不服 答复 回复 反馈 知道 了解 具体 详细 内容 意思 情况 问题 算法 计算 核算 提前 逾期 过期"
                  + " 错过 延期 免费 收费 交钱 花钱 能用 可用 适用 符合 满足 需要 必须 是不是 可以 能否 是否 介绍 说明 一下 大概 一般 左右 以内 超过 分别"
                  + " 各自 全部 部分 所有 自己 我们 你们 他们 咱们 人家 用途 用处 算不算 多大 多高 多长 合适 处理 处分 追究 简单 麻烦 好办 难办 期间 时候"
                  + " 上面 刚才 前面 最晚 最迟 最早 首次 第一 第二 第三 才行 才能")
              .split("\\s+"));

  /** Single characters that belong to no name. */
  private static final String FUNCTION =
      "的了是在有要能会可以我你您他她它们这那哪几多少个吗呢吧啊哦嗯请问怎么什报给交算领拿到去来上下里中为对从向和与及或被把让还也都就再又只最更很太不没无需应该得着过年月日"
          + "天万元千百亿块钱次人家项条种类笔份时前后内外等当按照由其各每想说看找用做办收退补发签如果若则但而且所者一二三四五六七八九十两半";

  private static final String QUESTIONING = "谁哪啥咋怎几";

  private static final Pattern ORDINAL = Pattern.compile("第[一二三四五六七八九十\\d]+[年个次批期季档]?");

  /** HanLP reads 多 and 大面积 in 多大面积. */
  private static final Pattern HOW_MUCH = Pattern.compile("多[少大高长久远宽重快]");

  private static final Pattern NUMBER = Pattern.compile("[\\d.,%％]+[万千百亿元年月日天人家个%％]*");

  private TopicWords() {}

  /** In the order of the question, without repetitions. */
  public static List<String> of(String question, Gazetteer gazetteer) {
    String text = withoutPlaces(question, gazetteer);
    text = HOW_MUCH.matcher(text).replaceAll("，");
    text = ORDINAL.matcher(text).replaceAll("，");
    text = NUMBER.matcher(text).replaceAll("，");
    Set<String> words = new LinkedHashSet<>();
    StringBuilder run = new StringBuilder();
    for (Term term : Tokenizer.QUESTION.cut(text)) {
      String word = term.word.strip();
      if (word.length() == 1 && isName(word.charAt(0))) {
        run.append(word);
        continue;
      }
      boolean subject = word.length() > 1 && isSubject(word);
      // 开 and 公司 name nothing by themselves, 开公司 does.
      boolean together = !run.isEmpty() && OfficialWords.said().contains(run + word);
      if (subject || together) {
        // 云 before 服务 makes another word of it.
        words.add(run + word);
        run.setLength(0);
      }
      close(run, words);
    }
    close(run, words);
    return new ArrayList<>(words);
  }

  /** Characters that HanLP leaves single are a name of its own where they stand together. */
  private static void close(StringBuilder run, Set<String> words) {
    if (run.length() > 1 && isSubject(run.toString())) {
      words.add(run.toString());
    }
    run.setLength(0);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) && FUNCTION.indexOf(c) < 0;
  }

  private static boolean isSubject(String word) {
    return Character.isLetter(word.charAt(0))
        && !GENERIC.contains(word)
        && word.chars().noneMatch(c -> QUESTIONING.indexOf(c) >= 0)
        && word.chars().anyMatch(c -> isName((char) c))
        && WeightedTerms.isContentWord(word);
  }

  /** Whether only something that is done is said: 迁走了要退吗 leaves out who and what. */
  static boolean isDoingOnly(List<String> words) {
    return words.stream()
        .flatMap(word -> Tokenizer.QUESTION.cut(word).stream())
        .allMatch(
            term ->
                term.nature != null && term.nature.toString().matches("v|vi|a|ad|d|vd|ul|v[^n].*"));
  }

  static String withoutPlaces(String text, Gazetteer gazetteer) {
    StringBuilder rest = new StringBuilder(text);
    List<PlaceMention> places = gazetteer.find(text);
    for (int i = places.size() - 1; i >= 0; i--) {
      rest.delete(places.get(i).start(), places.get(i).end());
    }
    return rest.toString();
  }

  /** The first place that is named, as it stands there; empty for none. */
  static String place(String text, Gazetteer gazetteer) {
    return gazetteer.find(text).stream()
        .findFirst()
        .map(place -> text.substring(place.start(), place.end()))
        .orElse("");
  }
}
