package cn.zhitong.assistant.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits an appeal into the matters it asks about, since each is answered under a number of its
 * own. By the writer's own numbering where there is one, else by its questions.
 */
final class MatterSplitter {
  /** More are hardly separate; the rest stays with the last. */
  private static final int MOST = 5;

  /** A heading and a search want the gist. */
  private static final int GIST = 120;

  private static final Pattern NUMBERING =
      Pattern.compile(
          "(?:^|(?<=[\\n"
              + "。；;：:？?！!]))\\s{0,20}(?:[一二三四五六七八九]、|[（(][一二三四五六七八九\\d][）)]|[1-9][、.．](?!\\d)|[①②③④⑤⑥⑦⑧⑨]|第[一二三四五][，、,]|(?:首先|其次|再次|最后)[，,])");

  private static final Pattern ASKS =
      Pattern.compile(
          "请问|咨询|如何|怎么|怎样|能否|可否|是否|[能会]不[能会]|可不可以|有没有|什么|多少|哪[些里个家]|多久|几个|何时|为何|(?:能|会|可以|需要|应该|算|有)[^？?]{0,20}吗[？?]");

  /** Asked in anger: nobody can answer it under a number of its own. */
  private static final Pattern RHETORICAL =
      Pattern.compile(
          "难道|凭什么|何在[？?！!]|有没有(?:王法|天理|良心)|还有没有人|谁来管|岂|怎么(?:能|就|可以)(?:这样|如此|没人|不)|(?:有|没)什么(?:意义|用处)|压根|到底还");

  private MatterSplitter() {}

  /** At least one; in the writer's order and words, cut to the gist. */
  static List<String> of(String title, String text) {
    List<String> numbered = parts(text);
    if (numbered.size() > 1) {
      return limited(numbered);
    }
    List<String> questions = questions(text);
    if (questions.size() > 1) {
      return limited(questions);
    }
    String only = questions.isEmpty() ? text : questions.get(0);
    return List.of(gist(title.isBlank() || only.contains(title) ? only : title + "。" + only));
  }

  private static List<String> parts(String text) {
    String[] pieces = NUMBERING.split(text);
    List<String> parts = new ArrayList<>();
    // What stands before the first number leads in, it asks nothing.
    for (int i = 1; i < pieces.length; i++) {
      if (pieces[i].strip().length() > 3) {
        parts.add(pieces[i].strip());
      }
    }
    return parts;
  }

  private static List<String> questions(String text) {
    List<String> asking =
        ReplyBody.sentences(text).stream()
            .filter(sentence -> ASKS.matcher(sentence).find())
            .toList();
    List<String> meant =
        asking.stream().filter(sentence -> !RHETORICAL.matcher(sentence).find()).toList();
    return meant.isEmpty() ? asking : meant;
  }

  private static List<String> limited(List<String> matters) {
    List<String> kept = new ArrayList<>(matters.subList(0, Math.min(MOST, matters.size())));
    if (matters.size() > MOST) {
      kept.set(MOST - 1, String.join("", matters.subList(MOST - 1, matters.size())));
    }
    return kept.stream().map(MatterSplitter::gist).toList();
  }

  private static String gist(String text) {
    String flat = text.replaceAll("\\s+", " ").strip();
    if (flat.length() <= GIST) {
      return flat;
    }
    int cut = Math.max(flat.lastIndexOf('。', GIST), flat.lastIndexOf('，', GIST));
    return flat.substring(0, cut > GIST / 2 ? cut : GIST);
  }
}
