package cn.zhitong.common.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of departments, found in text and brought to their full form (省工信厅 → 省工业和信息化厅, 市人社局 →
 * 市人力资源和社会保障局). A dictionary, since word segmentation cuts 省工信厅 in two. Immutable.
 */
public final class DepartmentNames {
  private static final class Standard {
    private static final DepartmentNames INSTANCE = new DepartmentNames(Map.of());
  }

  private static final String[] ORGANS = {"厅", "局"};
  private static final List<String> PREFIXES = List.of("自治区", "省", "市", "县", "区", "州", "旗", "盟");

  private final Map<String, String> full = new HashMap<>();
  private final NameTrie<String> trie;

  private DepartmentNames(Map<String, String> more) {
    for (String line : lines()) {
      String[] cells = line.split(",", -1);
      add(cells[0], cells[0]);
      for (String alias : cells[1].isEmpty() ? new String[0] : cells[1].split("\\|")) {
        add(alias, cells[0]);
      }
    }
    full.putAll(more);
    this.trie = new NameTrie<>(full);
  }

  /** The names that ship with the program. */
  public static DepartmentNames standard() {
    return Standard.INSTANCE;
  }

  /** These names and more, each mapped to its full form (a catalogue's short and former names). */
  public DepartmentNames with(Map<String, String> names) {
    Map<String, String> all = new HashMap<>(full);
    all.putAll(names);
    return new DepartmentNames(all);
  }

  /** Departments the text names, in order, none overlapping another. */
  public List<DepartmentMention> find(String text) {
    List<DepartmentMention> mentions = new ArrayList<>();
    List<PlaceMention> places = Gazetteer.standard().find(text);
    int free = 0;
    for (NameTrie.Match<String> match : trie.find(text)) {
      int start = prefixStart(text, match, places);
      boolean prefixed = start < match.start();
      // 政府, 法院 or 水利局 alone are words; 工信厅 alone, behind 、 in a list, is a department.
      boolean named = prefixed || match.end() - match.start() >= 3;
      if (named && start >= free) {
        String printed = text.substring(start, match.end());
        String canonical = text.substring(start, match.start()) + match.value();
        mentions.add(new DepartmentMention(start, match.end(), printed, canonical));
        free = match.end();
      }
    }
    return mentions;
  }

  private static int prefixStart(
      String text, NameTrie.Match<String> match, List<PlaceMention> places) {
    for (PlaceMention place : places) {
      if (place.end() == match.start() && place.start() < match.start()) {
        return place.start();
      }
    }
    for (String prefix : PREFIXES) {
      int at = match.start() - prefix.length();
      if (at >= 0 && text.startsWith(prefix, at)) {
        return at;
      }
    }
    return match.start();
  }

  /** The full form of a name, with its prefix; the name itself where it is not known. */
  public String canonical(String name) {
    String bare = name.strip();
    return split(bare)
        .map(cut -> bare.substring(0, cut) + full.get(bare.substring(cut)))
        .orElse(bare);
  }

  /** Whether two names mean the same department: 省发改委 and 省发展和改革委员会. */
  public boolean same(String one, String other) {
    return canonical(one).equals(canonical(other));
  }

  /** Where the prefix ends: the earliest cut whose rest is a known name. */
  private Optional<Integer> split(String name) {
    for (int cut = 0; cut < name.length() - 1; cut++) {
      if (full.containsKey(name.substring(cut))) {
        return Optional.of(cut);
      }
    }
    return Optional.empty();
  }

  /** 工信* stands for 工信厅 and 工信局; 发改局 under 发展和改革委员会 is its name in smaller places. */
  private void add(String name, String canonical) {
    if (!name.endsWith("*")) {
      full.putIfAbsent(
          name, canonical.endsWith("*") ? stem(canonical) + "局" : smaller(name, canonical));
      return;
    }
    for (String organ : ORGANS) {
      String target = canonical.endsWith("*") ? stem(canonical) + organ : canonical;
      full.putIfAbsent(stem(name) + organ, target);
    }
  }

  private static String smaller(String name, String canonical) {
    boolean bureauOfCommission = name.endsWith("局") && canonical.endsWith("委员会");
    return bureauOfCommission ? canonical.substring(0, canonical.length() - 3) + "局" : canonical;
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - 1);
  }

  private static List<String> lines() {
    try (InputStream in = DepartmentNames.class.getResourceAsStream("/region/departments.csv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the names of departments", e);
    }
  }
}
