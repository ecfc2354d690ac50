package cn.zhitong.assistant.casework.intake;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.CaseworkConfig;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.notice.NotifyWay;
import cn.zhitong.assistant.privacy.CheckDigits;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes an appeal of a request: cleans it, checks lengths and who may give what. */
@ApplicationScoped
public class AppealReader {
  static final String WIDGET = "widget";
  private static final String DEFAULT_STAFF_CHANNEL = "api";

  /** What visitors come by. */
  private static final Set<String> PUBLIC_CHANNELS = Set.of(WIDGET, "form");

  /** 7 to 20 digits with what stands between them; an extension may follow. */
  private static final Pattern PHONE =
      Pattern.compile("\\+?(?:[\\d][-\\s().]{0,2}){6,19}\\d(?:\\s?(?:转|EXT\\.?|#|-)\\s?\\d{1,6})?");

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@]{1,64}@[^\\s@.]{1,63}(?:\\.[^\\s@.]{1,63}){1,5}");

  private static final Pattern REGION = Pattern.compile("\\d{6}");
  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  /** Clocks of systems that send appeals differ by this much at most. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** Hotlines' work orders are longer than what a form takes. */
  private static final int STAFF_FACTOR = 4;

  private final CaseworkConfig config;
  private final Clock clock;

  AppealReader(CaseworkConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Cleans and checks a request; a problem names the field that cannot be taken. */
  public Appeal read(AppealRequest request, Caller caller) {
    boolean staff = caller.handlesAppeals();
    if (!staff) {
      refuseStaffFields(request, caller);
    }
    requireContact(request, staff);
    int factor = staff ? STAFF_FACTOR : 1;
    String title =
        PlainText.limited(request.title(), "title（标题）", config.maxTitleLength() * factor);
    String text = PlainText.limited(request.text(), "text（正文）", config.textLength() * factor);
    if (title.isEmpty() && text.isEmpty()) {
      throw new Problem.InvalidRequest("请填写来件的标题或正文。");
    }
    if (!staff && (title + text).codePoints().filter(Character::isLetterOrDigit).count() < 2) {
      throw new Problem.InvalidRequest("请写明来件的内容，好让承办单位知道是什么事。");
    }
    return new Appeal(
        channel(request.channel(), staff),
        PlainText.optional(request.externalNumber(), "externalNumber（外部编号）", 100),
        askedAt(request.askedAt()),
        region(request.region()),
        title,
        text,
        PlainText.optional(request.enterprise(), "enterprise（企业名称）", 200),
        PlainText.optional(request.contactName(), "contactName（联系人）", 100),
        PlainText.optional(request.contactPhone(), "contactPhone（联系电话）", 50),
        PlainText.optional(request.contactEmail(), "contactEmail（电子邮箱）", 200));
  }

  /**
   * Whoever writes for itself is told of a number that cannot be called. What hotlines noted down,
   * with two numbers or a name beside it, is filed as it is.
   */
  private static void requireContact(AppealRequest request, boolean staff) {
    String code = PlainText.clean(request.creditCode());
    if (!code.isEmpty() && !CheckDigits.creditCode(plain(code))) {
      throw new Problem.InvalidRequest("creditCode（统一社会信用代码）有误，应为 18 位，请核对。");
    }
    if (request.notifyBy() != null) {
      requireReachable(request);
    }
    if (staff) {
      return;
    }
    String phone = PlainText.clean(request.contactPhone());
    if (!phone.isEmpty() && !PHONE.matcher(plain(phone)).matches()) {
      throw new Problem.InvalidRequest("contactPhone（联系电话）有误，请填写手机或座机号码，如 0591-87654321。");
    }
    String email = PlainText.clean(request.contactEmail());
    if (!email.isEmpty() && !EMAIL.matcher(plain(email)).matches()) {
      throw new Problem.InvalidRequest("contactEmail（电子邮箱）有误，请核对。");
    }
  }

  /** Whoever wants to be told by a way leaves the address for it. */
  private static void requireReachable(AppealRequest request) {
    for (String code : request.notifyBy()) {
      NotifyWay way =
          Coded.find(NotifyWay.class, code)
              .orElseThrow(
                  () ->
                      new Problem.InvalidRequest(
                          "notifyBy（告知方式）可为 sms 短信、mail 邮件、webhook 平台消息、inbox 站内消息。"));
      if (way == NotifyWay.SMS && PlainText.clean(request.contactPhone()).isEmpty()) {
        throw new Problem.InvalidRequest("选择了以短信告知，请填写联系电话。");
      }
      if (way == NotifyWay.MAIL && PlainText.clean(request.contactEmail()).isEmpty()) {
        throw new Problem.InvalidRequest("选择了以邮件告知，请填写电子邮箱。");
      }
    }
  }

  /** As a Chinese input method writes numbers, too. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }

  private static void refuseStaffFields(AppealRequest request, Caller caller) {
    boolean staffOnly =
        request.externalNumber() != null
            || request.askedAt() != null
            || (request.channel() != null && !PUBLIC_CHANNELS.contains(request.channel()));
    if (!staffOnly) {
      return;
    }
    String detail = "externalNumber、askedAt 和 widget、form 以外的 channel 只能由工作人员或系统填写，请登录或提供令牌。";
    throw caller.roles().isEmpty()
        ? new Problem.Unauthorized(detail)
        : new Problem.Forbidden(detail);
  }

  private static String channel(String channel, boolean staff) {
    if (channel == null || channel.isBlank()) {
      return staff ? DEFAULT_STAFF_CHANNEL : WIDGET;
    }
    if (!CHANNEL.matcher(channel).matches()) {
      throw new Problem.InvalidRequest("channel（渠道）请用小写英文，如 widget、hotline、import。");
    }
    return channel;
  }

  /** The code as it is kept; null where none was given. */
  public static String region(String region) {
    if (region == null || region.isBlank()) {
      return null;
    }
    if (!REGION.matcher(region.strip()).matches()) {
      throw new Problem.InvalidRequest("region（地区）请用 GB/T 2260 六位代码，如 350100。");
    }
    return region.strip();
  }

  private Instant askedAt(String text) {
    return text == null || text.isBlank()
        ? clock.instant().truncatedTo(ChronoUnit.MICROS)
        : pastTime(text, "askedAt（提出时间）");
  }

  /**
   * Past cases that are brought in from another system keep the times at which it happened.
   *
   * @param occurredAt null for now
   */
  public Optional<Instant> happenedAt(String occurredAt, Caller caller) {
    if (occurredAt == null) {
      return Optional.empty();
    }
    if (!caller.has(Role.ADMINISTRATOR)) {
      throw new Problem.Forbidden("occurredAt 仅供管理员补录历史办件时填写。");
    }
    return Optional.of(pastTime(occurredAt, "occurredAt（发生时间）"));
  }

  /** With an offset as the API writes times; a local time or a date alone means Shanghai's. */
  public Instant pastTime(String text, String field) {
    Instant time = time(text.strip(), field).truncatedTo(ChronoUnit.MICROS);
    if (time.isAfter(clock.instant().plus(SKEW))) {
      throw new Problem.InvalidRequest(field + "晚于现在，请核对。");
    }
    if (time.isBefore(Instant.parse("2000-01-01T00:00:00Z"))) {
      throw new Problem.InvalidRequest(field + "早于 2000 年，请核对。");
    }
    return time;
  }

  private static Instant time(String text, String field) {
    try {
      if (text.length() == "2025-09-26".length()) {
        return LocalDate.parse(text).atStartOfDay(Infrastructure.ZONE).toInstant();
      }
      boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d");
      return offset
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text.replace(' ', 'T')).atZone(Infrastructure.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest(
          field + "“" + text + "”不是一个日期时间，请核对；写法如 2025-09-26 09:30，或 2025-09-26T09:30:00+08:00。");
    }
  }
}
