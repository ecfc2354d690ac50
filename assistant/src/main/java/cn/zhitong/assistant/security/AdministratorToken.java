package cn.zhitong.assistant.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * {@code Authorization: Bearer TOKEN} with the token of the file that {@code
 * zhitong.admin-token-file} names: the operator of the machine, with every staff role. The file is
 * read at each use, so that a new token holds at once.
 */
@ApplicationScoped
class AdministratorToken {
  private static final Logger LOG = Logger.getLogger(AdministratorToken.class);

  /** Shorter ones could be guessed; a file with one is refused, as is an empty file. */
  private static final int MIN_LENGTH = 20;

  private final Optional<String> file;

  AdministratorToken(@ConfigProperty(name = "zhitong.admin-token-file") Optional<String> file) {
    this.file = file;
  }

  boolean is(String presented) {
    return token().filter(token -> Tokens.same(token, presented)).isPresent();
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
