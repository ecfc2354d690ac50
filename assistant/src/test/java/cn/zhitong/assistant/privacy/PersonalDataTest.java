package cn.zhitong.assistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  @ParameterizedTest
  @CsvSource({
    "电话13800138000谢谢, mobile",
    "电话１３８００１３８０００谢谢, mobile",
    "+86 138-0013-8000, mobile",
    "身份证号11010519491231002X, id_card",
    "卡号6222021234567890128 请核对, bank_card",
    "卡号 4111 1111 1111 1111, bank_card",
    "单位电话0411-83612345, landline",
    "（0454）8234567, landline",
    "联系电话：8234567, landline",
    "发到 zhang.san@example.com.cn, email",
    "车牌辽B12345违停, plate",
    "新能源车 粤BD12345, plate",
    "身份证号110105194912310021, id_card",
    "身份证号：990102830928946, id_card",
    "法人代表990102200304172957办理, id_card",
    "统一社会信用代码：990102197806204643, id_card",
    "Tel.13850021764, mobile",
    "wx13850021764, mobile",
    "1.13850021764 2.办理结果, mobile",
    "138.5002.1764, mobile",
    "138－5002－1764, mobile",
    "13850 021764, mobile",
    "138-5002 1764, mobile",
    "138 5002-1764, mobile",
    "138.5002-1764, mobile",
    "138－5002 1764, mobile",
    "138—5002·1764, mobile",
    "138 - 5002 - 1764, mobile",
    "138_5002-1764, mobile",
    "138/5002-1764, mobile",
    "(138)5002-1764, mobile",
    "+86-138 5002.1764, mobile",
    "1 3 8 5 0 0 2 1 7 6 4, mobile",
    "一三八五零零二一七六四, mobile",
    "护照号码E12345678, passport",
    "回乡证H12345678, passport",
    "QQ号：287654321, qq",
    "卡号6217-0012-3456-7890-121, bank_card",
    "邮箱linmou＠mail．example, email",
    "邮箱 lin.mou (at) mail.example, email",
    "邮箱linmou［AT］mail.example, email",
    "'电话138\t5002\t1764', mobile",
    "1385OO21764, mobile",
    "电话：l3850021764, mobile",
    "138&nbsp;5002&nbsp;1764, mobile",
    "'138\n5002\n1764', mobile",
  })
  void identifiers_inAText_areFound(String text, String kind) {
    assertThat(PersonalData.kinds(text)).containsExactly(kind);
    assertThat(PersonalData.mask(text)).hasSameSizeAs(text).contains("*").isNotEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "统一社会信用代码91110000600037341L", // a real code's shape with a right check character
        "建档日期2019-2021年度共1100户", // years
        "订单号1234567890123456", // fails Luhn
        "金额1380013800000元",
        "闽政办〔2025〕7号文件第13条",
        "2025年9月26日至2026年1月4日",
        "建筑面积12345678平方米",
        "138\t50021\t764", // figures of a table
        "1\n3\n8\n5\n0\n0\n2\n1\n7\n6\n4",
        "到场 (at) 三号窗口",
        "型号LO13850021O64L设备一台", // letters of a model
        "合同编号OIL2025001180", // more letters than are typed by mistake
      })
  void numbers_thatIdentifyNobody_areLeft(String text) {
    assertThat(PersonalData.kinds(text)).isEmpty();
    assertThat(PersonalData.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "电话138:5002:1764",
        "138#5002#1764",
        "138➖5002➖1764",
        "张三990102：19990101：2956反映",
        "卡号6222、0212、3456、7890、128谢谢",
        "6222\n0212\n3456\n7890\n128",
        "固话87654321"
      })
  void number_partedOtherwise_isMasked(String text) {
    assertThat(PersonalData.mask(text)).contains("***").isNotEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"比例为150:200:300", "第6222、0212、3456、7890、129号文件", "编号1：3号楼5002:1764"})
  void figures_partedAlike_stay(String text) {
    assertThat(PersonalData.mask(text)).isEqualTo(text);
  }

  @Test
  void mask_ofIdentifiers_keepsWhatHelps() {
    assertThat(PersonalData.mask("请打13800138000，找王五")).isEqualTo("请打138****8000，找王五");
    assertThat(PersonalData.mask("11010519491231002X")).isEqualTo("110***************");
  }

  @Test
  void identifiers_takenOut_areTakenOutWhole() {
    assertThat(PersonalData.removed("我的手机13800138000和１３８００１３８０００，公司补贴怎么申请？"))
        .isEqualTo("我的手机和，公司补贴怎么申请？");
  }

  @Test
  void namesAndPhones_inAText_areMasked() {
    assertThat(PersonalData.name("张三丰")).isEqualTo("张**");
    assertThat(PersonalData.phone("13812345678")).isEqualTo("138****5678");
    assertThat(PersonalData.phone("12345")).isEqualTo("*****");
  }

  @Test
  void kinds_ofPersonalData_areListedOnceInOrder() {
    assertThat(PersonalData.kinds("a@b.cn 13800138000 13900139000 c@d.cn"))
        .containsExactly("email", "mobile");
  }

  /** Offices answer with their own telephones; the writer's is the writer's. */
  @ParameterizedTest
  @CsvSource({
    "请拨打0411-37114408咨询, 我想咨询, 请拨打0411-37114408咨询",
    "请致电86110437咨询, 我想咨询, 请致电86110437咨询",
    "已回电0411-37114408, 我的电话37114408, 已回电041********08",
    "已回电0411-37114408, 座机0411 37114408, 已回电041********08",
    "已回电0411-37114408-3, 座机0411-37114408, 已回电041**********-3",
    "已回电13812345678, 我想咨询, 已回电138****5678"
  })
  void landlines_ofAnOfficesReply_stay(String reply, String appeal, String masked) {
    assertThat(PersonalData.maskReply(reply, appeal)).isEqualTo(masked);
  }
}
