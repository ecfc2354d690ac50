package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.matching.enterprise.CreditCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds the application that a row pays: by its number, else by enterprise, item and amount. What
 * fits several, or none, is reported with what comes near; nothing is guessed.
 */
final class PaymentMatcher {
  /** Shorter names of items are parts of too many. */
  private static final int TELLING_ITEM = 4;

  private final Map<UUID, PayableApplication> byId = new HashMap<>();
  private final Map<String, List<PayableApplication>> byNumber = new HashMap<>();
  private final Map<String, List<PayableApplication>> byCode = new HashMap<>();
  private final Map<String, List<PayableApplication>> byName = new HashMap<>();
  private final Set<String> titles = new HashSet<>();

  PaymentMatcher(Collection<PayableApplication> applications) {
    for (PayableApplication one : applications) {
      byId.put(one.id(), one);
      add(byNumber, PaymentKeys.number(one.number()), one);
      add(byCode, PaymentKeys.code(one.creditCode()), one);
      add(byName, PaymentKeys.name(one.enterpriseName()), one);
      if (one.currentName() != null
          && !PaymentKeys.name(one.currentName()).equals(PaymentKeys.name(one.enterpriseName()))) {
        add(byName, PaymentKeys.name(one.currentName()), one);
      }
      titles.add(PaymentKeys.item(one.itemTitle()));
    }
  }

  private static void add(
      Map<String, List<PayableApplication>> map, String key, PayableApplication one) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
  }

  /**
   * @param application null where it is none's for sure
   * @param why then, in Chinese
   */
  record Match(PayableApplication application, String why) {
    static Match of(PayableApplication application) {
      return new Match(application, null);
    }

    static Match none(String why) {
      return new Match(null, why);
    }
  }

  Match match(PaymentRow row) {
    if (row.applicationId() != null) {
      return byId(row.applicationId())
          .map(Match::of)
          .orElseGet(() -> Match.none("没有编号为 " + row.applicationId() + " 的申报"));
    }
    return row.number() == null ? byEnterprise(row) : byNumber(row);
  }

  Optional<PayableApplication> byId(String id) {
    try {
      return Optional.ofNullable(byId.get(UUID.fromString(id.strip())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Match byNumber(PaymentRow row) {
    if (row.brokenNumber()) {
      return Match.none("编号“" + row.number() + "”已被表格软件改成近似数，请按原编号填写" + near(row));
    }
    List<PayableApplication> found =
        byNumber.getOrDefault(PaymentKeys.number(row.number()), List.of());
    if (found.size() > 1) {
      found =
          found.stream()
              .filter(one -> one.number().equalsIgnoreCase(row.number().strip()))
              .toList();
    }
    if (found.isEmpty()) {
      Optional<PayableApplication> id = byId(row.number());
      return id.map(Match::of)
          .orElseGet(() -> Match.none("没有编号为 " + row.number() + " 的申报" + near(row)));
    }
    PayableApplication one = found.get(0);
    if (row.item() != null && isOtherItem(row.item(), one)) {
      return Match.none(
          "编号 "
              + row.number()
              + " 的申报事项是“"
              + one.itemTitle()
              + "”，文件写的是“"
              + row.item()
              + "”，无法确定是哪一件");
    }
    return Match.of(one);
  }

  /** Whether it is the name of another item, not just another name of this one. */
  private boolean isOtherItem(String item, PayableApplication one) {
    return !fits(item, one) && titles.contains(PaymentKeys.item(item));
  }

  /** What an unknown number may have meant, for a person to decide. */
  private String near(PaymentRow row) {
    Match match = byEnterprise(row);
    return match.application() == null
        ? ""
        : "；按企业、事项和金额看可能是 " + match.application().number() + "，请核对";
  }

  private Match byEnterprise(PaymentRow row) {
    List<PayableApplication> own = List.of();
    if (row.creditCode() != null) {
      own = byCode.getOrDefault(PaymentKeys.code(row.creditCode()), List.of());
      if (own.isEmpty()) {
        return Match.none(unknownCode(row));
      }
    } else if (row.name() != null) {
      own = byName.getOrDefault(PaymentKeys.name(row.name()), List.of());
      long codes = own.stream().map(PayableApplication::creditCode).distinct().count();
      if (codes != 1) {
        return Match.none(
            own.isEmpty()
                ? "没有名为“" + row.name() + "”的企业的申报"
                : "名为“" + row.name() + "”的企业有 " + codes + " 家，请填写信用代码");
      }
    }
    return own.isEmpty() ? Match.none("没有申报编号，也没有企业") : narrowed(row, own);
  }

  private String unknownCode(PaymentRow row) {
    boolean valid = CreditCode.isValid(PaymentKeys.code(row.creditCode()));
    String named =
        row.name() != null && byName.containsKey(PaymentKeys.name(row.name()))
            ? "；名为“" + row.name() + "”的企业有申报，请核对信用代码"
            : "";
    return valid
        ? "信用代码 " + row.creditCode() + " 的企业没有申报" + named
        : "信用代码 " + row.creditCode() + " 有误（应为 18 位，末位为校验码）" + named;
  }

  private Match narrowed(PaymentRow row, List<PayableApplication> own) {
    List<PayableApplication> fitting = own;
    if (row.item() != null) {
      fitting = ofItem(row.item(), own);
      if (fitting.isEmpty()) {
        return Match.none("该企业没有申报事项“" + row.item() + "”；有：" + numbers(own));
      }
      if (fitting.size() == 1) {
        return Match.of(fitting.get(0));
      }
    }
    List<PayableApplication> payable =
        fitting.stream().filter(PayableApplication::isApproved).toList();
    if (row.item() != null && payable.size() == 1) {
      return Match.of(payable.get(0));
    }
    List<PayableApplication> byAmount = payable.stream().filter(one -> isDue(one, row)).toList();
    if (byAmount.isEmpty()) {
      byAmount =
          payable.stream()
              .filter(one -> one.approvedFen() != null && one.approvedFen() == row.fen())
              .toList();
    }
    if (byAmount.size() == 1) {
      return Match.of(byAmount.get(0));
    }
    return Match.none(
        "没有申报编号，按企业"
            + (row.item() == null ? "" : "、事项")
            + "和金额"
            + (byAmount.isEmpty() ? "对不上" : "对上不止一件")
            + "，请填写编号；该企业的申报："
            + numbers(fitting));
  }

  private static boolean isDue(PayableApplication one, PaymentRow row) {
    return one.approvedFen() != null && one.approvedFen() - one.paidFen() == row.fen();
  }

  private static List<PayableApplication> ofItem(String item, List<PayableApplication> own) {
    String key = PaymentKeys.item(item);
    List<PayableApplication> same =
        own.stream().filter(one -> PaymentKeys.item(one.itemTitle()).equals(key)).toList();
    return same.isEmpty() ? own.stream().filter(one -> fits(item, one)).toList() : same;
  }

  private static boolean fits(String item, PayableApplication one) {
    String key = PaymentKeys.item(item);
    String title = PaymentKeys.item(one.itemTitle());
    return key.equals(title)
        || key.length() >= TELLING_ITEM && title.contains(key)
        || title.length() >= TELLING_ITEM && key.contains(title);
  }

  private static String numbers(List<PayableApplication> applications) {
    return applications.stream()
        .limit(5)
        .map(
            one ->
                one.number()
                    + "（"
                    + one.itemTitle()
                    + (one.approvedFen() == null
                        ? ""
                        : String.format(Locale.ROOT, "，%s", AmountReader.yuan(one.approvedFen())))
                    + "）")
        .collect(Collectors.joining("、"));
  }
}
