package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.LibraryVocabulary;
import cn.zhitong.common.text.Tokenizer;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts a question that was typed by sound into the library's words: a wrong character that sounds
 * like the right one (广高费, 网巴), and whole words in pinyin (gaoqi butie). Only what no text of the
 * library has and no dictionary knows is taken for a slip, and only a word of the library, or one
 * that enterprises say for one, is put in its place.
 */
final class SpellingCorrector {
  private static final int LONGEST = 5;

  /** Shorter Latin words are rather ERP or MES. */
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z' ]{5,60}");

  /** Natures of places and offices; a slip often looks like a person. */
  private static final Pattern NAME = Pattern.compile("n[st]");

  /** Characters that stand alone in any sentence, and so beside characters that no policy has. */
  private static final String PARTICLES =
      "的地得了着过是在有我你他她它您咱这那哪谁就都也还又再才不没无未别个件家位名年月日天次回趟为会能要想去来说到上下里外前后么吗呢吧啊呀嘛和与及或但而所把被让给对从向往由于以其该各每某几多少大小好很太最更只可应须已将正用拿叫做干搞弄买卖看问找听跟同比按照一二三四五六七八九十百千万两半人";

  private final Supplier<LibraryVocabulary> library;
  private volatile Sounds sounds = new Sounds(LibraryVocabulary.EMPTY);

  SpellingCorrector(Supplier<LibraryVocabulary> library) {
    this.library = library;
  }

  /** The question as it was meant, or as it is. */
  String corrected(String question) {
    LibraryVocabulary vocabulary = library.get();
    if (vocabulary.words().isEmpty()) {
      return question;
    }
    Sounds known = sounds;
    if (known.vocabulary != vocabulary) {
      known = new Sounds(vocabulary);
      sounds = known;
    }
    return withoutSlips(inCharacters(question, known), known);
  }

  /** A library's words by their sound, made when first asked for. */
  private static final class Sounds {
    private final LibraryVocabulary vocabulary;
    private final Map<String, List<String>> oneOff = new HashMap<>();
    private final Map<String, String> exact = new HashMap<>();

    Sounds(LibraryVocabulary vocabulary) {
      this.vocabulary = vocabulary;
      vocabulary.words().keySet().forEach(this::add);
      OfficialWords.said().forEach(this::add);
    }

    private void add(String word) {
      if (word.length() > 1 && word.length() <= LONGEST) {
        List<String> read = Pinyins.roughlyIn(word);
        for (int i = 0; i < word.length(); i++) {
          // A character of two readings may be typed for by either.
          List<String> sounds = List.of(Pinyins.roughly(word.charAt(i)), read.get(i));
          for (String sound : Set.copyOf(sounds)) {
            oneOff.computeIfAbsent(with(word, i, sound), s -> new ArrayList<>()).add(word);
          }
        }
        exact.merge(
            Pinyins.of(word), word, (one, other) -> weight(one) >= weight(other) ? one : other);
      }
    }

    /** Words that enterprises say first, then those of most policies. */
    private int weight(String word) {
      int said = OfficialWords.said().contains(word) ? 1_000_000 : 0;
      return said + vocabulary.words().getOrDefault(word, 0);
    }

    boolean has(String word) {
      return vocabulary.words().containsKey(word) || OfficialWords.said().contains(word);
    }
  }

  // A wrong character ------------------------------------------------------------

  private static String withoutSlips(String question, Sounds sounds) {
    boolean[] strange = strange(question, sounds.vocabulary);
    StringBuilder corrected = new StringBuilder();
    for (int i = 0; i < question.length(); ) {
      String meant = null;
      for (int length = Math.min(LONGEST, question.length() - i);
          length >= 2 && meant == null;
          length--) {
        meant = meant(question, i, length, strange, sounds).orElse(null);
      }
      corrected.append(meant == null ? question.substring(i, i + 1) : meant);
      i += meant == null ? 1 : meant.length();
    }
    return corrected.toString();
  }

