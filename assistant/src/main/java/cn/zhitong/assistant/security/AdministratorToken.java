package cn.zhitong.assistant.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * {@code Authorization: Bearer TOKEN} with the token of the file that {@code
 * zhitong.admin-token-file} names: the operator of the machine, with every staff role. The file is
 * read at each use, so that a new token holds at once.
 */
@ApplicationScoped
class AdministratorToken implements IdentityProvider<TokenAuthenticationRequest> {
  private static final Logger LOG = Logger.getLogger(AdministratorToken.class);

  /** Shorter ones could be guessed; a file with one is refused, as is an empty file. */
  private static final int MIN_LENGTH = 20;

  private final Optional<String> file;

  AdministratorToken(@ConfigProperty(name = "zhitong.admin-token-file") Optional<String> file) {
    this.file = file;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request.getToken().getToken()));
  }

  private SecurityIdentity identity(String presented) {
    String token = token().orElseThrow(() -> new AuthenticationFailedException("no token is set"));
    if (!Tokens.same(token, presented)) {
      throw new AuthenticationFailedException("unknown token");
    }
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("system"))
        .addRoles(Role.effective(Set.of(Role.ADMINISTRATOR)))
        .addAttribute(Caller.DISPLAY_NAME, "系统接口")
        .addAttribute(Caller.SYSTEM, true)
        .build();
  }

  private Optional<String> token() {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      String token = Files.readString(Path.of(file.get())).strip();
      if (token.length() < MIN_LENGTH) {
        LOG.errorf(
            "the token in %s is shorter than %d characters: refused", file.get(), MIN_LENGTH);
        return Optional.empty();
      }
      return Optional.of(token);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.errorf(e, "cannot read the administrator's token from %s", file.get());
      return Optional.empty();
    }
  }
}
