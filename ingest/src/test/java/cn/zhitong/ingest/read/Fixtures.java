package cn.zhitong.ingest.read;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Writes the files that the readers are tested on. */
final class Fixtures {
  private Fixtures() {}

  /** A line of a PDF page: place in points from the lower left corner, size, text. */
  record PdfLine(double x, double y, int size, String text) {}

  static Path pdf(Path file, String password, List<List<PdfLine>> pages) throws IOException {
    return pdfOf(
        file,
        password,
        pages.stream()
            .map(lines -> lines.stream().map(Fixtures::show).collect(Collectors.joining()))
            .toList());
  }

  /** Pages by their content streams, in which F1 is the font. */
  static Path pdfOf(Path file, String password, List<String> contents) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (String shown : contents) {
        PDPage page = new PDPage();
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), song());
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(shown.getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(content);
        document.addPage(page);
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      document.save(file.toFile());
    }
    return file;
  }

  static String show(PdfLine line) {
    return String.format(
        "BT /F1 %d Tf 1 0 0 1 %.1f %.1f Tm <%s> Tj ET%n",
        line.size(), line.x(), line.y(), hex(line.text()));
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  /** The standard Chinese font that viewers bring along, so that no font file is needed. */
  private static COSDictionary song() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.get(4));
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 6);
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, 1000);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  /** Two levels of automatic numbers (一、 and （一）), a plain paragraph and a table. */
  static Path docx(Path file) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      XWPFNumbering numbering = document.createNumbering();
      CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
      definition.setAbstractNumId(BigInteger.ZERO);
      level(definition, 0, "%1、");
      level(definition, 1, "（%2）");
      BigInteger num =
          numbering.addNum(
              numbering.addAbstractNum(
                  new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(definition)));
      document.createParagraph().createRun().setText("关于扶持小微企业的若干措施");
      numbered(document, num, 0, "降低成本");
      numbered(document, num, 1, "减免场地租金。");
      numbered(document, num, 1, "减免检测费用。");
      numbered(document, num, 0, "拓宽融资");
      numbered(document, num, 1, "设立风险补偿金。");
      XWPFTable table = document.createTable(2, 2);
      table.getRow(0).getCell(0).setText("项目");
      table.getRow(0).getCell(1).setText("标准");
      table.getRow(1).getCell(0).setText("场地租金");
      table.getRow(1).getCell(1).setText("每月每平方米10元");
      document.createParagraph().createRun().setText("本措施自印发之日起施行。");
      document.write(out);
    }
    return file;
  }

  private static void level(CTAbstractNum definition, int level, String text) {
    CTLvl lvl = definition.addNewLvl();
    lvl.setIlvl(BigInteger.valueOf(level));
    lvl.addNewStart().setVal(BigInteger.ONE);
    lvl.addNewNumFmt().setVal(STNumberFormat.CHINESE_COUNTING);
    lvl.addNewLvlText().setVal(text);
  }

  private static void numbered(XWPFDocument document, BigInteger num, int level, String text) {
    var paragraph = document.createParagraph();
    paragraph.setNumID(num);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
  }

  static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return file;
  }

  /** One page; each line is one text object, 5 mm below the one before. */
  static Path ofd(Path file, String... lines) throws IOException {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      content.append(
          String.format(
              "<ofd:TextObject ID=\"%d\" Boundary=\"20 %d 170 5\" Font=\"3\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">%s</ofd:TextCode></ofd:TextObject>",
              10 + i, 20 + 6 * i, lines[i]));
    }
    String ns = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    return zip(
        file,
        Map.of(
            "OFD.xml",
            xml(
                "<ofd:OFD "
                    + ns
                    + " DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>44f68a4e</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
            "Doc_0/Document.xml",
            xml(
                "<ofd:Document "
                    + ns
                    + "><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>"),
            "Doc_0/Pages/Page_0/Content.xml",
            xml(
                "<ofd:Page "
                    + ns
                    + "><ofd:Content><ofd:Layer ID=\"2\">"
                    + content
                    + "</ofd:Layer></ofd:Content></ofd:Page>")));
  }

  static byte[] xml(String body) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body).getBytes(StandardCharsets.UTF_8);
  }
}
