package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhitong.ingest.read.Fixtures.PdfLine;
import cn.zhitong.ingest.read.UnreadableSource.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow, since what is refused has to be unpacked up to the limit first. */
@Tag("slow")
class HostileSourceTest {
  @TempDir Path folder;

  private void refused(Path file, Kind kind) {
    List<SourceText> texts = new ArrayList<>();
    String name = file.getFileName().toString();
    UnreadableSource problem =
        catchThrowableOfType(
            UnreadableSource.class,
            () -> new SourceReader().read(new SourceFile(name, name, file), texts::add, b -> {}));
    assertThat(problem).as(name).isNotNull();
    assertThat(problem.kind()).as(name + ": " + problem.getCause()).isEqualTo(kind);
    assertThat(problem.getMessage()).matches("(?s).*[请].*。");
    assertThat(texts).isEmpty();
  }

  private Path bytes(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }

  @Test
  void workbook_numberThatNoSheetHolds_isLeftOutAndTold() throws Exception {
    Path plain = folder.resolve("plain.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(plain)) {
      Row row = workbook.createSheet("补助").createRow(0);
      row.createCell(0).setCellValue("加固补助标准");
      row.createCell(1).setCellValue(7);
      workbook.write(out);
    }
    Path hostile = folder.resolve("hostile.xlsx");
    try (ZipFile from = new ZipFile(plain.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(hostile))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        to.write(
            entry.getName().endsWith("sheet1.xml")
                ? text.replace("<v>7.0</v>", "<v>1E100000000</v>").getBytes(StandardCharsets.UTF_8)
                : bytes);
      }
    }
    List<SourceText> texts = new ArrayList<>();
    new SourceReader().read(new SourceFile("h", "hostile.xlsx", hostile), texts::add, b -> {});
    assertThat(texts.get(0).text().strip()).isEqualTo("加固补助标准");
    assertThat(texts.get(0).warnings()).singleElement().asString().contains("B1", "超出范围");
  }

  @Test
  void emptyFile_ofAnyFormat_isRefused() throws Exception {
    for (String ending : List.of("txt", "md", "html", "pdf", "docx", "doc", "ofd", "jsonl")) {
      refused(bytes("empty." + ending, new byte[0]), Kind.EMPTY);
    }
    refused(bytes("blank.txt", " \n\n\t\n".getBytes(StandardCharsets.UTF_8)), Kind.NO_TEXT);
    refused(bytes("marks.txt", new byte[] {0, 0, (byte) 0xff, (byte) 0xfe}), Kind.NO_TEXT);
    refused(bytes("lines.txt", "———— …… 。\n".getBytes(StandardCharsets.UTF_8)), Kind.NO_TEXT);
    refused(bytes("blank.jsonl", "\n\n".getBytes(StandardCharsets.UTF_8)), Kind.EMPTY);
  }

  @Test
  void noise_underEveryEnding_isRefused() throws Exception {
    for (String ending : List.of("txt", "md", "html", "pdf", "docx", "doc", "ofd")) {
      refused(bytes("noise." + ending, noise(50_000)), Kind.MALFORMED);
    }
    refused(bytes("noise.png", noise(5_000)), Kind.UNKNOWN_KIND);
    refused(bytes("noise.xls", noise(5_000)), Kind.MALFORMED);
    refused(bytes("noise.zzz", noise(5_000)), Kind.UNKNOWN_KIND);
    refused(bytes("sheet.csv", "a,b\n".getBytes(StandardCharsets.UTF_8)), Kind.UNKNOWN_KIND);
    refused(
        Fixtures.zip(folder.resolve("a.xlsx"), Map.of("xl/workbook.xml", Fixtures.xml("<a/>"))),
        Kind.MALFORMED);
  }

  @Test
  void file_truncated_isReadOrRefused() throws Exception {
    byte[] docx = Files.readAllBytes(Fixtures.docx(folder.resolve("whole.docx")));
    refused(bytes("cut.docx", Arrays.copyOf(docx, docx.length / 2)), Kind.MALFORMED);
    byte[] ofd = Files.readAllBytes(Fixtures.ofd(folder.resolve("whole.ofd"), "正文"));
    refused(bytes("cut.ofd", Arrays.copyOf(ofd, ofd.length / 2)), Kind.MALFORMED);
    refused(
        bytes("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type".getBytes(StandardCharsets.US_ASCII)),
        Kind.MALFORMED);
  }

  @Test
  void file_tooLarge_isRefused() throws Exception {
    Path large = folder.resolve("large.pdf");
    Files.write(large, "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    try (var channel =
        java.nio.channels.FileChannel.open(large, java.nio.file.StandardOpenOption.WRITE)) {
      channel.position((50L << 20) + 1);
      channel.write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    refused(large, Kind.TOO_LARGE);
    Path line = folder.resolve("line.txt");
    try (OutputStream out = Files.newOutputStream(line)) {
      byte[] part = "一行写到底".repeat(10_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 40 << 20; i += part.length) {
        out.write(part);
      }
    }
    refused(line, Kind.TOO_LARGE);
  }

  @Test
  void file_encrypted_isRefused() throws Exception {
    Path pdf =
        Fixtures.pdf(
            folder.resolve("secret.pdf"),
            "secret",
            List.of(List.of(new PdfLine(90, 700, 16, "内容"))));
    refused(pdf, Kind.ENCRYPTED);
    Path plain = Fixtures.docx(folder.resolve("plain.docx"));
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(container)) {
        Files.copy(plain, out);
      }
      try (OutputStream out = Files.newOutputStream(folder.resolve("secret.docx"))) {
        container.writeFilesystem(out);
      }
    }
    refused(folder.resolve("secret.docx"), Kind.ENCRYPTED);
  }

  @Test
  void scan_withoutText_isRefused() throws Exception {
    refused(Fixtures.pdf(folder.resolve("scan.pdf"), null, List.of(List.of())), Kind.NO_TEXT);
  }

  @Test
  void zipBomb_ofAnyFormat_isRefused() throws Exception {
    byte[] zeros = new byte[60 << 20];
    Arrays.fill(zeros, (byte) ' ');
    refused(
        Fixtures.zip(folder.resolve("bomb.docx"), Map.of("word/document.xml", zeros)),
        Kind.TOO_LARGE);
    refused(
        Fixtures.zip(
            folder.resolve("bomb.ofd"), Map.of("OFD.xml", Fixtures.xml("<a/>"), "x", zeros)),
        Kind.TOO_LARGE);
    Path pdf = folder.resolve("bomb.pdf");
    try (OutputStream out = Files.newOutputStream(pdf)) {
      out.write(
          "%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"
              .getBytes(StandardCharsets.US_ASCII));
      DeflaterOutputStream deflated = new DeflaterOutputStream(out);
      deflated.write(zeros);
      deflated.finish();
    }
    refused(pdf, Kind.TOO_LARGE);
  }

  @Test
  void entitiesAndClimbingNames_inAFile_reachNothing() throws Exception {
    String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    refused(
        Fixtures.zip(folder.resolve("xxe.ofd"), Map.of("OFD.xml", Fixtures.xml(bomb))),
        Kind.MALFORMED);
    refused(
        Fixtures.zip(
            folder.resolve("xxe.docx"),
            Map.of("word/document.xml", Fixtures.xml("<!--" + "x".repeat(99_000) + "-->" + bomb))),
        Kind.MALFORMED);
    refused(
        Fixtures.zip(
            folder.resolve("slip.ofd"),
            Map.of("OFD.xml", Fixtures.xml("<a/>"), "../../slipped", new byte[1])),
        Kind.MALFORMED);
    assertThat(folder.resolve("../../slipped")).doesNotExist();
  }

  @Test
  void deepNesting_inAFile_isReadOrRefusedButEnds() throws Exception {
    String deep = "<div>".repeat(100_000) + "<p>深处的一句话也应当读得到，不应当出错。</p>";
    Path page = bytes("deep.html", ("<html><body>" + deep).getBytes(StandardCharsets.UTF_8));
    List<SourceText> texts = new ArrayList<>();
    new SourceReader().read(new SourceFile("d", "deep.html", page), texts::add, b -> {});
    assertThat(texts.get(0).text()).contains("深处的一句话也应当读得到");
  }
}
