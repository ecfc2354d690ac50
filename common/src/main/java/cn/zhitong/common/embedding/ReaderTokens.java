package cn.zhitong.common.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tokens of a question and a passage as the reader takes them: {@code [CLS] question [SEP]
 * title headings [SEP] text [SEP]}, the text as the second segment, at most 128 tokens a segment.
 * Of a longer text it takes the run of sentences that has most of the question's tokens. Training
 * and service share this class.
 */
public final class ReaderTokens implements AutoCloseable {
  /** Tokens of each of the two segments, its closing [SEP] included. */
  static final int SEGMENT = 128;

  /** Most titles have fewer tokens; what makes a long one different stands at its beginning. */
  private static final int TITLE = 26;

  private static final int HEADINGS = 12;
  private static final int CLS = 101;
  private static final int SEP = 102;

  /** A sentence without an end is cut here, so that each piece fits into a window. */
  private static final int LONGEST_SENTENCE = 100;

  private static final String SENTENCE_ENDS = "。；！？;!?\n";

  /** What every question has; it says nothing of which sentences are on its matter. */
  private static final String COMMON = "的了吗呢是我们你在有和就要不怎么多少什请问能可以，。？?,! ";

  private final HuggingFaceTokenizer tokenizer;
  private final Set<Long> common = new HashSet<>();

  private ReaderTokens(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    for (int id : ids(COMMON)) {
      common.add((long) id);
    }
  }

  /**
   * @param ids tokens of the pair
   * @param askedTo the index in ids after the question's last token; its first is at 1
   * @param textFrom the index in ids at which the second segment begins
   * @param start where in the passage's text the window begins, in UTF-16 chars
   * @param end exclusive
   */
  public record Pair(int[] ids, int askedTo, int textFrom, int start, int end) {
    /** Whether this token is one of the question's. */
    public boolean isAsked(int index) {
      return index >= 1 && index < askedTo;
    }

    /** Whether this token is of title, headings or text; [SEP] is of none. */
    public boolean isTold(int index) {
      return index > askedTo && index != textFrom - 1 && index < ids.length - 1;
    }
  }

  private record Piece(int start, int end, int[] ids) {}

  /** With the tokenizer of bge-small-zh-v1.5 from the class path. */
  public static ReaderTokens load() {
    try (InputStream in =
        ReaderTokens.class.getClassLoader().getResourceAsStream(AnswerReader.TOKENIZER)) {
      return new ReaderTokens(
          HuggingFaceTokenizer.newInstance(in, Map.of("truncation", "false", "padding", "false")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The question with the best window of the passage. */
  public Pair pair(String question, ReaderPassage passage) {
    int[] asked = ids(question);
    int[] title = first(ids(passage.title()), TITLE);
    int[] headings = first(ids(passage.headings()), HEADINGS);
    asked = first(asked, SEGMENT - 3 - title.length - headings.length);
    Piece window = window(asked, passage.text());
    int textFrom = asked.length + title.length + headings.length + 3;
    int[] ids = new int[textFrom + window.ids.length + 1];
    int at = put(ids, 0, new int[] {CLS}, asked, new int[] {SEP}, title, headings, new int[] {SEP});
    put(ids, at, window.ids, new int[] {SEP});
    return new Pair(ids, asked.length + 1, textFrom, window.start, window.end);
  }

  private static int put(int[] ids, int from, int[]... parts) {
    int at = from;
    for (int[] part : parts) {
      System.arraycopy(part, 0, ids, at, part.length);
      at += part.length;
    }
    return at;
  }

  private int[] ids(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(tokenizer.encode(text, false, false).getIds())
            .mapToInt(id -> (int) id)
            .toArray();
  }

  private static int[] first(int[] ids, int count) {
    return ids.length <= count ? ids : Arrays.copyOf(ids, count);
  }

  /** The run of pieces that fits and shares most with the question; the first of equal ones. */
  private Piece window(int[] asked, String text) {
    List<Piece> pieces = pieces(text);
    Set<Long> wanted = new HashSet<>(grams(asked));
    wanted.removeAll(common);
    Piece best = null;
    double most = -1;
    for (int from = 0; from < pieces.size(); from++) {
      int to = from;
      int length = 0;
      while (to < pieces.size() && length + pieces.get(to).ids.length < SEGMENT) {
        length += pieces.get(to++).ids.length;
      }
      Piece window = joined(pieces.subList(from, Math.max(to, from + 1)), length);
      double shared = shared(wanted, window.ids);
      if (shared > most) {
        most = shared;
        best = window;
      }
      if (to == pieces.size()) {
        break;
      }
    }
    return best == null ? new Piece(0, 0, new int[0]) : best;
  }

  private static Piece joined(List<Piece> pieces, int length) {
    int[] ids = new int[Math.min(length, SEGMENT - 1)];
    int at = 0;
    for (Piece piece : pieces) {
      int taken = Math.min(piece.ids.length, ids.length - at);
      System.arraycopy(piece.ids, 0, ids, at, taken);
      at += taken;
    }
    return new Piece(pieces.get(0).start, pieces.get(pieces.size() - 1).end, ids);
  }

  /** Two tokens that follow each other count twice: they say more than each by itself. */
  private static double shared(Set<Long> wanted, int[] ids) {
    double shared = 0;
    for (long gram : new HashSet<>(grams(ids))) {
      if (wanted.contains(gram)) {
        shared += gram > Integer.MAX_VALUE ? 2 : 1;
      }
    }
    return shared;
  }

  private static List<Long> grams(int[] ids) {
    List<Long> grams = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      grams.add((long) ids[i]);
      if (i > 0) {
        grams.add((long) ids[i - 1] + 1 << 32 | ids[i]);
      }
    }
    return grams;
  }

  private List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean ends = SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0;
      boolean tooLong = i + 1 - from >= LONGEST_SENTENCE;
      boolean last = i + 1 == text.length();
      if (ends || tooLong || last) {
        int[] ids = ids(text.substring(from, i + 1));
        if (ids.length > 0) {
          pieces.add(new Piece(from, i + 1, first(ids, SEGMENT - 1)));
        }
        from = i + 1;
      }
    }
    return pieces;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
