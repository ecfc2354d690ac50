package cn.zhitong.assistant.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A bearer token to be checked, and the request it came with: keys hold on some addresses only. */
final class BearerRequest extends BaseAuthenticationRequest {
  private final String token;
  private final String method;
  private final String path;

  BearerRequest(String token, String method, String path) {
    this.token = token;
    this.method = method;
    this.path = path;
  }

  String token() {
    return token;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }
}
