package cn.zhitong.ingest.recognise;

import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import cn.zhitong.ingest.read.SourceText;
import cn.zhitong.ingest.recognise.KeyLines.Key;
import cn.zhitong.ingest.region.Gazetteer;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a text's metadata: title → number → issuer → dates → validity → kind → place → topics
 * → relations. Each field says where it was found; what is unsure stays empty.
 */
public final class Recogniser {
  private final Gazetteer gazetteer;
  private final Regions regions;
  private final Topics themes = Topics.themes();
  private final Topics industries = Topics.industries();

  public Recogniser(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.regions = new Regions(gazetteer);
  }

  /**
   * @param stored the cleaned text that offsets refer to
   * @param source where it came from: file name, title hint, given metadata
   * @param bodyStart offset of the first numbered clause, or the text's length
   */
  public Recognition recognise(String stored, SourceText source, int bodyStart) {
    Page page = Page.of(stored, source, bodyStart, gazetteer);
    Findings found = new Findings();

    Evidence<String> title = title(page);
    found.put("title", title, PolicyMetadataBuilder::title);
    Evidence<String> attached = Attachments.title(page, title);
    found.put("attachedTitle", attached, PolicyMetadataBuilder::attachedTitle);
    Evidence<String> number = Numbers.own(page, title);
    found.put("documentNumber", number, PolicyMetadataBuilder::documentNumber);
    found.put("indexNumber", indexNumber(page), PolicyMetadataBuilder::indexNumber);
    Evidence<String> issuer = new Issuers(gazetteer).of(page, title, attached != null);
    found.put("issuer", issuer, PolicyMetadataBuilder::issuer);
    new Times(page, attached != null).recognise(found);
    boolean official = number != null || !page.law().isEmpty();
    Evidence<PolicyKind> kind = Kinds.of(title, stored, official);
    found.put("kind", kind, PolicyMetadataBuilder::kind);
    place(page, title, issuer, number, found);
    found.putAll("themes", themes.of(title, stored), PolicyMetadataBuilder::themes);
    found.putAll("industries", industries.of(title, stored), PolicyMetadataBuilder::industries);
    found.putAll(
        "supersedes",
        Supersession.of(stored, title, page.law()),
        PolicyMetadataBuilder::supersedes);
    relations(page, title, kind.value(), found);
    warnings(found);
    return Given.merge(found, source.given());
  }

  private Evidence<String> title(Page page) {
    if (page.given() != null && page.given().title() != null) {
      return new Evidence<>(page.given().title(), "given", null, null, null);
    }
    Optional<Evidence<String>> keyed =
        page.keys().get(Key.TITLE).filter(t -> t.value().length() >= 6);
    Optional<Evidence<String>> printed = Titles.find(page.head(), gazetteer);
    if (printed.isPresent()) {
      return printed.get();
    }
    return keyed.map(t -> t.with(Titles.tidy(t.value(), true))).orElseGet(() -> titleOutside(page));
  }

  /** From the file's own metadata or its name, where that reads like an official title. */
  private static Evidence<String> titleOutside(Page page) {
    String hint = page.source().titleHint();
    String name = page.source().fileName() == null ? "" : page.source().fileName();
    String stem =
        name.replaceFirst("\\.[A-Za-z0-9]{2,5}$", "")
            .replaceFirst("[（(]?\\d{4}-\\d{1,2}-\\d{1,2}[）)]?$", "")
            .strip();
    for (String candidate :
        new String[] {hint == null ? "" : hint.split("[_|]|-{1,2}(?=[一-龥]*网)")[0].strip(), stem}) {
      if (candidate.length() >= 6
          && candidate.matches(".*[一-龥]{4}.*")
          && Titles.OFFICIAL.matcher(candidate).find()) {
        boolean fromHint = !candidate.equals(stem);
        return new Evidence<>(
            candidate,
            fromHint ? Evidence.HEAD : Evidence.FILE_NAME,
            null,
            null,
            fromHint ? "页面标题" : "文件名");
      }
    }
    return null;
  }

  private static Evidence<String> indexNumber(Page page) {
    return page.keys()
        .get(Key.INDEX)
        .map(e -> e.with(DocumentNumbers.pack(e.value())))
        .filter(e -> e.value().matches("[0-9A-Za-z一-龥/\\-_.〔〕\\[\\]（）()]{4,60}"))
        .orElse(null);
  }

  private void place(
      Page page,
      Evidence<String> title,
      Evidence<String> issuer,
      Evidence<String> number,
      Findings found) {
    Evidence<cn.zhitong.ingest.region.Place> place =
        regions.of(title, issuer, number, page.stored()).orElse(null);
    if (place == null) {
      return;
    }
    found.put("level", place.with(place.value().level()), PolicyMetadataBuilder::level);
    found.put("region", place.with(place.value().code()), PolicyMetadataBuilder::region);
  }

  private static void relations(
      Page page, Evidence<String> title, PolicyKind kind, Findings found) {
    if (kind == PolicyKind.REPLY) {
      Replies.replyClass(page.stored())
          .ifPresent(c -> found.put("replyClass", c, PolicyMetadataBuilder::replyClass));
      Replies.about(page.stored())
          .ifPresent(a -> found.put("about", a, PolicyMetadataBuilder::about));
    }
    if (kind == PolicyKind.INTERPRETATION || kind == PolicyKind.GUIDE) {
      found.put("explains", Explanations.of(page, title), PolicyMetadataBuilder::explains);
    }
    PolicyMetadata soFar = found.metadata();
    if (title == null) {
      Evidence<String> shown = Evidence.derived(DisplayTitles.of(page, soFar), "原文没有标题");
      found.put("displayTitle", shown, PolicyMetadataBuilder::displayTitle);
    }
  }

  private static void warnings(Findings found) {
    PolicyMetadata metadata = found.metadata();
    List<Object[]> wanted =
        List.of(
            new Object[] {"标题", metadata.title() == null},
            new Object[] {"发布机构", metadata.issuer() == null},
            new Object[] {"成文日期", metadata.issuedOn() == null},
            new Object[] {"适用地区", metadata.region() == null});
    for (Object[] field : wanted) {
      if ((Boolean) field[1]) {
        found.warn("没有认出" + field[0] + "，已留空，请在发布前补充或确认。");
      }
    }
  }
}
