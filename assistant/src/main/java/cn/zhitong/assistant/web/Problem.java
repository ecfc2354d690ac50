package cn.zhitong.assistant.web;

import java.util.Map;

/**
 * A fault as RFC 9457 describes it: {@code type} is {@code urn:zhitong:problem:<kebab>}, {@code
 * detail} a Chinese sentence that says what to do. Outcomes that are no faults (a refusal, an
 * abstention) are never problems.
 */
public abstract sealed class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When what needs the library's vectors answers 503, for the description of the interface. */
  public static final String MODEL_MISSING =
      "本节点没有生成政策库向量的模型（misconfigured），"
          + "重试无用，须由管理员设置 ZHITONG_ENCODER_ADAPTER 或执行 ./zhitong database reembed";

  /** The same of what is limited to as many requests as the node can do at once. */
  public static final String UNAVAILABLE = "使用的人较多（overloaded），见 Retry-After；或" + MODEL_MISSING;

  private final int status;
  private final String type;
  private final String title;
  private final transient Map<String, Object> extensions;

  private Problem(
      int status, String type, String title, String detail, Map<String, Object> extensions) {
    super(detail);
    this.status = status;
    this.type = type;
    this.title = title;
    this.extensions = Map.copyOf(extensions);
  }

  public int status() {
    return status;
  }

  /** Kebab-case end of the type URN. */
  public String type() {
    return type;
  }

  /** Short Chinese title of the type. */
  public String title() {
    return title;
  }

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
      super(400, "invalid-request", "请求有误", detail, extensions);
    }
  }

  /** 401: no login, or one that does not hold. */
  public static final class Unauthorized extends Problem {
    private static final long serialVersionUID = 1L;

    public Unauthorized(String detail) {
      super(401, "unauthorized", "需要登录", detail, Map.of());
    }
  }

  /** 403: logged in, but without the right. */
  public static final class Forbidden extends Problem {
    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
      super(403, "forbidden", "没有权限", detail, Map.of());
    }
  }

  /** 403 to everything but a new password, while the present one is somebody else's choice. */
  public static final class PasswordChangeDue extends Problem {
    private static final long serialVersionUID = 1L;

    public PasswordChangeDue(String detail) {
      super(403, "password-change-due", "请先修改密码", detail, Map.of());
    }
  }

  /** 404. */
  public static final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
      super(404, "not-found", "未找到", detail, Map.of());
    }
  }

  /** 408: the body did not arrive in time. */
  public static final class RequestTimeout extends Problem {
    private static final long serialVersionUID = 1L;

    public RequestTimeout(String detail) {
      super(408, "request-timeout", "传输超时", detail, Map.of());
    }
  }

  /** 409: based on a state that has changed, or not possible in this one. */
  public static final class Conflict extends Problem {
    private static final long serialVersionUID = 1L;

    public Conflict(String detail, Map<String, Object> extensions) {
      super(409, "conflict", "与当前状态冲突", detail, extensions);
    }
  }

  /** 413. */
  public static final class TooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
      super(413, "too-large", "内容过大", detail, Map.of());
    }
  }

  /** 422: the file was received but cannot be read as a policy. */
  public static final class UnreadableFile extends Problem {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String detail, Map<String, Object> extensions) {
      super(422, "unreadable-file", "文件无法读取", detail, extensions);
    }
  }

  /** 429: too many requests from one visitor or key. */
  public static final class RateLimited extends Problem {
    private static final long serialVersionUID = 1L;
    private final long retryAfterSeconds;

    public RateLimited(String detail, long retryAfterSeconds) {
      super(429, "rate-limited", "请求过于频繁", detail, Map.of("retryAfter", retryAfterSeconds));
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public long retryAfterSeconds() {
      return retryAfterSeconds;
    }
  }

  /** 503: the node has more to do than it can. */
  public static final class Overloaded extends Problem {
    private static final long serialVersionUID = 1L;
    private final long retryAfterSeconds;

    public Overloaded(String detail, long retryAfterSeconds) {
      super(503, "overloaded", "服务繁忙", detail, Map.of("retryAfter", retryAfterSeconds));
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public long retryAfterSeconds() {
      return retryAfterSeconds;
    }
  }

  /** 503: a setting of this node has to be mended first; trying again does not help. */
  public static final class Misconfigured extends Problem {
    private static final long serialVersionUID = 1L;

    public Misconfigured(String detail) {
      super(503, "misconfigured", "服务配置有误", detail, Map.of());
    }
  }
}
