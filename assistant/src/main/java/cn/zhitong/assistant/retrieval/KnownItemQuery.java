package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question names exactly.
 *
 * @param numbers document numbers in normal form 〔〕, perhaps led by words that are no part of them
 * @param titles titles in 《》
 * @param phrases quoted phrases of four characters or more
 * @param clause a clause's numeral, such as 三 of 第三条, or null
 * @param clauseUnit 章, 条, 款 …, null with {@code clause}
 * @param namedBefore the words right before the clause reference: the policy's name is their end
 */
record KnownItemQuery(
    List<String> numbers,
    List<String> titles,
    List<String> phrases,
    String clause,
    String clauseUnit,
    String namedBefore) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([\\p{IsHan}]{1,24})\\s*[〔\\[【(]\\s*(\\d{4})\\s*[〕\\]】)]\\s*第?(\\d{1,5})\\s*号");
  private static final Pattern TITLE = Pattern.compile("《([^《》]{2,100})》");
  private static final Pattern PHRASE = Pattern.compile("[“\"「『]([^“”\"「」『』]{4,60})[”\"」』]");
  private static final Pattern CLAUSE =
      Pattern.compile("([^，。？！,?!;；]{0,40}?)第([一二三四五六七八九十百零〇\\d]{1,7})([编章节条款项])");

  static KnownItemQuery of(String question) {
    String folded = Words.fold(question);
    List<String> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(folded);
    while (number.find()) {
      numbers.add(number.group(1) + "〔" + number.group(2) + "〕" + number.group(3) + "号");
    }
    Matcher clause = CLAUSE.matcher(question);
    boolean found = clause.find();
    return new KnownItemQuery(
        numbers,
        all(TITLE, question),
        all(PHRASE, question),
        found ? clause.group(2) : null,
        found ? clause.group(3) : null,
        found ? clause.group(1) : null);
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1).strip());
    }
    return found;
  }

  boolean none() {
    return numbers.isEmpty() && titles.isEmpty() && phrases.isEmpty() && clause == null;
  }
}
