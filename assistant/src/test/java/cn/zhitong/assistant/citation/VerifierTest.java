package cn.zhitong.assistant.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.zhitong.assistant.citation.StoredTexts.StoredText;
import cn.zhitong.assistant.citation.Verdict.Fault;
import cn.zhitong.assistant.citation.Verdict.Kind;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {
  private static final PolicyId POLICY = PolicyId.create();
  private static final String HEAD = "前文一句。";
  private static final List<String> NAMES =
      List.of("云泽省支持中小企业高质量发展若干措施", "云政办〔2025〕12号", "云泽省人民政府办公厅");

  static Stream<Arguments> sentences() throws IOException {
    try (InputStream in = VerifierTest.class.getResourceAsStream("/citation/sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" \\| "))
          .map(cells -> Arguments.of(cells[0].strip(), cells[1].strip(), cells[2].strip()));
    }
  }

  @Test
  void cases_inTheTable_areEnough() throws IOException {
    assertThat(sentences().count()).isGreaterThanOrEqualTo(300);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void verifier_ofEachCase_judgesAsWritten(String verdict, String sentence, String quote) {
    List<Kind> faults =
        verify(HEAD + quote, new CitedSentence(sentence, List.of(cite(quote, HEAD.length()))))
            .stream()
            .map(Fault::kind)
            .toList();
    if (verdict.equals("OK")) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults).contains(Kind.valueOf(verdict));
    }
  }

  @Test
  void quotes_inTheText_standAtTheirOffsets() {
    String quote = "企业应当按月报送数据。";
    var sentence = new CitedSentence(quote, List.of(cite(quote, HEAD.length() + 1)));
    assertThat(verify(HEAD + quote, sentence)).containsExactly(new Fault(Kind.NOT_VERBATIM, quote));
  }

  @Test
  void quote_otherInItsLastMark_isNotVerbatim() {
    String quote = "企业应当按月报送数据.";
    var sentence = new CitedSentence(quote, List.of(cite(quote, HEAD.length())));
    assertThat(verify(HEAD + "企业应当按月报送数据。", sentence))
        .containsExactly(new Fault(Kind.NOT_VERBATIM, quote));
  }

  @Test
  void withdrawnPolicy_cited_supportsNothing() {
    String quote = "企业应当按月报送数据。";
    var sentence = new CitedSentence(quote, List.of(cite(quote, 0)));
    assertThat(new Verifier(id -> Optional.empty()).verify(sentence).faults())
        .extracting(Fault::kind)
        .containsExactly(Kind.UNKNOWN_POLICY);
  }

  @Test
  void leadIn_withThePolicysOwnNames_holdsUp() {
    String quote = "企业应当按月报送数据。";
    var sentence =
        new CitedSentence(
            "《云泽省支持中小企业高质量发展若干措施》（云政办〔2025〕12号）二、(三)：", List.of(cite(quote, HEAD.length())));
    assertThat(verify(HEAD + quote, sentence)).isEmpty();
  }

  @Test
  void sentence_ofTwoCitations_isSupportedByBoth() {
    String text = "咨询类事项2个工作日内办结。建议类事项5个工作日内办结。";
    var sentence =
        new CitedSentence(
            "咨询类事项2个工作日内办结,建议类事项5个工作日内办结。",
            List.of(cite("咨询类事项2个工作日内办结。", 0), cite("建议类事项5个工作日内办结。", 14)));
    assertThat(verify(text, sentence)).isEmpty();
  }

  @Test
  void sentence_withoutCitation_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CitedSentence("没有依据。", List.of()));
  }

  private static List<Fault> verify(String stored, CitedSentence sentence) {
    StoredTexts library =
        id -> id.equals(POLICY) ? Optional.of(new StoredText(stored, NAMES)) : Optional.empty();
    return new Verifier(library).verify(sentence).faults();
  }

  private static Citation cite(String quote, int start) {
    return new Citation(
        POLICY,
        "a.txt",
        NAMES.get(0),
        NAMES.get(1),
        NAMES.get(2),
        "二、(三)",
        quote,
        start,
        start + quote.length(),
        PolicyStatus.IN_FORCE,
        null);
  }
}
