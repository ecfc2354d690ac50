package cn.zhitong.ingest.outline;

import cn.zhitong.ingest.policy.DutyRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a responsibility bracket says: who leads, supports, or is responsible. */
final class DutyClauses {
  static final String LABEL =
      "责任单位|责任部门|责任主体|实施单位|落实单位|牵头单位|牵头部门|牵头责任单位|主办单位|主责单位|配合单位|配合部门|配合责任单位|参加单位|参与单位|协办单位|协同单位";

  private static final Pattern LABELLED = Pattern.compile("(" + LABEL + ")\\s*[:：]");

  /** 「以下均需各市、县落实，不再列出」: what is named there carries out every clause. */
  private static final Pattern EVERY_CLAUSE =
      Pattern.compile(
          "以下[^，,。]{0,8}?(?:均需|均由|均须|都需|都由|还需|需由)(.+?)(?:分别|共同|按职责)?(?:负责)?(?:落实|负责|配合|实施)");

  private static final Pattern ROLE =
      Pattern.compile(
          "(按(?:照)?(?:职责|各自职责)?(?:分工|职责)?(?:分别|共同)?(?:负责|配合|落实)|牵头负责|共同牵头|分别牵头|牵头组织实施|牵头落实|牵头|分别负责|共同负责|各自负责|具体负责|组织实施|负责落实|负责|协助配合|积极配合|分别配合|共同配合|配合落实|配合|参与|抓好落实|贯彻落实|落实)");

  private DutyClauses() {}

  /** A department's part; {@code everyClause} where the bracket speaks for the whole text. */
  record Duty(String department, DutyRole role, boolean everyClause) {}

  static List<Duty> read(String content) {
    Set<Duty> duties = new LinkedHashSet<>();
    String rest = content.strip();
    Matcher every = EVERY_CLAUSE.matcher(rest);
    List<Duty> everywhere = new ArrayList<>();
    if (every.find()) {
      for (String name : DepartmentList.split(every.group(1))) {
        everywhere.add(new Duty(name, DutyRole.RESPONSIBLE, true));
      }
      rest = rest.substring(0, every.start());
    }
    for (String part : rest.split("[。]")) {
      duties.addAll(labelled(part));
    }
    duties.addAll(everywhere);
    return List.copyOf(duties);
  }

  private static List<Duty> labelled(String part) {
    List<Duty> duties = new ArrayList<>();
    Matcher label = LABELLED.matcher(part);
    if (!label.find()) {
      return byVerb(part, null);
    }
    do {
      int start = label.end();
      DutyRole role = roleOfLabel(label.group(1));
      int end = label.find() ? label.start() : part.length();
      duties.addAll(byVerb(part.substring(start, end), role));
      if (end == part.length()) {
        return duties;
      }
    } while (true);
  }

  private static DutyRole roleOfLabel(String label) {
    if (label.startsWith("牵头") || label.startsWith("主")) {
      return DutyRole.LEAD;
    }
    return label.startsWith("配合") || label.startsWith("参") || label.startsWith("协")
        ? DutyRole.SUPPORT
        : DutyRole.RESPONSIBLE;
  }

  /** Names up to each verb get its role; names behind the last verb get the label's. */
  private static List<Duty> byVerb(String list, DutyRole labelRole) {
    List<Duty> duties = new ArrayList<>();
    Matcher verb = ROLE.matcher(list);
    int from = 0;
    while (verb.find()) {
      if (!endsNames(list, verb.end())) {
        continue;
      }
      add(duties, list.substring(from, verb.start()), roleOfVerb(verb.group()));
      from = verb.end();
    }
    if (labelRole != null) {
      add(duties, list.substring(from), labelRole);
    }
    return duties;
  }

  /** A verb ends a list of names when a mark, or the end, is behind it. */
  private static boolean endsNames(String list, int at) {
    return at == list.length() || "，,；;、。 ".indexOf(list.charAt(at)) >= 0;
  }

  private static DutyRole roleOfVerb(String verb) {
    if (verb.contains("牵头")) {
      return DutyRole.LEAD;
    }
    return verb.contains("配合") || verb.contains("参与") ? DutyRole.SUPPORT : DutyRole.RESPONSIBLE;
  }

  private static void add(List<Duty> duties, String names, DutyRole role) {
    String[] withHelp = names.split("会同|商(?=省|市|县|区)");
    for (int i = 0; i < withHelp.length; i++) {
      DutyRole own = i == 0 || role == DutyRole.SUPPORT ? role : DutyRole.SUPPORT;
      DutyRole first = withHelp.length > 1 && i == 0 ? DutyRole.LEAD : own;
      for (String name : DepartmentList.split(withHelp[i])) {
        duties.add(new Duty(name, first, false));
      }
    }
  }
}
