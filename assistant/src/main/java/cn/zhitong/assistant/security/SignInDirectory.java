package cn.zhitong.assistant.security;

import java.time.Instant;
import java.util.Optional;

/** The enterprises that may sign in by a code, kept by the feature that holds their files. */
public interface SignInDirectory {
  /** An enterprise with an address for its codes. */
  record Contact(String creditCode, String name, String email) {}

  Optional<Contact> contact(String creditCode);

  /** Keeps the digest of a code that went out; one before it is void. */
  void keep(String creditCode, byte[] digest, Instant expires);

  /** Whether it is the code that is out; a right one is used up, a wrong one counts. */
  boolean redeem(String creditCode, byte[] digest, Instant now, int mostTries);
}
