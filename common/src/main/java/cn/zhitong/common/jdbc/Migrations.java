package cn.zhitong.common.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings one schema up to date with Flyway, under Flyway's own lock, so that two nodes starting at
 * once is safe. The files are those named {@code V*.sql} beside {@code db/SCHEMA/migrations.md}: a
 * folder or a jar, found by that file, since class path scanning does not see into Quarkus' runner
 * jar.
 */
public final class Migrations {
  private Migrations() {}

  /** The corpus tables, which ingest owns. */
  public static void migrateCorpus(DataSource dataSource) {
    migrate(dataSource, "corpus", Migrations.class.getClassLoader());
  }

  /**
   * @param schema schema to migrate and folder of its files under {@code db/}
   * @param loader class loader that sees {@code db/SCHEMA/migrations.md}
   */
  public static void migrate(DataSource dataSource, String schema, ClassLoader loader) {
    flyway(dataSource, schema, loader).migrate();
  }

  /**
   * How a schema and this program stand to one another.
   *
   * @param pending versions that the next start applies, all of them where there is no schema
   * @param unknown versions that another program applied, which this one does not have
   */
  public record SchemaState(List<String> pending, List<String> unknown) {}

  /** Changes nothing. */
  public static SchemaState state(DataSource dataSource, String schema, ClassLoader loader) {
    MigrationInfoService info = flyway(dataSource, schema, loader).info();
    return new SchemaState(
        versions(info.all(), state -> !state.isApplied()),
        versions(info.all(), state -> state.isApplied() && !state.isResolved()));
  }

  private static List<String> versions(MigrationInfo[] all, Predicate<MigrationState> wanted) {
    return Arrays.stream(all)
        .filter(migration -> migration.getVersion() != null && wanted.test(migration.getState()))
        .map(migration -> migration.getVersion().getVersion())
        .toList();
  }

  private static Flyway flyway(DataSource dataSource, String schema, ClassLoader loader) {
    return Flyway.configure(loader)
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        // Features number their files apart from one another; later ones may be there already.
        .outOfOrder(true)
        .resourceProvider(new FoundResources("db/" + schema, loader))
        .load();
  }

  private static final class FoundResources implements ResourceProvider {
    private final List<LoadableResource> resources = new ArrayList<>();

    FoundResources(String folder, ClassLoader loader) {
      for (String name : names(folder, loader)) {
        resources.add(new TextResource(folder + "/" + name, loader));
      }
    }

    /** Names of the migrations in the folder or jar that holds the marker. */
    private static List<String> names(String folder, ClassLoader loader) {
      URL marker = loader.getResource(folder + "/migrations.md");
      if (marker == null) {
        throw new IllegalStateException("missing " + folder + "/migrations.md on the class path");
      }
      try {
        return marker.openConnection() instanceof JarURLConnection jar
            ? inJar(jar, folder + "/")
            : inFolder(Path.of(marker.toURI()).getParent());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("unreadable address of migrations " + marker, e);
      }
    }

    private static List<String> inJar(JarURLConnection connection, String prefix)
        throws IOException {
      // A file of its own: the connection's may be shared, and must not be closed here.
      try (JarFile jar = new JarFile(Path.of(uri(connection.getJarFileURL())).toFile())) {
        return jar.stream()
            .map(JarEntry::getName)
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .filter(FoundResources::isMigration)
            .sorted()
            .toList();
      }
    }

    private static URI uri(URL url) {
      return URI.create(url.toString());
    }

    private static List<String> inFolder(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(FoundResources::isMigration)
            .sorted()
            .toList();
      }
    }

    private static boolean isMigration(String name) {
      return name.startsWith("V") && name.endsWith(".sql") && name.indexOf('/') < 0;
    }

    @Override
    public LoadableResource getResource(String name) {
      return resources.stream()
          .filter(resource -> resource.getFilename().equals(name))
          .findFirst()
          .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return resources.stream().filter(r -> r.getFilename().startsWith(prefix)).toList();
    }
  }

  private static final class TextResource extends LoadableResource {
    private final String path;
    private final String text;

    TextResource(String path, ClassLoader loader) {
      this.path = path;
      this.text = Migrations.read(loader, path);
    }

    @Override
    public Reader read() {
      return new BufferedReader(new StringReader(text));
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path;
    }

    @Override
    public String getFilename() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
      return path;
    }
  }

  private static String read(ClassLoader loader, String path) {
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing migration resource " + path);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
          text.append(buffer, 0, n);
        }
        return text.toString();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
