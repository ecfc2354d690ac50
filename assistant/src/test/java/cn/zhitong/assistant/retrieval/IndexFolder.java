package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Looks for words in a folder with a Lucene index: deleted documents that lie there count too. */
public final class IndexFolder {
  private final Path folder;

  public IndexFolder(Path folder) {
    this.folder = folder;
  }

  /** The index that a node makes of a database in an empty folder. */
  public static IndexFolder ofNode(Jdbc jdbc, Path folder) {
    OpenRetrieval.Config config =
        new OpenRetrieval.Config(
            Optional.of(folder),
            "lucene",
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            100,
            OptionalInt.of(100));
    try (SearchIndexes node =
        new SearchIndexes(jdbc, new HashedEmbedder(), config, Clock.systemUTC())) {
      node.follower().catchUp();
    }
    return new IndexFolder(folder.resolve("words-" + TextIndex.FORM));
  }

  /** Where a word is found: names of files, of stored fields, and of fields with its terms. */
  public List<String> placesOf(String word) throws IOException {
    List<String> places = new ArrayList<>();
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (holds(Files.readAllBytes(file), bytes)) {
          places.add(file.getFileName().toString());
        }
      }
    }
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        places.addAll(stored(leaf.reader(), word));
        places.addAll(terms(leaf.reader(), word));
      }
    }
    return places;
  }

  private static List<String> stored(LeafReader reader, String word) throws IOException {
    List<String> places = new ArrayList<>();
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      Document document = reader.storedFields().document(doc);
      document.getFields().stream()
          .filter(field -> field.stringValue() != null && field.stringValue().contains(word))
          .forEach(field -> places.add("stored " + field.name()));
    }
    return places;
  }

  /** Texts are cut into pairs of characters: a word is there where all of its pairs are. */
  private static List<String> terms(LeafReader reader, String word) throws IOException {
    List<String> places = new ArrayList<>();
    for (String field : fields(reader)) {
      Terms terms = reader.terms(field);
      boolean all = terms != null;
      for (int i = 0; all && i + 2 <= word.length(); i++) {
        all = terms.iterator().seekExact(new BytesRef(word.substring(i, i + 2)));
      }
      if (all || terms != null && terms.iterator().seekExact(new BytesRef(word))) {
        places.add("terms of " + field);
      }
    }
    return places;
  }

  private static List<String> fields(LeafReader reader) {
    List<String> names = new ArrayList<>();
    reader.getFieldInfos().forEach(info -> names.add(info.name));
    return names;
  }

  private static boolean holds(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      int same = 0;
      while (same < part.length && all[i + same] == part[same]) {
        same++;
      }
      if (same == part.length) {
        return true;
      }
    }
    return false;
  }
}
