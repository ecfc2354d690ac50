package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.security.SignInDirectory;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/** Addresses of enterprises, and the sign-in codes that are out. */
@ApplicationScoped
class EnterpriseContactStore implements SignInDirectory {
  private static final String CONTACT =
      """
      select c.credit_code, e.name, c.email
      from assistant.enterprise_contact c join assistant.enterprise e using (credit_code)
      where c.credit_code = ? and c.email is not null
      """;
  private static final String PUT =
      """
      insert into assistant.enterprise_contact (credit_code, email, phone, updated_by, updated_at)
      values (?, ?, ?, ?, ?)
      on conflict (credit_code) do update
         set email = excluded.email, phone = excluded.phone, updated_by = excluded.updated_by,
             updated_at = excluded.updated_at
      """;
  private static final String KEEP =
      """
      insert into assistant.enterprise_sign_in (credit_code, code_digest, expires_at, tries)
      values (?, ?, ?, 0)
      on conflict (credit_code) do update
         set code_digest = excluded.code_digest, expires_at = excluded.expires_at, tries = 0
      """;

  /** Counts the try before the code is looked at, so that tries side by side count each. */
  private static final String TRY =
      """
      update assistant.enterprise_sign_in set tries = tries + 1
      where credit_code = ? and expires_at > ? and tries < ?
      returning code_digest
      """;

  private static final String USED =
      "delete from assistant.enterprise_sign_in where credit_code = ? and code_digest = ?";

  private final Jdbc jdbc;

  @Inject
  EnterpriseContactStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Contact> contact(String creditCode) {
    return jdbc.first(
        CONTACT,
        row ->
            new Contact(
                row.getString("credit_code"), row.getString("name"), row.getString("email")),
        creditCode);
  }

  /** Either address may be null. */
  void put(CreditCode code, String email, String phone, String actor, Instant at) {
    jdbc.update(PUT, code.value(), email, phone, actor, at);
  }

  @Override
  public void keep(String creditCode, byte[] digest, Instant expires) {
    jdbc.update(KEEP, creditCode, digest, expires);
  }

  @Override
  public boolean redeem(String creditCode, byte[] digest, Instant now, int mostTries) {
    Optional<byte[]> out =
        jdbc.first(TRY, row -> row.getBytes("code_digest"), creditCode, now, mostTries);
    return out.filter(one -> MessageDigest.isEqual(one, digest)).isPresent()
        && jdbc.update(USED, creditCode, digest) == 1;
  }
}
