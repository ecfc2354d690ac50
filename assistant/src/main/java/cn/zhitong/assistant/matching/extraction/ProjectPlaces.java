package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a project is filed, built or run, as against where its firm is registered. */
final class ProjectPlaces {
  private static final String THING = "(?:项目|工程|生产线|基地|活动|展会|赛事|作品)";
  private static final String DONE =
      "[^，。；、\\d]{0,12}?(?:立项|备案|核准|审批|实施|落地|落户|建设(?!银行|局|部门)|开工|建成|投产|投资|举办|举行|转化|产业化|拍摄)";

  private final Pattern words;

  ProjectPlaces(PlaceWords places) {
    String place = places.isEmpty() ? "(?!)" : places.alternatives();
    this.words =
        Pattern.compile(
            "[^，。；、在]{0,8}"
                + THING
                + "(?:应当?|须|需|必须|要|均|已|经)*(?:为|是)?(?:在|于|(?=在))"
                + place
                + DONE
                + "[^，。；\\d]{0,14}"
                + "|[^，。；、在]{0,4}项目的?(?:建设|实施|落户|所在|落地)*(?:地点?|选址|位置)(?:应当?|须|需|必须|均)*(?:在|位于|为|于)+"
                + place
                + "[^，。；、\\d]{0,8}");
  }

  /** 「项目须在本市立项备案」; empty where a stretch says something else. */
  Optional<FoundLeaf> detect(ItemText source, TextSpan piece) {
    Matcher said = words.matcher(source.covered()).region(piece.start(), piece.end());
    return said.matches()
        ? Optional.of(
            LeafBuilder.open(source, piece, "custom:项目实施地", LeafMode.EVIDENCE, Strength.HARD))
        : Optional.empty();
  }
}
