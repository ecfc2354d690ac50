package cn.zhitong.assistant.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Compiler, libraries and runner, unpacked from their jars as npm would lay them out. A jar of
 * mvnpm has what a page loads as entries, and the rest, types among it, in an archive within.
 *
 * @param compiler the script to run
 * @param importMap where the packages lie that tests import
 */
record TypeScriptTools(Path deno, Path compiler, Path importMap) {
  private static final String ENTRIES = "META-INF/resources/_static/";
  private static final String WEBJAR_ENTRIES = "META-INF/resources/webjars/";
  private static final String ARCHIVE = "META-INF/.more.tgz";
  private static final String ARCHIVED = "resources/_static/";

  static TypeScriptTools in(Path folder) throws IOException {
    Path modules = folder.resolve("node_modules");
    Path deno = folder.resolve("deno").toAbsolutePath();
    try (var jars = Files.list(folder.resolve("jars"))) {
      for (Path jar : jars.toList()) {
        unpack(jar, modules, deno);
      }
    }
    // The runner knows packages by this file alone, since nothing here is installed by npm.
    Path imports = folder.resolve("imports.json").toAbsolutePath();
    Files.writeString(imports, "{\"imports\": {\"diff\": \"./node_modules/diff/lib/index.mjs\"}}");
    return new TypeScriptTools(
        deno, modules.resolve("typescript").resolve("lib").resolve("_tsc.js"), imports);
  }

  private static void unpack(Path jar, Path modules, Path deno) throws IOException {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    Path done = modules.resolve("." + name);
    if (Files.exists(done) && newer(done, jar)) {
      return;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().equals(ARCHIVE)) {
          unpackArchive(zip.getInputStream(entry), modules);
        } else if (entry.getName().endsWith("/deno")) {
          copy(zip.getInputStream(entry), deno);
          Files.setPosixFilePermissions(
              deno, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        } else if (entry.getName().startsWith(ENTRIES) && !entry.isDirectory()) {
          copy(zip.getInputStream(entry), place(modules, entry.getName(), ENTRIES));
        } else if (entry.getName().startsWith(WEBJAR_ENTRIES) && !entry.isDirectory()) {
          copy(zip.getInputStream(entry), place(modules, entry.getName(), WEBJAR_ENTRIES));
        }
      }
    }
    Files.createDirectories(modules);
    Files.writeString(done, "");
  }

  private static boolean newer(Path one, Path other) throws IOException {
    return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) >= 0;
  }

  private static void unpackArchive(InputStream in, Path modules) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().startsWith(ARCHIVED)) {
          copy(tar, place(modules, entry.getName(), ARCHIVED));
        }
      }
    }
  }

  /** {@code NAME/VERSION/file} without the version; reactive-element has a scope in npm. */
  private static Path place(Path modules, String entry, String prefix) {
    List<String> parts = List.of(entry.substring(prefix.length()).split("/"));
    String name = parts.get(0).equals("reactive-element") ? "@lit/reactive-element" : parts.get(0);
    Path place = modules.resolve(name);
    for (String part : parts.subList(2, parts.size())) {
      place = place.resolve(part);
    }
    if (!place.normalize().startsWith(modules)) {
      throw new IllegalStateException(entry + " leads out of the folder");
    }
    return place;
  }

  private static void copy(InputStream in, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
