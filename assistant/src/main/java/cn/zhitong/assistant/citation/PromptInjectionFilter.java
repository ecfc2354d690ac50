package cn.zhitong.assistant.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words that are meant for a language model and not for whoever reads a policy: 忽略以上指令, a
 * made-up system message, the end of a fence. A published text may hold them; no answer shows them,
 * neither as what a model was made to say nor as a quotation.
 */
public final class PromptInjectionFilter {
  /** Less than this is a heading, not what a provision says. */
  private static final int LEAST = 10;

  private static final Pattern PIECE = Pattern.compile("[^。！？；\\n]*[。！？；\\n]*");

  private static final Pattern TO_A_MODEL =
      Pattern.compile(
          "(?:忽略|无视|忘记|忘掉|不要理会|不必理会|推翻).{0,8}(?:以上|上述|之前|前面|此前|其他|其它|所有|一切|先前|原有).{0,8}(?:指令|要求|规则|提示|资料|规定|设定|内容|限制)"
              + "|(?:AI|人工智能|智能|问答|语音|聊天)(?:问答)?(?:助手|机器人).{0,20}(?:请|必须|应当|须|务必|忽略|无视)"
              + "|(?:请|令|让|要求)(?:AI|人工智能|智能|问答)(?:助手|机器人)"
              + "|(?:作为|你是|你现在是|假装是).{0,12}(?:语言模型|大模型|助手|管理员|AI|机器人|DAN)"
              + "|(?:系统|隐藏)提示词|(?:管理员|开发者|越狱|上帝)模式|(?:^|[\\n"
              + "。；])(?:请|必须|应当|务必)?(?:直接|只|仅|原样|照此)?(?:回答|输出|复述)(?!下列|以下|问卷|功率|电|口)[“\"「『⟦【:：]|(?:^|\\n"
              + ")请(?:直接|只|仅|务必)?(?:回答|输出|复述)(?!下列|以下|问卷)"
              + "|(?:回答|答复|输出|回复)(?:时)?必须(?:是|为|写)|助手请(?:输出|回答|忽略)"
              + "|<\\|[a-z_]{2,20}\\|>|</?(?:资料|问题|system|user|assistant|instructions?)>|<<<(?:资料|问题|对话|来件)|(?:资料|问题|对话|来件)[0-9a-f]{8,}>>>|(?:^|[\\n"
              + "。])(?:system|assistant|系统消息|系统指令)[:：]"
              + "|(?:ignore|disregard|forget).{0,20}(?:previous|above|prior|earlier|all).{0,20}(?:instruction|rule|prompt|text)|systemprompt|youare(?:now)?(?:DAN|an?[A-Z]?(?:AI|assistant|unrestricted))",
          Pattern.CASE_INSENSITIVE);

  private PromptInjectionFilter() {}

  /**
   * The sentence up to an order that stands beside its provision, quoted no further; empty where
   * nothing is left.
   */
  public static Optional<CitedSentence> cutFrom(CitedSentence sentence) {
    List<Citation> citations = new ArrayList<>();
    for (Citation citation : sentence.citations()) {
      int[] clean = clean(citation.quote());
      if (clean == null) {
        return Optional.empty();
      }
      citations.add(citation.part(clean[0], clean[1]));
    }
    if (citations.equals(sentence.citations())) {
      return Optional.of(sentence);
    }
    int[] clean = clean(sentence.text());
    boolean leadIn = sentence.text().startsWith("《") && !toAModel(sentence.text());
    return clean == null && !leadIn
        ? Optional.empty()
        : Optional.of(
            new CitedSentence(
                leadIn ? sentence.text() : sentence.text().substring(clean[0], clean[1]).strip(),
                citations));
  }

  /** Where the first pieces without an order stand; null where there are none worth quoting. */
  private static int[] clean(String text) {
    if (!toAModel(text)) {
      return new int[] {0, text.length()};
    }
    int start = 0;
    Matcher piece = PIECE.matcher(text);
    while (piece.find() && !piece.group().isEmpty()) {
      if (toAModel(piece.group())) {
        if (text.substring(start, piece.start()).strip().length() >= LEAST) {
          return new int[] {
            start, start + text.substring(start, piece.start()).stripTrailing().length()
          };
        }
        start = piece.end();
      }
    }
    return text.substring(start).strip().length() >= LEAST
        ? new int[] {start, text.length()}
        : null;
  }

  /** Spaces between the appeals hide nothing. */
  public static boolean toAModel(String text) {
    return TO_A_MODEL
        .matcher(text.replaceAll("[ \\t\\u3000\\u00a0\\u200b-\\u200f\\ufeff]+", ""))
        .find();
  }
}
