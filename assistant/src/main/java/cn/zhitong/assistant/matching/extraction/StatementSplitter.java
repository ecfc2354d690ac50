package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a stretch of text into sentences, and lists inside a sentence behind a colon. */
final class StatementSplitter {
  /**
   * A sentence, or a lead-in with its list.
   *
   * @param lead null for a plain sentence
   */
  record Statement(TextSpan lead, List<TextSpan> sentences) {}

  private static final Pattern ALLOWED = Pattern.compile("的，(?:均|都|即|方)可(?:以)?");

  /** 「是指…；且…」 goes on with the same statement. */
  private static final Pattern CONTINUES = Pattern.compile("(?:且|并且)(?!本)");

  /** Between two points of a list that has no semicolons. */
  private static final Pattern INLINE =
      Pattern.compile(
          "，(?!且|并|同时|其中|但|以及|须|应)(?:或者?)?|、(?=(?:拥有|具有|具备|取得|获|自建|建有|设有|主持|参与|承担|通过|入选|被|列入|纳入|有|近[一二两三\\d]年|上一?年))");

  private static final Pattern PLAIN_LABEL = Pattern.compile("[^，。；：:\\d]{2,10}[：:]");

  /** What a lead-in says that is more than a label. */
  private static final Pattern LEADS_IN = Pattern.compile("条件|要求|标准|之一|情形|以下|下列|如下|[应须需]");

  private static final Pattern NEXT_LABEL = Pattern.compile("[；;][^，。；：:\\d]{2,10}[：:]");

  private static final Pattern ANSWER = Pattern.compile("[问答QA][：:]");

  private StatementSplitter() {}

  /** 「问：哪些企业可以申请？」 asks the reader nothing. */
  private static boolean isQuestion(ItemText source, TextSpan sentence) {
    int end = sentence.end();
    return end < source.covered().length() && "？?".indexOf(source.covered().charAt(end)) >= 0;
  }

  static List<Statement> split(ItemText source, TextSpan span) {
    List<Statement> statements = new ArrayList<>();
    TextSpan refusing = null;
    for (TextSpan found : cut(source, span, "。！？!?\n")) {
      TextSpan sentence = found;
      if (isQuestion(source, found) && found.end() + 1 < span.end()) {
        boolean refuses = ListLead.of(source.covered(found)).kind() == ListLead.Kind.NONE;
        refusing = refuses ? found : null;
        continue;
      }
      Matcher answer = ANSWER.matcher(source.covered()).region(found.start(), found.end());
      if (answer.lookingAt()) {
        sentence = new TextSpan(answer.end(), found.end());
      }
      if (refusing != null && !RefusalReader.refuses(source.covered(sentence))) {
        statements.add(new Statement(refusing, cut(source, sentence, "；;、")));
        refusing = null;
        continue;
      }
      List<TextSpan> labelled = labelled(source, sentence);
      if (labelled.size() > 1) {
        labelled.forEach(one -> statements.add(new Statement(null, List.of(one))));
        continue;
      }
      List<TextSpan> ways = ways(source, sentence);
      if (ways.size() > 1) {
        statements.add(new Statement(null, ways));
        continue;
      }
      String words = source.covered(sentence);
      int colon = Math.max(words.indexOf('：'), words.indexOf(':'));
      boolean leads =
          colon > 0
              && !isOneOfLabels(words, colon)
              && colon < words.length() - 1
              && ListLead.of(words.substring(0, colon + 1)).kind() != ListLead.Kind.NO_LIST
              && (isWithin(words, words.indexOf('；', colon))
                  || isWithin(words, words.indexOf(';', colon))
                  || words.substring(0, colon).matches(".*(?:以下|下列|如下|情形).*"));
      if (leads) {
        TextSpan lead = new TextSpan(sentence.start(), sentence.start() + colon + 1);
        TextSpan list = new TextSpan(lead.end(), sentence.end());
        List<TextSpan> points = cut(source, list, "；;");
        boolean choice = ListLead.of(source.covered(lead)).isChoice();
        statements.add(
            new Statement(lead, choice && points.size() == 1 ? inline(source, list) : points));
      } else {
        cut(source, sentence, "；;")
            .forEach(one -> statements.add(new Statement(null, List.of(one))));
      }
    }
    return statements;
  }

