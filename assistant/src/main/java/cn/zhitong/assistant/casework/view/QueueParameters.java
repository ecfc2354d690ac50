package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.log.CaseListStore;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.assistant.web.QueryText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads the queue's parameters, as an address has them; what cannot be read is a 400. */
final class QueueParameters {
  /** What fits an address of 16 KB. */
  private static final int MOST_IDS = 400;

  /** More words find nothing better. */
  private static final int MOST_WORDS = 10;

  private static final String OVERDUE = "overdue";
  private static final String BACKLOG = "backlog";

  private QueueParameters() {}

  static CaseListStore.Order order(String sort) {
    if (QueryText.blankToNull(sort) == null) {
      return CaseListStore.Order.DUE;
    }
    return Arrays.stream(CaseListStore.Order.values())
        .filter(one -> one.code().equals(sort.strip()))
        .findFirst()
        .orElseThrow(() -> new Problem.InvalidRequest("sort（排序）可为 due、newest 或 oldest。"));
  }

  static Category category(String text) {
    try {
      return QueryText.blankToNull(text) == null ? null : Category.of(text.strip());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("category（类别）可为 consultation、suggestion 或 demand。");
    }
  }

  static LocalDate lastDue(String due, LocalDate today) {
    return switch (due) {
      case OVERDUE, BACKLOG -> today.minusDays(1);
      case "today" -> today;
      default -> {
        try {
          yield LocalDate.parse(due);
        } catch (DateTimeException e) {
          throw new Problem.InvalidRequest(
              "due 可为 overdue（已超期）、backlog（补录未阅：补录时已到期且还没有人打开）、today（今日到期）、at_risk（临期，今日或下一个工作日到期）或日期，如 2025-09-30。");
        }
      }
    };
  }

  /** What came in late and is unread counts apart from what is overdue; null for either. */
  static Boolean unread(String due) {
    return OVERDUE.equals(due) ? Boolean.FALSE : BACKLOG.equals(due) ? Boolean.TRUE : null;
  }

  static List<String> states(String text) {
    if (QueryText.blankToNull(text) == null) {
      return null;
    }
    if (text.strip().equals("open")) {
      return codes(CaseStatus.UNANSWERED.stream().toList());
    }
    try {
      return codes(Arrays.stream(text.split(",")).map(String::strip).map(CaseStatus::of).toList());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(e.getMessage() + "，可用的状态见接口说明。");
    }
  }

  static List<String> codes(List<CaseStatus> states) {
    return states.stream().map(CaseStatus::code).toList();
  }

  /** Parted by blanks of any width; each must occur. */
  static List<String> words(String text) {
    return QueryText.blankToNull(text) == null
        ? null
        : Arrays.stream(text.strip().split("[\\s\\u3000\\u00a0]+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
  }

  static List<String> ids(String text) {
    if (QueryText.blankToNull(text) == null) {
      return null;
    }
    try {
      return Arrays.stream(text.split(","))
          .limit(MOST_IDS)
          .map(id -> UUID.fromString(id.strip()).toString())
          .toList();
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("ids 请用逗号分隔的 caseId。");
    }
  }
}
