package cn.zhitong.assistant.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reply says between its greeting and its thanks. */
final class ReplyBody {
  private static final Pattern GREETING =
      Pattern.compile(
          "^(?:尊敬的)?[^，。：:！!\\s]{0,12}?[，,:：\\s]*(?:您好|你好)[！!，,。:：\\s]*"
              + "|^尊敬的[^，。：:！!\\s]{1,12}[，,:：！!\\s]+");

  /** 来件收悉，现答复如下; what stands before it says nothing of the matter. */
  private static final Pattern OPENING =
      Pattern.compile("^[\\s\\S]{0,200}?(?:答复|回复|说明)如下[：:，,。]?\\s*");

  /** 感谢…, who signs and when. */
  private static final Pattern CLOSING =
      Pattern.compile("(?:(?:非常|十分|衷心|再次){0,4}(?:感谢|谢谢)您|特此回复|特此答复|此复|回复人[：:])");

  /** What closes a reply stands this near to its end. */
  private static final int LONGEST_CLOSING = 155;

  /** 一、关于“…” of our own form, and the line that lists what was answered together. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?m)^(?:[一二三四五六七八九]、关于“[^”\\n]{0,60}”|" + OfficialForm.TOGETHER + "[^\\n]*)$");

  /** Beyond this a bracket was forgotten. */
  private static final int LONGEST_QUOTING = 200;

  private static final Pattern LEADING =
      Pattern.compile("^(?:[\\s。！？!?；;，,、：:.]+|[一二三四五]、(?:基本|调查|核实|核查|处理|办理)情况[：:]?)+");

  private static final Pattern ENDED = Pattern.compile("[。！？!?；;：:，,…”）)]$");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?；;\\n])");

  private ReplyBody() {}

  /** How the reply greets, empty where it does not. */
  static String greeting(String reply) {
    Matcher matcher = GREETING.matcher(flat(reply));
    return matcher.find() ? matcher.group().strip() : "";
  }

  /** Some greet twice. */
  private static String ungreeted(String text) {
    String bare = text;
    for (int i = 0; i < 2; i++) {
      bare = LEADING.matcher(GREETING.matcher(bare).replaceFirst("")).replaceFirst("");
    }
    return bare;
  }

  private static String flat(String reply) {
    return reply.strip().replaceAll("[ \\t\\u3000]+", "");
  }

  static String of(String reply) {
    String flat = flat(reply);
    String body = OPENING.matcher(ungreeted(flat)).replaceFirst("");
    body = HEADING.matcher(unclosed(body)).replaceAll("").strip();
    if (!body.isEmpty()) {
      return body;
    }
    // A reply that is nothing but thanks stays what it is.
    String bare = ungreeted(flat);
    return bare.isEmpty() ? flat : bare;
  }

  private static String unclosed(String body) {
    int from = Math.max(0, body.length() - LONGEST_CLOSING);
    Matcher closing = CLOSING.matcher(body).region(from, body.length());
    return closing.find() ? body.substring(0, closing.start()) : body;
  }

  /** What the body states: sentences that may stand alone, none greeting, each with an end. */
  static List<String> statements(String reply) {
    List<String> statements = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String sentence : sentences(of(reply))) {
      open.append(sentence);
      // A sentence that ends within a quotation ends nowhere.
      if (!closed(open) && open.length() < LONGEST_QUOTING) {
        continue;
      }
      String bare = ungreeted(open.toString());
      open.setLength(0);
      if (bare.length() > 3) {
        statements.add(ENDED.matcher(bare).find() ? bare : bare + "。");
      }
    }
    return statements;
  }

  private static boolean closed(CharSequence text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "“（《".indexOf(c) >= 0 ? 1 : "”）》".indexOf(c) >= 0 ? -1 : 0;
    }
    return depth == 0;
  }

  /** Sentences with their ends, none empty. */
  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : SENTENCE_END.split(text)) {
      if (sentence.strip().length() > 3) {
        sentences.add(sentence.strip());
      }
    }
    return sentences;
  }
}
