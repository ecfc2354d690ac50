package cn.zhitong.assistant.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks of up to a megabyte that are made to take memory and time. */
@Timeout(60)
class HostileWorkbookTest {
  private static final long MOST_BYTES = 400L << 20;

  record Hostile(String name, Supplier<RawWorkbook> book) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hostile> hostile() {
    return Stream.of(
        new Hostile("exponent", () -> number("1E90000000")),
        new Hostile("largest exponent", () -> number("7E999999999")),
        new Hostile("small exponent", () -> number("7E-999999999")),
        new Hostile("digits", () -> number("9".repeat(5_000_000))),
        new Hostile("column", () -> cells("<c r=\"QQQQQQ1\"><v>1</v></c>")),
        new Hostile("far column in every row", HostileWorkbookTest::farColumns),
        new Hostile("row", () -> book("<row r=\"2000000\"><c><v>1</v></c></row>")),
        new Hostile(
            "shared string",
            () -> number("1").strings("<si><t>" + "B".repeat(60 << 20) + "</t></si>")),
        new Hostile(
            "inline string",
            () -> cells("<c t=\"inlineStr\"><is><t>" + "x".repeat(40 << 20) + "</t></is></c>")),
        new Hostile("attribute", () -> cells("<c r=\"A1\" x=\"" + "x".repeat(40 << 20) + "\"/>")),
        new Hostile("comment", () -> book("<!--" + "x".repeat(60 << 20) + "-->")),
        new Hostile("rows", () -> book("<row><c><v>1</v></c></row>".repeat(1_500_000))),
        new Hostile("cells", () -> cells("<c><v>1</v></c>".repeat(2_000_000))),
        new Hostile("strings", () -> number("1").strings("<si><t>a</t></si>".repeat(4_000_000))));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void workbook_madeToTakeMemory_isRefusedInLittle(Hostile hostile) throws Exception {
    byte[] bytes = hostile.book().get().bytes();
    assertThat(bytes.length).isLessThan(1 << 20);
    long before = allocated();
    assertThatThrownBy(() -> SheetReader.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*[\\u4e00-\\u9fff].*");
    // All that was ever allocated, not what was held at once.
    assertThat(allocated() - before).isLessThan(MOST_BYTES);
  }

  @Test
  void merges_overTheWholeSheet_fillNoMoreThanTheirRows() throws Exception {
    byte[] bytes =
        new RawWorkbook()
            .worksheet(
                "a",
                "<sheetData>"
                    + RawWorkbook.texts(1, "编号", "标题")
                    + RawWorkbook.texts(2, "7", "x")
                    + "</sheetData><mergeCells>"
                    + "<mergeCell ref=\"A2:XFD1048576\"/>".repeat(5_000)
                    + "</mergeCells>")
            .bytes();
    Sheet sheet = SheetReader.read(new ByteArrayInputStream(bytes));
    assertThat(sheet.rows()).hasSize(1);
  }

  @Test
  void workbook_withDocumentType_isRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>".getBytes());
    }
    assertThatThrownBy(() -> SheetReader.read(new ByteArrayInputStream(out.toByteArray())))
        .hasMessageContaining("工作簿");
  }

  @Test
  @Timeout(20)
  void csv_ofManyCommas_isReadInTime() throws Exception {
    String csv = "编号,标题\n1" + ",".repeat(900_000) + "\n";
    Sheet sheet = SheetReader.read(new ByteArrayInputStream(csv.getBytes()));
    assertThat(sheet.rows()).hasSize(1);
  }

  private static RawWorkbook farColumns() {
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= 20_000; row++) {
      rows.append("<row r=\"").append(row).append("\"><c r=\"XFD").append(row);
      rows.append("\"><v>1</v></c></row>");
    }
    return book(rows.toString());
  }

  private static RawWorkbook number(String stored) {
    return cells("<c r=\"A1\"><v>" + stored + "</v></c>");
  }

  private static RawWorkbook cells(String cells) {
    return book("<row r=\"1\">" + cells + "</row>");
  }

  private static RawWorkbook book(String rows) {
    return new RawWorkbook().sheet("a", rows);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