  /**
   * Characters that no text has beside their neighbours, places left out: these are as they are.
   */
  private static boolean[] strange(String question, LibraryVocabulary vocabulary) {
    boolean[] strange = new boolean[question.length()];
    for (int i = 0; i < strange.length; i++) {
      boolean before = i == 0 || isStrange(question.substring(i - 1, i + 1), vocabulary);
      boolean after =
          i + 1 == strange.length || isStrange(question.substring(i, i + 2), vocabulary);
      strange[i] = before && after;
    }
    int at = 0;
    for (Term term : Tokenizer.QUESTION.cut(question)) {
      int from = question.indexOf(term.word, at);
      if (from < 0) {
        return new boolean[strange.length];
      }
      at = from + term.word.length();
      if (isMeant(term, vocabulary)) {
        Arrays.fill(strange, from, at, false);
      }
    }
    return strange;
  }

  /** What has a meaning as it stands: a known word, a place, a particle. */
  private static boolean isMeant(Term term, LibraryVocabulary vocabulary) {
    String word = term.word;
    if (word.length() == 1) {
      return PARTICLES.indexOf(word) >= 0;
    }
    boolean known =
        vocabulary.words().containsKey(word) || CoreDictionary.getTermFrequency(word) > 0;
    return known || term.nature != null && NAME.matcher(term.nature.toString()).lookingAt();
  }

  private static boolean isStrange(String pair, LibraryVocabulary vocabulary) {
    return !pair.codePoints().allMatch(Character::isIdeographic)
        || !vocabulary.pairs().contains(pair);
  }

  private static Optional<String> meant(
      String question, int from, int length, boolean[] strange, Sounds sounds) {
    String typed = question.substring(from, from + length);
    boolean slip =
        typed.codePoints().allMatch(Character::isIdeographic)
            && !sounds.has(typed)
            && CoreDictionary.getTermFrequency(typed) == 0;
    if (!slip) {
      return Optional.empty();
    }
    return IntStream.range(0, length)
        .filter(i -> strange[from + i])
        .mapToObj(i -> sounds.oneOff.getOrDefault(bySound(typed, i), List.of()))
        .flatMap(List::stream)
        .max(Comparator.comparingInt(sounds::weight));
  }

  /** The word with one character by its sound. */
  private static String bySound(String word, int at) {
    return with(word, at, Pinyins.roughly(word.charAt(at)));
  }

  private static String with(String word, int at, String sound) {
    return word.substring(0, at) + sound + word.substring(at + 1);
  }

  // Pinyin -----------------------------------------------------------------------

  private static String inCharacters(String question, Sounds sounds) {
    return LETTERS
        .matcher(question)
        .replaceAll(run -> Matcher.quoteReplacement(written(run, sounds)));
  }

  private static String written(MatchResult run, Sounds sounds) {
    List<String> syllables = new ArrayList<>();
    for (String part : run.group().toLowerCase(Locale.ROOT).split("[' ]+")) {
      List<String> parted = Pinyins.parted(part);
      if (parted.isEmpty() && !part.isEmpty()) {
        return run.group();
      }
      syllables.addAll(parted);
    }
    StringBuilder words = new StringBuilder();
    int known = 0;
    for (int i = 0; i < syllables.size(); ) {
      int length = Math.min(LONGEST, syllables.size() - i);
      String word = null;
      while (length > 1 && word == null) {
        String sound = String.join("", syllables.subList(i, i + length));
        word = sounds.exact.getOrDefault(sound, QuestionWords.SOUNDS.get(sound));
        length -= word == null ? 1 : 0;
      }
      words.append(word == null ? "" : word);
      known += word == null ? 0 : length;
      i += Math.max(1, length);
    }
    // Half of it in words is rather English that happens to fall into syllables.
    return known * 4 >= syllables.size() * 3 ? words.toString() : run.group();
  }
}
