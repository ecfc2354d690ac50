package cn.zhitong.assistant.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as a sheet shows them. */
class CellFormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "General | 20251103000456 | 20251103000456",
        "`0_);[Red]\\(0\\)` | 18800112233 | 18800112233",
        "`0_ ;[Blue]\\-0\\ ` | 45123 | 45123",
        "`[Color 10]#,##0;[Red]-#,##0` | 45123 | 45123",
        "`0\"日单\"` | 45999 | 45999",
        "`0\\d\\m` | 45999 | 45999",
        "`[$¥-804]#,##0.00` | 45999.5 | 45999.5",
        "`[DBNum1][$-804]General` | 45999 | 45999",
        "`[>=1000]0\"月\";0\"年\"` | 45999 | 45999",
        "`0.00E+00` | 45999 | 45999",
        "`0000000` | 321 | 0000321",
        "`000\\-00000000` | 59112233445 | 591-12233445",
        "`000-0000` | 12345 | 001-2345",
        "`0%` | 0.125 | 12.5%",
        "`\"\"` | 7 | ``",
        "yyyy/m/d | 46353 | 2026-11-27",
        "`yyyy\"年\"m\"月\"d\"日\" hh:mm` | 46353.39583333334 | 2026-11-27T09:30",
        "`[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy` | 46353 | 2026-11-27",
        "h:mm | 0.75 | 18:00",
        "[h]:mm | 1.25 | 30:00",
        "e/m/d | 46353 | 2026-11-27",
        "General | 0.30000000000000004 | 0.3",
      })
  void number_withFormat_isReadAsShown(String format, String stored, String shown)
      throws Exception {
    assertThat(cell(new RawWorkbook().format(format.strip()), "s=\"1\"", stored)).isEqualTo(shown);
  }

  @Test
  void date_outOfRange_isTheNumberAndNotExact() throws Exception {
    RawWorkbook book = new RawWorkbook().format("yyyy-mm-dd");
    assertThat(row(book, "s=\"1\"", "202511030004").cell(0)).isEqualTo("202511030004");
    assertThat(row(book, "s=\"1\"", "202511030004").inexact()).containsExactly(0);
  }

  @Test
  void date_ofWorkbookFrom1904_countsFromThere() throws Exception {
    RawWorkbook book = new RawWorkbook().format("yyyy-mm-dd").from1904();
    assertThat(cell(book, "s=\"1\"", "44891")).isEqualTo("2026-11-27");
  }

  @ParameterizedTest
  @CsvSource({
    "350100198001011, false",
    "3501001980010112, true",
    "3.50100198001011E+17, true",
    "1.23e5, false",
  })
  void number_ofSixteenDigits_isNotExact(String stored, boolean inexact) throws Exception {
    assertThat(row(new RawWorkbook(), "", stored).inexact().isEmpty()).isNotEqualTo(inexact);
  }

  @Test
  void text_withEscapes_isReadAsMeant() throws Exception {
    RawWorkbook book =
        new RawWorkbook()
            .strings("<si><r><t>甲_x000D_\n</t></r><r><t>乙_x005F_x</t></r><rPh><t>yi</t></rPh></si>")
            .sheet(
                "a",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><f>1</f>"
                    + "<v>丙_x000d_丁</v></c><c r=\"C1\" t=\"b\"><v>1</v></c></row>");
    Sheet sheet = SheetReader.read(new ByteArrayInputStream(book.bytes()));
    assertThat(sheet.header()).containsExactly("甲\n乙_x", "丙\n丁", "TRUE");
  }

  @Test
  void date_ofFormula_isRead() throws Exception {
    RawWorkbook book = new RawWorkbook().format("yyyy-mm-dd hh:mm");
    assertThat(cell(book, "s=\"1\"", "46353.5", "<f>NOW()</f>")).isEqualTo("2026-11-27T12:00");
  }

  private static String cell(RawWorkbook book, String attributes, String stored, String... before)
      throws Exception {
    return row(book, attributes, stored, before).cell(0);
  }

  private static Sheet.Row row(RawWorkbook book, String attributes, String stored, String... before)
      throws Exception {
    book.sheet(
        "表",
        RawWorkbook.texts(1, "编号", "标题")
            + "<row r=\"2\"><c r=\"A2\" "
            + attributes
            + ">"
            + String.join("", before)
            + "<v>"
            + stored
            + "</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
    Sheet sheet = SheetReader.read(new ByteArrayInputStream(book.bytes()), List.of("编号"));
    return sheet.rows().get(0);
  }
}
