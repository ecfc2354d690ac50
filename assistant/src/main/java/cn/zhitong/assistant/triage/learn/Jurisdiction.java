package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who has jurisdiction, as far as names tell: a department's name is taken apart into the area it
 * serves and what it does there (甘井子区 + 市场监督管理局), so that a department with one past case learns
 * from others of its area and of its kind.
 */
final class Jurisdiction {
  private static final Pattern AREA =
      Pattern.compile("^(.{1,4}?(?:新区|新园区|产业园区|开发区|经济区|保税区|区|市(?![场政容])|县|州|盟|旗))");

  /** 市 and 区 that belong to what a department does, not to where. */
  private static final Pattern NOT_AN_AREA = Pattern.compile("^(?:城市|市|区|小区|社区|园区|景区)");

  private static final Pattern KIND_OF_PLACE =
      Pattern.compile("(?:新区|新园区|产业园区|开发区|经济区|保税区|区|市|县|州|盟|旗)$");

  private static final Pattern STREET =
      Pattern.compile("^(?:.{1,4}(?:区|市|县))?(.{2,4}?)(?:街道|管理所|社区|分局|派出所|乡|镇|税务所|供电所)");

  private static final Pattern GOVERNMENT = Pattern.compile("人民政府|管理委员会|管委会|办事处");

  private static final Pattern STREET_OFFICE = Pattern.compile("^.*?街道(?:办事处)?(.*)$");

  private final int[] areaOf;
  private final int[] functionOf;
  private final List<String> areas = new ArrayList<>();
  private final List<String> shortAreas = new ArrayList<>();
  private final List<String> functions; // as they stand in texts
  private final List<String> names = new ArrayList<>();
  private final List<String> streets = new ArrayList<>();
  private final float[] trust;

  /**
   * @param trust of each area, from {@link #trust}; null before it is known
   */
  Jurisdiction(List<String> labels, float[] trust) {
    List<String> places = labels.stream().map(Jurisdiction::area).toList();
    List<String> tasks = labels.stream().map(Jurisdiction::function).toList();
    areas.addAll(new TreeSet<>(places));
    List<String> kinds = List.copyOf(new TreeSet<>(tasks));
    functions = kinds.stream().map(Jurisdiction::told).toList();
    areaOf = places.stream().mapToInt(areas::indexOf).toArray();
    functionOf = tasks.stream().mapToInt(kinds::indexOf).toArray();
    for (String area : areas) {
      String plain = KIND_OF_PLACE.matcher(area).replaceAll("");
      shortAreas.add(plain.length() < 2 ? area : plain);
    }
    for (String label : labels) {
      names.add(told(label));
      Matcher street = STREET.matcher(label);
      streets.add(street.find() ? street.group(1) : "");
    }
    this.trust = trust == null ? new float[areas.size()] : trust;
  }

  /**
   * How often an appeal that names an area is one of its departments' (learnt from the history):
   * 甘井子 mostly, the city's own name hardly ever.
   */
  static float[] trust(List<AppealDocument> documents, int[] labelOf, List<String> labels) {
    Jurisdiction names = new Jurisdiction(labels, null);
    double[] mentions = new double[names.areas.size()];
    double[] owned = new double[mentions.length];
    for (int i = 0; i < labelOf.length; i++) {
      String text = documents.get(i).text();
      for (int a = 0; a < mentions.length; a++) {
        if (names.named(a, text)) {
          mentions[a]++;
          owned[a] += names.areaOf[labelOf[i]] == a ? 1 : 0;
        }
      }
    }
    float[] trust = new float[mentions.length];
    for (int a = 0; a < trust.length; a++) {
      trust[a] = (float) ((owned[a] + 1) / (mentions[a] + 2));
    }
    return trust;
  }

  private boolean named(int area, String text) {
    return !areas.get(area).isEmpty() && text.contains(shortAreas.get(area));
  }

  float[] trust() {
    return trust;
  }

