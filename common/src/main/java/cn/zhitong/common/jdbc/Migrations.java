package cn.zhitong.common.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings one schema up to date with Flyway, under Flyway's own lock, so that two nodes starting at
 * once is safe. The files are named in {@code db/SCHEMA/index.txt}: class path scanning does not
 * see into Quarkus' runner jar.
 */
public final class Migrations {
  private Migrations() {}

  /** The corpus tables, which ingest owns. */
  public static void migrateCorpus(DataSource dataSource) {
    migrate(dataSource, "corpus", Migrations.class.getClassLoader());
  }

  /**
   * @param schema schema to migrate and folder of its files under {@code db/}
   * @param loader class loader that sees {@code db/SCHEMA/index.txt}
   */
  public static void migrate(DataSource dataSource, String schema, ClassLoader loader) {
    Flyway.configure(loader)
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        // Features number their files apart from one another; later ones may be there already.
        .outOfOrder(true)
        .resourceProvider(new IndexedResources("db/" + schema, loader))
        .load()
        .migrate();
  }

  private static final class IndexedResources implements ResourceProvider {
    private final List<LoadableResource> resources = new ArrayList<>();

    IndexedResources(String folder, ClassLoader loader) {
      for (String name : read(loader, folder + "/index.txt").split("\\R")) {
        if (!name.isBlank()) {
          resources.add(new TextResource(folder + "/" + name.strip(), loader));
        }
      }
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
