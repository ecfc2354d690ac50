package cn.zhitong.assistant.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A session cookie to be checked. */
final class SessionAuthenticationRequest extends BaseAuthenticationRequest {
  private final String token;

  SessionAuthenticationRequest(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
