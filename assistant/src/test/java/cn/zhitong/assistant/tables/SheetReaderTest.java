package cn.zhitong.assistant.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {

  private static Sheet read(byte[] bytes) throws Exception {
    return SheetReader.read(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void csv_inTheEncodingsOfSpreadsheets_isRead(String charset) throws Exception {
    String text = "标题,内容\r\n停电,\"东城停电，\n要求\"\"尽快\"\"恢复\"\r\n\r\n,\r\n路灯,不亮\r\n";
    Sheet sheet = read(text.getBytes(Charset.forName(charset)));
    assertThat(sheet.header()).containsExactly("标题", "内容");
    assertThat(sheet.rows()).hasSize(2);
    assertThat(sheet.rows().get(0).cell(1)).isEqualTo("东城停电，\n要求\"尽快\"恢复");
    assertThat(sheet.rows().get(1).cell(sheet.column("无", "标题"))).isEqualTo("路灯");
    assertThat(sheet.rows().get(1).cell(sheet.column("无"))).isEmpty();
  }

  @Test
  void csv_withAMarkOrOtherDelimiters_isRead() throws Exception {
    Sheet sheet = read("\uFEFFid\ttitle\n1\ta,b\n".getBytes(StandardCharsets.UTF_8));
    assertThat(sheet.header()).containsExactly("id", "title");
    assertThat(sheet.rows().get(0).cells()).containsExactly("1", "a,b");
  }

  @Test
  void workbook_ofManySheets_isReadByItsFirst() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("来件");
      sheet.value(0, 0, "编号");
      sheet.value(0, 1, "标题");
      sheet.value(1, 0, 350100);
      sheet.value(1, 1, " 停电 ");
      sheet.value(4, 1, "隔了两行");
    }
    Sheet sheet = read(out.toByteArray());
    assertThat(sheet.rows()).hasSize(2);
    assertThat(sheet.rows().get(0).cells()).containsExactly("350100", "停电");
    assertThat(sheet.rows().get(1).number()).isEqualTo(5);
  }

  @Test
  void table_thatCannotBeRead_isRefusedByWhatIsWrong() {
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("表格是空的");
    assertThatThrownBy(() -> read("a,b\n\"x".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("引号");
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    assertThatThrownBy(() -> read(old)).hasMessageContaining(".xlsx");
  }
}
