package cn.zhitong.common.artefact;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fixed split of documents by the SHA-256 of their id: a fifth is never trained on, and a tenth
 * of the others serves to calibrate. Split by document, never by line: questions on one clause are
 * alike.
 */
public enum HeldOut {
  TRAINED,
  CALIBRATION,
  TEST;

  private static final BigInteger PARTS = BigInteger.valueOf(5);
  private static final BigInteger CALIBRATION_PARTS = BigInteger.TEN;

  /**
   * @param doc the policy's externalId
   */
  public static HeldOut of(String doc) {
    BigInteger hash = new BigInteger(1, sha256(doc));
    if (hash.mod(PARTS).intValue() == 4) {
      return TEST;
    }
    return hash.divide(PARTS).mod(CALIBRATION_PARTS).signum() == 0 ? CALIBRATION : TRAINED;
  }

  /**
   * The part of a question that several documents answer.
   *
   * @return empty where some of them are held out and others not: such a question is neither
   *     trained on nor measured
   */
  public static Optional<HeldOut> ofAll(Collection<String> docs) {
    Set<HeldOut> parts = docs.stream().map(HeldOut::of).collect(Collectors.toSet());
    if (parts.contains(TEST)) {
      return parts.size() == 1 ? Optional.of(TEST) : Optional.empty();
    }
    return Optional.of(parts.contains(CALIBRATION) ? CALIBRATION : TRAINED);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
