package cn.zhitong.assistant.casework.log;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/**
 * SM2 with SM3 (GB/T 32918.2, the curve of GB/T 32918.5, signatures as DER), under the standard's
 * usual user id 1234567812345678.
 */
final class Sm2Signer implements HeadSigner {
  private final ECPrivateKeyParameters secret;
  private final ECPublicKeyParameters open;

  /**
   * @param seed 32 bytes that nobody can guess; the same seed is the same key
   */
  Sm2Signer(byte[] seed) {
    ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
    ECNamedDomainParameters domain =
        new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, curve.getCurve(), curve.getG(), curve.getN());
    // From 1 to n - 2, as the standard has it.
    BigInteger factor =
        new BigInteger(1, seed).mod(curve.getN().subtract(BigInteger.TWO)).add(BigInteger.ONE);
    secret = new ECPrivateKeyParameters(factor, domain);
    open = new ECPublicKeyParameters(curve.getG().multiply(factor).normalize(), domain);
  }

  @Override
  public String publicKey() {
    try {
      return Base64.getEncoder()
          .encodeToString(
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a point of the curve has its form", e);
    }
  }

  @Override
  public String sign(String content) {
    try {
      return Base64.getEncoder().encodeToString(signer(true, secret, content).generateSignature());
    } catch (CryptoException e) {
      throw new IllegalStateException("its own key signs", e);
    }
  }

  @Override
  public boolean verifies(String content, String signature) {
    try {
      return signer(false, open, content).verifySignature(Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static SM2Signer signer(boolean signs, CipherParameters key, String content) {
    SM2Signer signer = new SM2Signer(new SM3Digest());
    signer.init(signs, key);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    signer.update(bytes, 0, bytes.length);
    return signer;
  }
}
