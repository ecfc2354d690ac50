package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.Responsibility;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds responsibility brackets and lines (责任单位：…) and gives each to the innermost clause it stands
 * in. What a bracket says of all clauses (以下均需…落实) goes to the first clause without path.
 */
public final class Duties {
  private static final Pattern LINE =
      Pattern.compile("(?m)^[ \\t\\u3000]*((?:" + DutyClauses.LABEL + ")[:：].{2,300})$");

  private Duties() {}

  /** The same clauses with their responsibilities. */
  public static List<Clause> assign(String text, List<Clause> clauses) {
    List<List<Responsibility>> found = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      found.add(new ArrayList<>());
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Brackets.isOpen(text.charAt(i))) {
        continue;
      }
      int close = Brackets.closing(text, i, text.length());
      if (close > i && Brackets.looksLikeDuty(text.substring(i + 1, close))) {
        add(text.substring(i + 1, close), i, close + 1, clauses, found);
        i = close;
      }
    }
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      add(line.group(1), line.start(1), line.end(1), clauses, found);
    }
    List<Clause> assigned = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      Clause c = clauses.get(i);
      assigned.add(
          new Clause(
              c.path(), c.heading(), c.depth(), c.parent(), c.start(), c.end(), found.get(i)));
    }
    return assigned;
  }

  private static void add(
      String content, int start, int end, List<Clause> clauses, List<List<Responsibility>> found) {
    int own = clauses.indexOf(Outline.at(clauses, start));
    for (DutyClauses.Duty duty : DutyClauses.read(content)) {
      int clause = duty.everyClause() ? preamble(clauses) : own;
      found.get(clause).add(new Responsibility(duty.department(), duty.role(), start, end));
    }
  }

  private static int preamble(List<Clause> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).path() == null) {
        return i;
      }
    }
    return 0;
  }
}
