package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.notice.NoticeConfig;
import cn.zhitong.assistant.security.Hmac;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens in links that work without a login: an id and 16 bytes of HMAC-SHA256 over it and what the
 * link is for. How long one holds is its record's to say.
 */
@ApplicationScoped
public class LinkTokens {
  private static final int SIGNED = 16;
  private static final int LENGTH = 32;

  private final SecretStore secrets;
  private final NoticeConfig config;

  LinkTokens(SecretStore secrets, NoticeConfig config) {
    this.secrets = secrets;
    this.config = config;
  }

  /** The site's address without a slash at its end; empty where it is not set. */
  public String site() {
    return config.siteUrl().map(uri -> uri.toString().replaceAll("/+$", "")).orElse("");
  }

  /**
   * @param purpose what the link may be used for; one for another purpose does not hold
   */
  public String token(String purpose, UUID id) {
    byte[] all = Arrays.copyOf(bytes(id), LENGTH);
    System.arraycopy(signature(purpose, id), 0, all, SIGNED, LENGTH - SIGNED);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** The id that a token is for; empty where it was not made here for this purpose. */
  public Optional<UUID> idOf(String purpose, String token) {
    if (token == null) {
      return Optional.empty();
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
      if (all.length != LENGTH) {
        return Optional.empty();
      }
      ByteBuffer buffer = ByteBuffer.wrap(all);
      UUID id = new UUID(buffer.getLong(), buffer.getLong());
      byte[] given = Arrays.copyOfRange(all, SIGNED, LENGTH);
      return MessageDigest.isEqual(given, signature(purpose, id))
          ? Optional.of(id)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] signature(String purpose, UUID id) {
    byte[] what = purpose.getBytes(StandardCharsets.UTF_8);
    byte[] message = ByteBuffer.allocate(what.length + SIGNED).put(what).put(bytes(id)).array();
    return Arrays.copyOf(Hmac.sha256(secrets.linkKey(), message), LENGTH - SIGNED);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(SIGNED)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
