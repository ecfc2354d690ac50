package cn.zhitong.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CharacterNGramsTest {
  private static final String ALPHABET = "企业补贴aB12，。 \n（）\uD83D\uDE00\u3007";

  @Test
  void grams_acrossWhatIsNotKept_areNone() {
    assertThat(CharacterNGrams.all("补贴，20万补贴", 2, Character::isLetter))
        .containsExactly("补贴", "万补", "补贴");
    assertThat(CharacterNGrams.of("补贴，20万补贴", 2, Character::isLetter)).containsExactly("补贴", "万补");
  }

  @Test
  void grams_ofATextShorterThanThey_areNone() {
    assertThat(CharacterNGrams.all("补", 2, character -> true)).isEmpty();
    assertThat(CharacterNGrams.all("", 1, character -> true)).isEmpty();
  }

  /** The definition, written out: each window all of whose characters are kept. */
  @RepeatedTest(40)
  void grams_ofRandomTexts_areTheWindowsOfKeptCharacters(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder drawn = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    String text = drawn.toString();
    for (IntPredicate kept : List.<IntPredicate>of(Character::isLetter, c -> true, c -> c > 255)) {
      for (int n = 1; n <= 3; n++) {
        List<String> windows = new ArrayList<>();
        for (int i = 0; i + n <= text.length(); i++) {
          String window = text.substring(i, i + n);
          if (window.chars().allMatch(kept)) {
            windows.add(window);
          }
        }
        assertThat(CharacterNGrams.all(text, n, kept)).isEqualTo(windows);
      }
    }
  }
}
