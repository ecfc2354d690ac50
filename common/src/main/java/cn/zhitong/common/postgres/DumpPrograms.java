package cn.zhitong.common.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code pg_dump} and {@code pg_restore} of one PostgreSQL. The PostgreSQL that comes with the
 * program has neither.
 *
 * @param bin their folder
 * @param major their major version
 */
public record DumpPrograms(Path bin, int major) {
  /** A province's database, dumped at 20 MB a second, takes hours; a day means that it hangs. */
  private static final int LONGEST_HOURS = 24;

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  /** Made at each start, and only where pgvector is: a copy without it fits every server. */
  private static final String VECTOR_INDEX = "passage_embedding_hnsw";

  /**
   * Whom to connect to.
   *
   * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, with parameters or without
   */
  public record Target(String jdbcUrl, String user, String password) {
    private static final Pattern KEPT = Pattern.compile("[?&]((?:sslmode|sslrootcert)=[^&]*)");

    private static final Pattern PRIMARY = Pattern.compile("[?&]targetServerType=primary");

    /** As libpq has it; of the driver's parameters only those that it knows too. */
    String uri() {
      String uri = jdbcUrl.substring("jdbc:".length()).replaceFirst("\\?.*", "");
      List<String> kept = new ArrayList<>();
      Matcher parameters = KEPT.matcher(jdbcUrl);
      while (parameters.find()) {
        kept.add(parameters.group(1));
      }
      if (PRIMARY.matcher(jdbcUrl).find()) {
        kept.add("target_session_attrs=read-write");
      }
      return kept.isEmpty() ? uri : uri + "?" + String.join("&", kept);
    }
  }

  /**
   * Programs for a server: of its own version, else the next newer, which reads older servers too.
   *
   * @param configuredBin {@code ZHITONG_PG_BIN}, null if not set
   */
  public static Optional<DumpPrograms> forServer(int major, String configuredBin)
      throws IOException {
    List<DumpPrograms> found = new ArrayList<>();
    for (Path bin : folders(configuredBin)) {
      if (Files.isExecutable(bin.resolve("pg_dump"))
          && Files.isExecutable(bin.resolve("pg_restore"))) {
        Matcher version =
            VERSION.matcher(
                Commands.run(List.of(bin.resolve("pg_dump").toString(), "--version"), 20).output());
        if (version.find()) {
          found.add(new DumpPrograms(bin, Integer.parseInt(version.group(1))));
        }
      }
    }
    return found.stream()
        .filter(programs -> programs.major() >= major)
        .min(Comparator.comparingInt(DumpPrograms::major));
  }

  private static List<Path> folders(String configuredBin) throws IOException {
    List<Path> folders = new ArrayList<>();
    if (configuredBin != null && !configuredBin.isBlank() && !configuredBin.equals("bundled")) {
      folders.add(Path.of(configuredBin));
    }
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        versions.map(version -> version.resolve("bin")).forEach(folders::add);
      }
    }
    for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!entry.isBlank()) {
        folders.add(Path.of(entry));
      }
    }
    return folders;
  }

  /**
   * Writes the program's two schemas into a file, as of one moment.
   *
   * @throws IOException with what pg_dump said
   */
  public void dump(Target target, Path file) throws IOException {
    run(
        target,
        "pg_dump",
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        "--schema=corpus",
        "--schema=assistant",
        "--file=" + file,
        "--dbname=" + target.uri());
  }

  /**
   * Brings a file of {@link #dump} into a database without these schemas: whole or not at all.
   *
   * @throws IOException with what pg_restore said
   */
  public void restore(Target target, Path file) throws IOException {
    Path list = Files.createTempFile("zhitong-", ".list");
    try {
      List<String> contents = run(target, "pg_restore", "--list", file.toString()).lines().toList();
      Files.write(list, contents.stream().filter(line -> !line.contains(VECTOR_INDEX)).toList());
      run(
          target,
          "pg_restore",
          "--exit-on-error",
          "--single-transaction",
          "--no-owner",
          "--no-privileges",
          "--use-list=" + list,
          "--dbname=" + target.uri(),
          file.toString());
    } finally {
      Files.deleteIfExists(list);
    }
  }

  private String run(Target target, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(bin.resolve(program).toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("zhitong-", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("PGUSER", target.user());
      builder.environment().put("PGPASSWORD", target.password());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST_HOURS, TimeUnit.HOURS)) {
        process.destroyForcibly();
        throw new IOException(program + " took more than " + LONGEST_HOURS + " h");
      }
      String said = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(program + "：" + said.strip());
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + program, e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