  /** 「冷库库容：…；冷藏车：…」: the first label leads in no more than its own words. */
  private static boolean isOneOfLabels(String words, int colon) {
    String label = words.substring(0, colon + 1);
    return PLAIN_LABEL.matcher(label).matches()
        && !LEADS_IN.matcher(label).find()
        && NEXT_LABEL.matcher(words).region(colon + 1, words.length()).find();
  }

  /** A semicolon at the end makes no list of what stands before it. */
  private static boolean isWithin(String words, int semicolon) {
    return semicolon > 0 && semicolon < words.length() - 1;
  }

  /** 「满足下列条件之一：拥有专利2项以上、自建研发机构，主持制定标准1项以上」: points between commas. */
  private static List<TextSpan> inline(ItemText source, TextSpan list) {
    List<TextSpan> points = new ArrayList<>();
    Matcher mark = INLINE.matcher(source.covered()).region(list.start(), list.end());
    int from = list.start();
    while (mark.find()) {
      points.add(new TextSpan(from, mark.start()));
      from = mark.end();
    }
    points.add(new TextSpan(from, list.end()));
    return points;
  }

  /** Whether a stretch sets out several kinds, each behind its label. */
  static boolean hasLabels(ItemText source, TextSpan span) {
    return cut(source, span, "。\n").stream().anyMatch(one -> labelled(source, one).size() > 1);
  }

  /** 「A类：…；B类：…」: each label with what stands behind it. */
  private static List<TextSpan> labelled(ItemText source, TextSpan sentence) {
    List<TextSpan> labelled = new ArrayList<>();
    Optional<ApplicantKind> before = Optional.empty();
    for (TextSpan part : cut(source, sentence, "；;")) {
      Optional<ApplicantKind> label = ApplicantKind.label(source, part);
      boolean begins =
          label.isPresent() && (before.isEmpty() || label.get().isBeside(before.get()));
      if (begins) {
        labelled.add(part);
        before = label;
      } else if (before.isEmpty()) {
        return List.of();
      } else {
        int last = labelled.size() - 1;
        labelled.set(last, new TextSpan(labelled.get(last).start(), part.end()));
      }
    }
    return labelled;
  }

  /** 「…的；…的；…的，均可申报」 and 「…；或…」; empty where the parts are no ways to one thing. */
  private static List<TextSpan> ways(ItemText source, TextSpan sentence) {
    List<TextSpan> parts = cut(source, sentence, "；;");
    int last = parts.size() - 1;
    boolean ways =
        last > 0
            && parts.subList(0, last).stream().allMatch(part -> source.covered(part).endsWith("的"))
            && ALLOWED.matcher(source.covered(parts.get(last))).find();
    if (ways) {
      return parts;
    }
    return last > 0 && source.covered(parts.get(last)).startsWith("或")
        ? parts.stream().map(part -> withoutOr(source, part)).toList()
        : List.of();
  }

  private static TextSpan withoutOr(ItemText source, TextSpan part) {
    String words = source.covered(part);
    int or = words.startsWith("或者") ? 2 : words.startsWith("或") ? 1 : 0;
    return new TextSpan(part.start() + or, part.end());
  }

  private static List<TextSpan> cut(ItemText source, TextSpan span, String marks) {
    List<TextSpan> parts = new ArrayList<>();
    String text = source.covered();
    int from = span.start();
    for (int i = span.start(); i <= span.end(); i++) {
      boolean mark = i < span.end() && marks.indexOf(text.charAt(i)) >= 0;
      if (i == span.end() || mark && !goesOn(text, i, span)) {
        if (i > from) {
          parts.add(new TextSpan(from, i));
        }
        from = i + 1;
      }
    }
    return parts;
  }

  /** Behind a semicolon 且 goes on with the same statement. */
  private static boolean goesOn(String text, int at, TextSpan span) {
    return "；;".indexOf(text.charAt(at)) >= 0
        && CONTINUES.matcher(text).region(at + 1, span.end()).lookingAt();
  }
}