  /** The area at the head of a name, or nothing: then it serves the whole city. */
  static String area(String name) {
    Matcher area = AREA.matcher(name);
    return !NOT_AN_AREA.matcher(name).find() && area.find() ? area.group(1) : "";
  }

  /** What a department does, wherever; all street offices do the same. */
  static String function(String name) {
    String rest = name.substring(area(name).length());
    Matcher street = STREET_OFFICE.matcher(rest);
    String function = street.find() ? "街道" + street.group(1) : rest;
    return function.isEmpty() ? "人民政府" : function;
  }

  /** A name less what every government office has in it: what tells it from others in a text. */
  static String told(String name) {
    return GOVERNMENT.matcher(name).replaceAll("");
  }

  /** How many areas and functions there are. */
  int groups() {
    return areas.size() + functions.size();
  }

  /** Sets the places of a class's area and of its function, counted from {@code from}, to 1. */
  void mark(int wanted, float[] row, int from) {
    row[from + areaOf[wanted]] = 1;
    row[from + areas.size() + functionOf[wanted]] = 1;
  }

  /**
   * Writes the scores of each class's area and function.
   *
   * @param scored the classes', then the areas', then the functions'
   */
  void scored(
      double[] scored, ClassFeatures.Kind area, ClassFeatures.Kind function, float[][] evidence) {
    int functionsFrom = evidence.length + areas.size();
    for (int c = 0; c < evidence.length; c++) {
      set(evidence[c], area, (float) scored[evidence.length + areaOf[c]]);
      set(evidence[c], function, (float) scored[functionsFrom + functionOf[c]]);
    }
  }

  /** Writes what names and places say into the evidence of each class. */
  void look(AppealDocument document, float[][] evidence) {
    String text = document.text();
    Bigrams whole = Bigrams.of(text);
    Bigrams title = Bigrams.of(document.title());
    float[] named = new float[areas.size()];
    float most = 0;
    for (int a = 0; a < named.length; a++) {
      named[a] = named(a, text) ? trust[a] : 0;
      most = Math.max(most, named[a]);
    }
    float[] runs = new float[functions.size()];
    for (int f = 0; f < runs.length; f++) {
      runs[f] = whole.longestRun(functions.get(f));
    }
    for (int c = 0; c < evidence.length; c++) {
      boolean cityWide = areas.get(areaOf[c]).isEmpty();
      float own = named[areaOf[c]];
      float[] of = evidence[c];
      set(of, ClassFeatures.Kind.AREA_NAMED, own);
      set(of, ClassFeatures.Kind.OTHER_AREA_NAMED, own < most ? most : 0);
      set(of, ClassFeatures.Kind.CITY_WIDE, cityWide || trust[areaOf[c]] < .15 ? 1 : 0);
      set(of, ClassFeatures.Kind.FUNCTION_RUN, runs[functionOf[c]]);
      set(of, ClassFeatures.Kind.NAME_RUN, whole.longestRun(names.get(c)));
      set(of, ClassFeatures.Kind.NAME_IN_TITLE, title.longestRun(names.get(c)));
      boolean street = !streets.get(c).isEmpty() && text.contains(streets.get(c));
      set(of, ClassFeatures.Kind.STREET_NAMED, street ? 1 : 0);
    }
  }

  private static void set(float[] evidence, ClassFeatures.Kind kind, float value) {
    evidence[kind.ordinal()] = value;
  }

  /**
   * Logarithm of the share of each class's area or function.
   *
   * @param shares of each class
   * @param groupOf area or function of each class
   */
  private static void together(
      double[] shares, int[] groupOf, int groups, ClassFeatures.Kind kind, float[][] evidence) {
    double[] sums = new double[groups];
    for (int c = 0; c < shares.length; c++) {
      sums[groupOf[c]] += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      set(evidence[c], kind, (float) Math.log(sums[groupOf[c]] + 1e-4));
    }
  }

  void together(
      double[] shares, ClassFeatures.Kind area, ClassFeatures.Kind function, float[][] evidence) {
    together(shares, areaOf, areas.size(), area, evidence);
    together(shares, functionOf, functions.size(), function, evidence);
  }
}
