package cn.zhitong.common.postgres;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The embedded server's configuration files. */
final class ServerSettings {
  /** Nobody without the password, not even from this machine. */
  static final String ACCESS =
      """
      # Written by Zhitong. No local connection is trusted.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private static final String FILE = "zhitong.conf";

  private ServerSettings() {}

  static Path file(Path cluster) {
    return cluster.resolve(FILE);
  }

  /** Makes a new cluster read our settings after its own. */
  static void include(Path cluster) throws IOException {
    Files.writeString(
        cluster.resolve("postgresql.conf"),
        "\ninclude_if_exists = '" + FILE + "'\n",
        StandardOpenOption.APPEND);
  }

  /** Written at each start; also where the port is remembered. */
  static void write(Path cluster, int port) throws IOException {
    Files.writeString(
        file(cluster),
        """
        # Written by Zhitong at each start.
        port = %d
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        password_encryption = 'scram-sha-256'
        # Taken as it is used: a vector index that is read from elsewhere costs a call for each page.
        shared_buffers = '%dMB'
        # Building a vector index of some ten thousand passages in memory takes about this much.
        maintenance_work_mem = '256MB'
        log_min_messages = warning
        # Statements carry appeals' texts; the log must not.
        log_min_error_statement = panic
        log_parameter_max_length_on_error = 0
        log_error_verbosity = terse
        """
            .formatted(port, sharedBuffers(memory())));
  }

  /** Bytes that this machine, or the container, has. */
  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }

  /** Megabytes: an eighth of the memory, not below PostgreSQL's default and not above 2 GB. */
  static long sharedBuffers(long memory) {
    return Math.min(2048, Math.max(128, memory / 8 / 1_048_576));
  }
}
