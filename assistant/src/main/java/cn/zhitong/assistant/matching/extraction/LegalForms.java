package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.LeafMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of applicant that no field of the catalogue is about: 居民企业, 法人或其他组织. */
final class LegalForms {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<=[的为是]|^)(?:居民企业|(?:企业)?法人(?:、|或者?|和|及)(?:其[他它])?(?:非法人)?组织|(?:企业|公司)或(?:者)?(?:其[他它](?:经济|社会)?组织|单位))(?=$|[，。；、])");

  private LegalForms() {}

  static List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    Matcher form = FORM.matcher(source.covered()).region(piece.start(), piece.end());
    form.useTransparentBounds(true);
    if (!form.find()) {
      return List.of();
    }
    TextSpan span = new TextSpan(form.start(), form.end());
    return List.of(LeafBuilder.open(source, span, LeafMode.EVIDENCE));
  }
}
