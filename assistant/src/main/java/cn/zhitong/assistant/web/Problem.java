package cn.zhitong.assistant.web;

import java.util.Map;

/**
 * A fault as RFC 9457 describes it: {@code type} is {@code urn:zhitong:problem:<kebab>}, {@code
 * detail} a Chinese sentence that says what to do. Outcomes that are no faults (a refusal, an
 * abstention) are never problems.
 */
public abstract sealed class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> extensions;

  private Problem(String detail, Map<String, Object> extensions) {
    super(detail);
    this.extensions = Map.copyOf(extensions);
  }

  public abstract int status();

  /** Kebab-case end of the type URN. */
  public abstract String type();

  /** Short Chinese title of the type. */
  public abstract String title();

  /** Members beside the standard ones, e.g. {@code line} or {@code current}. */
  public Map<String, Object> extensions() {
    return extensions;
  }

  /** 400: the request itself is wrong. */
  public static final class InvalidRequest extends Problem {
    private static final long serialVersionUID = 1L;

    public InvalidRequest(String detail) {
      this(detail, Map.of());
    }

    public InvalidRequest(String detail, Map<String, Object> extensions) {
      super(detail, extensions);
    }

    @Override
    public int status() {
      return 400;
    }

    @Override
    public String type() {
      return "invalid-request";
    }

    @Override
    public String title() {
      return "请求有误";
    }
  }

  /** 401: no login, or one that does not hold. */
  public static final class Unauthorized extends Problem {
    private static final long serialVersionUID = 1L;

    public Unauthorized(String detail) {
      super(detail, Map.of());
    }

    @Override
    public int status() {
      return 401;
    }

    @Override
    public String type() {
      return "unauthorized";
    }

    @Override
    public String title() {
      return "需要登录";
    }
  }

  /** 403: logged in, but without the right. */
  public static final class Forbidden extends Problem {
    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
      super(detail, Map.of());
    }

    @Override
    public int status() {
      return 403;
    }

    @Override
    public String type() {
      return "forbidden";
    }

    @Override
    public String title() {
      return "没有权限";
    }
  }

  /** 403 to everything but a new password, while the present one is somebody else's choice. */
  public static final class PasswordChangeDue extends Problem {
    private static final long serialVersionUID = 1L;

    public PasswordChangeDue(String detail) {
      super(detail, Map.of());
    }

    @Override
    public int status() {
      return 403;
    }

    @Override
    public String type() {
      return "password-change-due";
    }

    @Override
    public String title() {
      return "请先修改密码";
    }
  }

  /** 404. */
  public static final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
      super(detail, Map.of());
    }

    @Override
    public int status() {
      return 404;
    }

    @Override
    public String type() {
      return "not-found";
    }

    @Override
    public String title() {
      return "未找到";
    }
  }

  /** 409: based on a state that has changed, or not possible in this one. */
  public static final class Conflict extends Problem {
    private static final long serialVersionUID = 1L;

    public Conflict(String detail, Map<String, Object> extensions) {
      super(detail, extensions);
    }

    @Override
    public int status() {
      return 409;
    }

    @Override
    public String type() {
      return "conflict";
    }

    @Override
    public String title() {
      return "与当前状态冲突";
    }
  }

  /** 413. */
  public static final class TooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
      super(detail, Map.of());
    }

    @Override
    public int status() {
      return 413;
    }

    @Override
    public String type() {
      return "too-large";
    }

    @Override
    public String title() {
      return "内容过大";
    }
  }

  /** 422: the file was received but cannot be read as a policy. */
  public static final class UnreadableFile extends Problem {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String detail, Map<String, Object> extensions) {
      super(detail, extensions);
    }

    @Override
    public int status() {
      return 422;
    }

    @Override
    public String type() {
      return "unreadable-file";
    }

    @Override
    public String title() {
      return "文件无法读取";
    }
  }

  /** 429: too many requests from one visitor or key. */
  public static final class RateLimited extends Problem {
    private static final long serialVersionUID = 1L;
    private final long retryAfterSeconds;

    public RateLimited(String detail, long retryAfterSeconds) {
      super(detail, Map.of("retryAfter", retryAfterSeconds));
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public long retryAfterSeconds() {
      return retryAfterSeconds;
    }

    @Override
    public int status() {
      return 429;
    }

    @Override
    public String type() {
      return "rate-limited";
    }

    @Override
    public String title() {
      return "请求过于频繁";
    }
  }

  /** 503: the node has more to do than it can. */
  public static final class Overloaded extends Problem {
    private static final long serialVersionUID = 1L;
    private final long retryAfterSeconds;

    public Overloaded(String detail, long retryAfterSeconds) {
      super(detail, Map.of("retryAfter", retryAfterSeconds));
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public long retryAfterSeconds() {
      return retryAfterSeconds;
    }

    @Override
    public int status() {
      return 503;
    }

    @Override
    public String type() {
      return "overloaded";
    }

    @Override
    public String title() {
      return "服务繁忙";
    }
  }
}
