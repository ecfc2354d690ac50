package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.extract.KeyLines.Key;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import cn.zhitong.ingest.read.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a text's metadata: title → number → issuer → dates → validity → kind → place → topics
 * → relations. Each field says where it was found; what is unsure stays empty.
 */
public final class MetadataExtractor {
  private static final int SHORTEST_TITLE = 5;

  /** A title stands among the first lines, whatever a page puts above it. */
  private static final int TITLE_LINES = 80;

  private static final Pattern ABOUT_LAW = Pattern.compile("\\s*《([^《》]{4,80})》.{0,16}");

  private final Gazetteer gazetteer;
  private final Regions regions;
  private final Topics themes = Topics.themes();
  private final Topics industries = Topics.industries();

  public MetadataExtractor(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.regions = new Regions(gazetteer);
  }

  /**
   * @param stored the cleaned text that offsets refer to
   * @param source where it came from: file name, title hint, given metadata
   * @param bodyStart offset of the first numbered clause, or the text's length
   */
  public Extraction recognise(String stored, SourceText source, int bodyStart) {
    DocumentView page = DocumentView.of(stored, source, bodyStart, gazetteer);
    ExtractedMetadata found = new ExtractedMetadata();

    Provenance<String> title = title(page);
    found.put("title", title, PolicyMetadataBuilder::title);
    Provenance<String> attached = AttachedTitles.title(page, title);
    found.put("attachedTitle", attached, PolicyMetadataBuilder::attachedTitle);
    Provenance<String> number = Numbers.own(page, title);
    found.put("documentNumber", number, PolicyMetadataBuilder::documentNumber);
    found.put("indexNumber", indexNumber(page), PolicyMetadataBuilder::indexNumber);
    Provenance<String> issuer = new Issuers(gazetteer).of(page, title, attached != null);
    found.put("issuer", issuer, PolicyMetadataBuilder::issuer);
    new DateExtractor(page, attached != null).recognise(found);
    boolean official = number != null || !page.law().isEmpty();
    Provenance<PolicyKind> kind = Kinds.of(title, stored, official);
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
    return GivenMetadataMerger.merge(found, source.given());
  }

  private Provenance<String> title(DocumentView page) {
    if (page.given() != null && page.given().title() != null) {
      return new Provenance<>(page.given().title(), "given", null, null, null);
    }
    Optional<Provenance<String>> ordered = Orders.title(page);
    if (ordered.isPresent()) {
      return ordered.get();
    }
    Optional<Provenance<String>> named = namedLine(page);
    if (named.isPresent()) {
      return named.get();
    }
    Optional<Provenance<String>> keyed =
        page.keys().get(Key.TITLE).filter(t -> t.value().length() >= 6);
    Optional<Provenance<String>> printed = Titles.find(page.head(), gazetteer);
    boolean official = printed.filter(t -> Titles.OFFICIAL.matcher(t.value()).find()).isPresent();
    if (official) {
      return printed.get();
    }
    Provenance<String> outside =
        keyed.map(t -> t.with(Titles.tidy(t.value(), true))).orElseGet(() -> titleOutside(page));
    return outside != null ? outside : printed.orElse(null);
  }

  /** The line that the page's or the file's own metadata name as title. */
  private Optional<Provenance<String>> namedLine(DocumentView page) {
    String hint = page.source().titleHint();
    String packed = hint == null ? "" : hint.replaceAll("[\\s\\u3000\\u00a0#*]+", "");
    if (packed.length() < SHORTEST_TITLE
        || Titles.isClauseHeading(packed)
        || IssuerNames.isName(packed, gazetteer)) {
      return Optional.empty();
    }
    return page.lines().stream()
        .limit(TITLE_LINES)
        .filter(line -> line.packed().equals(packed))
        .findFirst()
        .map(
            line ->
                Provenance.at(
                    Titles.tidy(line.text(), Titles.OFFICIAL.matcher(packed).find()),
                    Provenance.HEAD,
                    line.start(),
                    line.end()));
  }

  /** From the file's own metadata or its name, where that reads like an official title. */
  private static Provenance<String> titleOutside(DocumentView page) {
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
        return new Provenance<>(
            candidate,
            fromHint ? Provenance.HEAD : Provenance.FILE_NAME,
            null,
            null,
            fromHint ? "页面标题" : "文件名");
      }
    }
    return aboutLaw(hint, page);
  }

  /**
   * A page called 《某条例》全文 or 《某条例》答记者问: where its text begins with a chapter or an article it is
   * that text, else it is about it.
   */
  private static Provenance<String> aboutLaw(String hint, DocumentView page) {
    Matcher named = ABOUT_LAW.matcher(hint == null ? "" : hint);
    if (!named.matches() || !Titles.OFFICIAL.matcher(named.group(1)).find()) {
      return null;
    }
    boolean own = !page.lines().isEmpty() && Titles.isClauseHeading(page.lines().get(0).text());
    return new Provenance<>(
        own ? named.group(1) : hint.strip(), Provenance.HEAD, null, null, "页面标题");
  }

  private static Provenance<String> indexNumber(DocumentView page) {
    return page.keys()
        .get(Key.INDEX)
        .map(e -> e.with(DocumentNumbers.pack(e.value())))
        .filter(e -> e.value().matches("[0-9A-Za-z一-龥/\\-_.〔〕\\[\\]（）()]{4,60}"))
        .orElse(null);
  }

  private void place(
      DocumentView page,
      Provenance<String> title,
      Provenance<String> issuer,
      Provenance<String> number,
      ExtractedMetadata found) {
    Provenance<cn.zhitong.common.region.Place> place =
        regions.of(title, issuer, number, page.stored()).orElse(null);
    if (place == null) {
      return;
    }
    found.put("level", place.with(place.value().level()), PolicyMetadataBuilder::level);
    found.put("region", place.with(place.value().code()), PolicyMetadataBuilder::region);
  }

  private static void relations(
      DocumentView page, Provenance<String> title, PolicyKind kind, ExtractedMetadata found) {
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
      Provenance<String> shown = Provenance.derived(DisplayTitles.of(page, soFar), "原文没有标题");
      found.put("displayTitle", shown, PolicyMetadataBuilder::displayTitle);
    }
  }

  private static void warnings(ExtractedMetadata found) {
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
