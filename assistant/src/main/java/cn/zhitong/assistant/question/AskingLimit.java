package cn.zhitong.assistant.question;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.VisitorLimit;
import cn.zhitong.assistant.web.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** How often a visitor may ask, whichever way: page, OpenAI's protocol or an agent's tool. */
@Singleton
public class AskingLimit {
  private final VisitorLimit limit;
  private final QuestionConfig config;
  private final SecurityIdentity identity;

  AskingLimit(VisitorLimit limit, QuestionConfig config, SecurityIdentity identity) {
    this.limit = limit;
    this.config = config;
    this.identity = identity;
  }

  /**
   * Counts a question. The operator's own programs, which measure or connect, are no visitors.
   *
   * @throws Problem.RateLimited when the address has asked its number for now
   */
  public Caller count(HttpServerRequest http) {
    Caller caller = Caller.orVisitor(identity);
    if (!caller.has(Role.ADMINISTRATOR)) {
      limit.count("question", config.perMinute(), http);
    }
    return caller;
  }
}
