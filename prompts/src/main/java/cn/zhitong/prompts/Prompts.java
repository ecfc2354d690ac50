package cn.zhitong.prompts;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders prompts with plain Qute: a value is put in as it is, never parsed as a template and never
 * escaped.
 */
public final class Prompts {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Engine engine =
      Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver()).build();
  private final Map<String, Task> tasks = new ConcurrentHashMap<>();

  /** A fence's nonce: 64 random bits in hex. */
  public static String nonce() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public RenderedPrompt render(Prompt prompt) {
    Task task = tasks.computeIfAbsent(prompt.id(), this::load);
    return new RenderedPrompt(
        prompt.id(), task.hash, fill(task.system, prompt), fill(task.user, prompt));
  }

  private static String fill(Template template, Prompt prompt) {
    TemplateInstance instance = template.instance();
    for (RecordComponent component : prompt.getClass().getRecordComponents()) {
      try {
        instance.data(component.getName(), component.getAccessor().invoke(prompt));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return instance.render();
  }

  Task load(String id) {
    String system = read(id + "/system.txt");
    String user = read(id + "/user.txt");
    return new Task(engine.parse(system), engine.parse(user), hash(system + "\0" + user));
  }

  record Task(Template system, Template user, String hash) {}

  private static String read(String name) {
    try (InputStream in = Prompts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing prompt text " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
