package cn.zhitong.ingest.read;

import static cn.zhitong.ingest.read.WordParts.cell;
import static cn.zhitong.ingest.read.WordParts.p;
import static cn.zhitong.ingest.read.WordParts.row;
import static cn.zhitong.ingest.read.WordParts.table;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.PolicyPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of a source: kept at their place, or named. */
class KeptPicturesTest {
  @TempDir Path folder;

  private static byte[] picture(String format, int width, int height) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private ParsedPolicy parsed(Path file) throws Exception {
    List<SourceText> texts = new ArrayList<>();
    String name = file.getFileName().toString();
    new SourceReader(false).read(new SourceFile(name, name, file), texts::add, b -> {});
    return new PolicyParser().parse(texts.get(0));
  }

  private ParsedPolicy page(String body) throws Exception {
    return parsed(
        Files.writeString(
            folder.resolve("a.html"),
            "<html><head><meta charset=utf-8><title>碧湖市关于船闸的通知</title></head><body>"
                + "<div class=content><h1>碧湖市关于船闸的通知</h1><p>船闸自六月起分时放行，请提前安排。</p>"
                + body
                + "<p>放行时间以公告为准，特此通知。</p></div></body></html>"));
  }

  private static String data(byte[] picture) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);
  }

  /** What of the text stands behind a picture. */
  private static String behind(ParsedPolicy policy, int picture) {
    return policy.text().substring(policy.pictures().get(picture).place());
  }

  private static String drawing(String relation) {
    return "<w:p><w:r><w:drawing><a:graphic"
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData><pic:pic"
        + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr"
        + " id=\"1\" name=\"x\" descr=\"放行流程\"/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\""
        + relation
        + "\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></w:drawing></w:r></w:p>";
  }

  @Test
  void docx_pictures_standBehindTheirParagraphOrTable() throws Exception {
    Path file =
        WordParts.body(
                p("船闸自六月起分时放行，请提前安排。")
                    + drawing("m1")
                    + p("放行时间如下：")
                    + table(row(cell("船闸"), cell("时间")), row(cell("东闸"), cell("", drawing("m2"))))
                    + p("特此通知。"))
            .media("m1", "a.png", picture("png", 400, 300))
            .media("m2", "b.jpeg", picture("jpg", 200, 100))
            .write(folder.resolve("a.docx"));
    ParsedPolicy policy = parsed(file);
    assertThat(policy.pictures())
        .extracting(PolicyPicture::type, PolicyPicture::width, PolicyPicture::alt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(PolicyPicture.Type.PNG, 400, "放行流程"),
            org.assertj.core.groups.Tuple.tuple(PolicyPicture.Type.JPEG, 200, "放行流程"));
    assertThat(behind(policy, 0)).startsWith("放行时间如下");
    assertThat(behind(policy, 1)).startsWith("特此通知");
    assertThat(policy.warnings()).anyMatch(w -> w.contains("2 张图片，已随正文显示") && w.contains("未读出"));
  }

  @Test
  void docx_pictureThatNoBrowserShows_isNamed() throws Exception {
    Path file =
        WordParts.body(p("船闸自六月起分时放行，请提前安排。") + drawing("m1") + drawing("gone"))
            .media("m1", "a.png", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8))
            .write(folder.resolve("a.docx"));
    ParsedPolicy policy = parsed(file);
    assertThat(policy.pictures()).isEmpty();
    assertThat(policy.warnings()).anyMatch(w -> w.contains("2 张图片没有收入"));
  }

  @Test
  void html_pictures_inThePageAreKeptAndLinkedOnesNamed() throws Exception {
    ParsedPolicy policy =
        page(
            "<p><img src=\""
                + data(picture("png", 300, 200))
                + "\" alt=航道图></p><p>西闸检修期间船舶从东闸通过。</p><p><img src=/files/flow.png alt=流程></p>");
    assertThat(policy.pictures()).hasSize(1);
    assertThat(policy.pictures().get(0).alt()).isEqualTo("航道图");
    assertThat(behind(policy, 0)).startsWith("西闸检修");
    assertThat(policy.warnings())
        .anyMatch(w -> w.contains("1 张图片，已随正文显示"))
        .anyMatch(w -> w.contains("1 张图片（如“流程”）没有收入"));
  }

  @Test
  void html_pictureOfAbsurdSizeOrBrokenData_isNamed() throws Exception {
    byte[] bomb = picture("png", 60, 60);
    // Width and height of the head: 60,000 by 60,000 pixels.
    System.arraycopy(new byte[] {0, 0, (byte) 0xEA, 0x60, 0, 0, (byte) 0xEA, 0x60}, 0, bomb, 16, 8);
    ParsedPolicy policy =
        page(
            "<p><img src=\""
                + data(bomb)
                + "\"></p><p><img src=\"data:image/png;base64,iVBORw0KGgo=\"></p>"
                + "<p><img src=\"data:image/svg+xml;base64,PHN2Zy8+\"></p>");
    assertThat(policy.pictures()).isEmpty();
    assertThat(policy.warnings()).anyMatch(w -> w.contains("3 张图片没有收入"));
  }

  @Test
  void mht_pictures_areFoundByLocationAndId() throws Exception {
    String picture = Base64.getMimeEncoder().encodeToString(picture("png", 120, 90));
    Path file =
        Files.writeString(
            folder.resolve("a.mht"),
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b1\"\r\n\r\n--b1\r\n"
                + "Content-Type: text/html; charset=utf-8\r\nContent-Location: http://x.example/n/1.html\r\n\r\n"
                + "<html><body><div class=content><h1>碧湖市关于船闸的通知</h1>"
                + "<p>船闸自六月起分时放行，请提前安排。</p><p><img src=\"img/a.png\"></p>"
                + "<p><img src=\"cid:b@x\"></p><p>放行时间以公告为准，特此通知。</p></div></body></html>\r\n--b1\r\n"
                + "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Location: http://x.example/n/img/a.png\r\n\r\n"
                + picture
                + "\r\n--b1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-ID: <b@x>\r\n\r\n"
                + picture
                + "\r\n--b1--\r\n");
    ParsedPolicy policy = parsed(file);
    assertThat(policy.pictures()).hasSize(2);
    assertThat(behind(policy, 1)).startsWith("放行时间以公告");
  }
}
