package cn.zhitong.assistant.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A bearer token to be checked, and the request it came with: keys hold on some addresses only. */
final class BearerRequest extends BaseAuthenticationRequest {
  private final String token;
  private final String method;
  private final String path;
  private final boolean personal;

  BearerRequest(String token, String method, String path, boolean personal) {
    this.token = token;
    this.method = method;
    this.path = path;
    this.personal = personal;
  }

  String token() {
    return token;
  }

  String method() {
    return method;
  }

  /** Whether personal data is asked for as it was sent. */
  boolean personal() {
    return personal;
  }

  String path() {
    return path;
  }
}
