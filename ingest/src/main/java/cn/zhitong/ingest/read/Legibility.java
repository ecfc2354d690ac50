package cn.zhitong.ingest.read;

/**
 * Tells text from nonsense that a font with an encoding of its own leaves. Half of what is written
 * in Chinese is written with some two hundred characters; shifted codes scatter over all of them.
 */
final class Legibility {
  /** The characters that occur most in modern Chinese, by their known order of frequency. */
  private static final String FREQUENT =
      "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必先回则任取据处给色光门即保治北造百规领七海口东导器压志世金增争济阶思术极交受联什认六共权收证改清己美再采转更单风切打白教速带安场身车例真务具万每目至达走积示议声报完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界林律且究观越织装影算低持音众书布复容须际商非验连断深难近千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候毛亲快效院查江型王按格养易置派层片始却专状育厂京识适属包火住调满县局照参红细引听该铁价严项申请奖补助贴企政策厅知印施款额不超低于负责审核财街镇村";

  private static final int LEAST = 16;

  /** Real texts have .7 and more, lists of names about .4; shifted codes .1. */
  private static final double USUAL = .3;

  private static final double UNREADABLE = .1;

  private Legibility() {}

  /** Whether so much of a text is no language that it has to be read in another way. */
  static boolean isNonsense(String text) {
    int han = 0;
    int usual = 0;
    int unreadable = 0;
    int marks = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        continue;
      }
      all++;
      boolean none =
          c == '\uFFFD'
              || c >= '\uE000' && c <= '\uF8FF'
              || Character.isISOControl(c)
              || !Character.isDefined(c);
      unreadable += none ? 1 : 0;
      if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
        han++;
        usual += FREQUENT.indexOf(c) >= 0 ? 1 : 0;
      } else if (c < 128 && !Character.isLetterOrDigit(c)) {
        marks++;
      }
    }
    if (all < LEAST) {
      return all > 0 && unreadable * 2 > all;
    }
    return unreadable > UNREADABLE * all
        || han >= LEAST && usual < USUAL * han
        || han < all / 10 && marks > .35 * all;
  }
}
