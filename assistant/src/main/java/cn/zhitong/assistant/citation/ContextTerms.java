package cn.zhitong.assistant.citation;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a stretch that tell one subject from another; figures in it count by value. */
record ContextTerms(Set<String> bigrams, Set<String> grades) {
  /** What is said of every subject alike. */
  private static final Pattern COMMON =
      Pattern.compile(
          "一次性|给予|予以|奖励|补助|补贴|资助|奖补|支持|最高|最低|不超过|不高于|不低于|不少于|分别|提高|达到|合计|累计|标准|金额|额度|比例|每年|每家|每户|每人|可以|应当|享受|获得|获|享|可|应|按照|由|至|到|为|按|的|对|给|向|在|于|得|内");

  /** Grades and kinds in which grants differ; one character may be all the difference. */
  private static final Pattern GRADE =
      Pattern.compile(
          "国家级?|世界级|省级|部级|市级|区级|县级|州级|乡级|镇级|[特一二三四五]等奖?|[特一二三四五]级|[甲乙丙丁]级|[A-E]{1,4}级|[A-E]类"
              + "|[金银铜]奖|优秀奖|优胜奖|大型|中型|小型|微型|小微|中小|首次|首年|再次|重新|复审|续签|新建|改建|扩建|新增|存量"
              + "|博士|硕士|本科|大专|专科|高级|中级|初级|高中|发明|实用新型|外观设计|个人|境内|境外|省内|省外|市内|市外|城市|农村|城镇"
              + "|咨询|建议|投诉|求助|举报|主板|科创板|创业板|新三板|股改|线上|线下|上半年|下半年|第[一二三四五六七八九十]{1,4}[年档批期季]");

  static ContextTerms of(String text) {
    Set<String> grades = new HashSet<>();
    GRADE.matcher(text).results().forEach(match -> grades.add(normal(match.group())));
    String rest = COMMON.matcher(byValue(text)).replaceAll("，");
    return new ContextTerms(CharacterNGrams.of(rest, 2, Character::isLetter), grades);
  }

  private static String normal(String grade) {
    return grade.equals("国家级") ? "国家" : grade;
  }

  /** Each figure by two appeals of no script that stand for its value. */
  private static String byValue(String text) {
    StringBuilder marked = new StringBuilder(FigureFinder.normal(text));
    for (Figure figure : FigureFinder.in(text)) {
      int sign = 0x3400 + Math.floorMod((figure.value() + figure.unit()).hashCode(), 0x1900);
      for (int i = figure.at(); i < figure.end(); i++) {
        marked.setCharAt(i, (char) sign);
      }
    }
    return marked.toString();
  }

  boolean isEmpty() {
    return bigrams.isEmpty() && grades.isEmpty();
  }

  /** What is here and in none of the others. */
  ContextTerms without(List<ContextTerms> others) {
    Set<String> left = new HashSet<>(bigrams);
    Set<String> leftGrades = new HashSet<>(grades);
    others.forEach(other -> left.removeAll(other.bigrams));
    others.forEach(other -> leftGrades.removeAll(other.grades));
    return new ContextTerms(left, leftGrades);
  }

  ContextTerms and(ContextTerms other) {
    Set<String> both = new HashSet<>(bigrams);
    Set<String> bothGrades = new HashSet<>(grades);
    both.retainAll(other.bigrams);
    bothGrades.retainAll(other.grades);
    return new ContextTerms(both, bothGrades);
  }

  /** Share of these bigrams that the other has too; 1 where there are none. */
  double coveredBy(ContextTerms other) {
    return bigrams.isEmpty() ? 1 : (double) and(other).bigrams.size() / bigrams.size();
  }
}
