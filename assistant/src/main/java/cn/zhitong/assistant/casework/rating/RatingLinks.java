package cn.zhitong.assistant.casework.rating;

import cn.zhitong.assistant.casework.SecretStore;
import cn.zhitong.assistant.notice.NoticeConfig;
import cn.zhitong.assistant.security.Hmac;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Links by which an enterprise rates without its tracking code: case and day of expiry, signed with
 * a key that all nodes find in the database. 16 bytes of case, 8 of time, 16 of HMAC-SHA256.
 */
@ApplicationScoped
public class RatingLinks {
  /** Those who were asked by message answer within days; a quarter is when reports are closed. */
  private static final Duration VALID = Duration.ofDays(90);

  private static final int SIGNED = 24;
  private static final int LENGTH = 40;

  private final SecretStore secrets;
  private final NoticeConfig config;
  private final Clock clock;

  RatingLinks(SecretStore secrets, NoticeConfig config, Clock clock) {
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  /** Where staff see a case; empty where the site's own address is not set. */
  public Optional<String> caseUrl(UUID caseId) {
    return config.siteUrl().map(uri -> site() + "/desk?case=" + caseId);
  }

  /** Where an enterprise looks its case up by number and code. */
  public Optional<String> lookUpUrl(String number) {
    return config.siteUrl().map(uri -> site() + "/my?number=" + number);
  }

  private String site() {
    return config.siteUrl().map(uri -> uri.toString().replaceAll("/+$", "")).orElse("");
  }

  /** Address of the page that rates; without the site's own address where that is not set. */
  public String url(UUID caseId, Instant from) {
    return site() + "/my#rate=" + token(caseId, from.plus(VALID));
  }

  private String token(UUID caseId, Instant expires) {
    byte[] head =
        ByteBuffer.allocate(SIGNED)
            .putLong(caseId.getMostSignificantBits())
            .putLong(caseId.getLeastSignificantBits())
            .putLong(expires.getEpochSecond())
            .array();
    byte[] all = Arrays.copyOf(head, LENGTH);
    System.arraycopy(signature(head), 0, all, SIGNED, LENGTH - SIGNED);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The case that a link is for.
   *
   * @throws Problem.NotFound when it was not made here, or its time is over
   */
  UUID caseOf(String token) {
    byte[] all = bytes(token);
    byte[] head = Arrays.copyOf(all, SIGNED);
    byte[] signature = Arrays.copyOfRange(all, SIGNED, LENGTH);
    boolean ours = MessageDigest.isEqual(signature, signature(head));
    ByteBuffer buffer = ByteBuffer.wrap(head);
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    if (!ours || clock.instant().getEpochSecond() > buffer.getLong()) {
      throw invalid();
    }
    return id;
  }

  private static byte[] bytes(String token) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
      if (all.length == LENGTH) {
        return all;
      }
    } catch (IllegalArgumentException e) {
      // Said below: for the visitor it is the same.
    }
    throw invalid();
  }

  private byte[] signature(byte[] head) {
    return Arrays.copyOf(Hmac.sha256(secrets.ratingKey(), head), LENGTH - SIGNED);
  }

  private static Problem invalid() {
    return new Problem.NotFound("评价链接无效或已过期，请用编号和查询码在“我的来件”中评价。");
  }
}
