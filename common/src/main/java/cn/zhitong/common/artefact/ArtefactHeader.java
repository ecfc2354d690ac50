package cn.zhitong.common.artefact;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stands at the head of a trained artefact: from what it was made and what it measured.
 *
 * @param what name of the learned part
 * @param base model that it changes
 * @param data name of each file or folder with its SHA-256
 * @param rows of training
 * @param options by name
 * @param commit of the code that trained
 * @param figures on documents that were not trained on, by name
 */
public record ArtefactHeader(
    String what,
    String base,
    Map<String, String> data,
    int rows,
    long seed,
    Map<String, Object> options,
    String commit,
    LocalDate date,
    Map<String, Object> figures) {
  private static final ObjectMapper JSON =
      StandardJson.MAPPER.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  public String json() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("what", what);
    fields.put("base", base);
    fields.put("data", data);
    fields.put("rows", rows);
    fields.put("seed", seed);
    fields.put("options", options);
    fields.put("commit", commit);
    fields.put("date", date.toString());
    fields.put("figures", figures);
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hashes of data by the last part of their names; a folder's is over its files'. */
  public static Map<String, String> hashes(List<Path> data) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (Path path : data) {
      hashes.put(path.toAbsolutePath().normalize().getFileName().toString(), hash(path));
    }
    return hashes;
  }

  private static String hash(Path path) throws IOException {
    MessageDigest digest = sha256();
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Files.newInputStream(file)) {
          byte[] buffer = new byte[1 << 16];
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of the bytes, in hexadecimal. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the program's own working copy; {@code unknown} where it is none. */
  public static String commitOfProgram() {
    Path home = Path.of(System.getProperty("zhitong.home", "."));
    try {
      String commit = git(home, "rev-parse", "--short=10", "HEAD");
      return commit.isEmpty() ? "unknown" : commit;
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String git(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
