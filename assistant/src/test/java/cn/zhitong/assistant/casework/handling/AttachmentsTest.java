package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.log.CaseChangeStore;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Files that go with a case: who may add and read them, what is taken, and that they end with it.
 */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
public class AttachmentsTest {
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final String OFFICE = "市文物局";

  /** Names of files as UTF-8. */
  public static final RestAssuredConfig AS_BROWSERS_DO =
      RestAssuredConfig.config()
          .httpClient(
              HttpClientConfig.httpClientConfig()
                  .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
          .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8"));

  @Inject Jdbc jdbc;
  @Inject CaseStore cases;
  @Inject CaseLog log;
  private Cases filed;

  @BeforeEach
  void file() {
    filed = Cases.filed("采购合同的货款一直没有付");
  }

  @Test
  void upload_byStaff_isListedReadAndOnTheLog() {
    String id =
        upload(as(Role.AGENT), "合同.pdf", PDF, "appeal")
            .then()
            .statusCode(201)
            .body("name", equalTo("合同.pdf"))
            .body("type", equalTo("application/pdf"))
            .body("size", equalTo(PDF.length))
            .body("digest", org.hamcrest.Matchers.matchesPattern("[0-9a-f]{64}"))
            .extract()
            .path("attachmentId");
    list(as(Role.AGENT)).then().statusCode(200).body("items.attachmentId", hasItem(id));
    Response content = as(Role.AGENT).get("/api/attachments/" + id);
    content
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Content-Disposition", containsString("attachment"))
        .header("X-Content-Type-Options", "nosniff");
    assertThat(content.asByteArray()).isEqualTo(PDF);
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("events.type", hasItem("attached"))
        .body("events.find { it.type == 'attached' }.body.fileName", equalTo("合同.pdf"));
    token()
        .get("/api/audit/reads?caseId=" + filed.id())
        .then()
        .statusCode(200)
        .body("items.what", hasItem("attachment"));
  }

  @Test
  void upload_byTheEnterpriseWithItsCode_isTaken_withAnotherCodeIsNot() {
    String id =
        upload(code(filed), "现场.png", png(), "appeal")
            .then()
            .statusCode(201)
            .extract()
            .path("attachmentId");
    list(code(filed)).then().statusCode(200).body("items", hasSize(1));
    assertThat(code(filed).get("/api/attachments/" + id).asByteArray()).isEqualTo(png());
    Cases other = Cases.filed("另一家企业的来件");
    code(other).get("/api/attachments/" + id).then().statusCode(404);
    list(code(other)).then().statusCode(404);
    upload(code(other), "别人的.png", png(), "appeal").then().statusCode(404);
    visitor().get("/api/attachments/" + id).then().statusCode(401);
  }

  @Test
  void upload_notesAndUnsentReplies_areNotShownToTheEnterprise() {
    upload(token(), "内部意见.txt", "请先核对账目".getBytes(StandardCharsets.UTF_8), "note")
        .then()
        .statusCode(201);
    upload(token(), "答复附件.pdf", PDF, "reply").then().statusCode(201);
    list(code(filed)).then().body("items", hasSize(0));
    filed.does("change", "category", "demand", "department", OFFICE, "reason", "属其职责");
    filed.does("dispatch").does("reply", "text", "货款已于本周付清，凭证见附件。");
    list(code(filed)).then().body("items.name", equalTo(java.util.List.of("答复附件.pdf")));
    upload(token(), "晚了.pdf", PDF, "reply").then().statusCode(409);
  }

  @Test
  void upload_ofAnotherKindOrName_isRefused() throws IOException {
    byte[] program = new byte[200];
    program[0] = 'M';
    program[1] = 'Z';
    upload(token(), "发票.pdf", program, "appeal").then().statusCode(400);
    upload(
            token(),
            "页面.txt",
            "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            "appeal")
        .then()
        .statusCode(400);
    upload(token(), "照片.jpg", PDF, "appeal")
        .then()
        .statusCode(400)
        .body("detail", containsString("扩展名"));
    upload(
            token(),
            "宏.docx",
            zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            "appeal")
        .then()
        .statusCode(400);
    upload(token(), "压缩.zip", zip("a.txt"), "appeal").then().statusCode(400);
    upload(token(), "说明.docx", zip("[Content_Types].xml", "word/document.xml"), "appeal")
        .then()
        .statusCode(201);
    upload(token(), "空.txt", new byte[0], "appeal").then().statusCode(400);
  }

  @Test
  void upload_overTheLimits_isRefused() {
    byte[] large = Arrays.copyOf(PDF, (10 << 20) + 1);
    upload(token(), "太大.pdf", large, "appeal").then().statusCode(413);
    for (int i = 0; i < 10; i++) {
      upload(code(filed), i + ".png", png(), "appeal").then().statusCode(201);
    }
    upload(code(filed), "11.png", png(), "appeal")
        .then()
        .statusCode(400)
        .body("detail", containsString("最多"));
  }

  @Test
  void upload_andItsEvent_areStoredInOneTransaction() {
    upload(token(), "合同.pdf", PDF, "appeal").then().statusCode(201);
    assertThat(
            jdbc.query(
                "select a.xmin = e.xmin from assistant.attachment a join assistant.case_event e"
                    + " on e.case_id = a.owner and e.type = 'attached' where a.owner = ?",
                row -> row.getBoolean(1),
                UUID.fromString(filed.id())))
        .containsExactly(true);
  }

  @Test
  void upload_sentAgain_isAnsweredAsTheFirst_alsoWhereNoMoreFit() {
    String first =
        upload(token(), "0.png", png(), "appeal")
            .then()
            .statusCode(201)
            .extract()
            .path("attachmentId");
    // Another place or another sender is another file.
    upload(token(), "0.png", png(), "note").then().statusCode(201);
    upload(as(Role.AGENT), "0.png", png(), "appeal").then().statusCode(201);
    fill(27);
    upload(token(), "31.png", png(), "appeal").then().statusCode(400);
    int version = filed.version();
    upload(token(), "0.png", png(), "appeal")
        .then()
        .statusCode(200)
        .body("attachmentId", equalTo(first));
    assertThat(filed.version()).isEqualTo(version);
    assertThat(stored()).hasSize(30);
  }

  /** Adds as many files as if they had been sent. */
  private void fill(int more) {
    jdbc.update(
        """
        insert into assistant.attachment
        select gen_random_uuid(), owner_kind, owner, part, 'more' || n, type, size, digest, account,
               account_name, at, scan, content
          from assistant.attachment, generate_series(1, ?) n where owner = ? and part = 'appeal'
           and account = (select min(account) from assistant.attachment where owner = ?)
        """,
        more,
        UUID.fromString(filed.id()),
        UUID.fromString(filed.id()));
  }

  @Test
  void uploads_atOnce_doNotPassTheLimit() throws Exception {
    upload(token(), "0.png", png(), "appeal").then().statusCode(201);
    fill(27);
    List<Integer> statuses = whileLocked((change, file) -> {}, "a.png", "b.png", "c.png", "d.png");
    assertThat(statuses).containsExactlyInAnyOrder(201, 201, 400, 400);
    assertThat(stored()).hasSize(30);
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("events.findAll { it.type == 'attached' }", hasSize(3));
  }

  @Test
  void sameFile_sentTwiceAtOnce_isStoredOnce() throws Exception {
    assertThat(whileLocked((change, file) -> {}, "a.png", "a.png"))
        .containsExactlyInAnyOrder(200, 201);
    assertThat(stored()).containsExactly("a.png");
  }

  @Test
  void uploadWhileTheCaseIsErased_isRefused_andNothingStays() throws Exception {
    filed.does("reject", "reason", "不属于受理范围", "legalGround", "条例第五条");
    assertThat(
            whileLocked(
                (change, file) ->
                    log.write(
                        change,
                        file,
                        CaseLog.Entry.bySystem(
                            EventType.ERASED, "保留期满", file, new EventPayload.Erased(null))),
                "a.png"))
        .containsExactly(409);
    assertThat(stored()).isEmpty();
  }

  /** Sends files, which wait for the case, lets something happen to it, and gives their answers. */
  private List<Integer> whileLocked(
      BiConsumer<CaseChangeStore, CaseFile> happening, String... names) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(names.length);
    try {
      List<Future<Integer>> answers =
          cases.change(
              change -> {
                CaseFile file = change.lock(UUID.fromString(filed.id())).orElseThrow();
                List<Future<Integer>> sent =
                    Stream.of(names)
                        .map(
                            name ->
                                threads.submit(
                                    () -> upload(token(), name, png(), "appeal").statusCode()))
                        .toList();
                await().atMost(30, TimeUnit.SECONDS).until(() -> waiting() == names.length);
                happening.accept(change, file);
                return sent;
              });
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> one : answers) {
        statuses.add(one.get(30, TimeUnit.SECONDS));
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  private long waiting() {
    return jdbc.first(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and query like '%appeal_case%'",
            row -> row.getLong(1))
        .orElseThrow();
  }

  private List<String> stored() {
    return jdbc.query(
        "select name from assistant.attachment where owner = ?",
        row -> row.getString(1),
        UUID.fromString(filed.id()));
  }

  @Test
  void protectedReport_offices_doNotSeeWhatTheReporterSent() {
    Cases report = Cases.filed(Map.of("text", "举报某单位乱收费", "enterprise", "澄澜贸易有限公司"));
    String id =
        upload(code(report), "收据.png", png(), "appeal", report)
            .then()
            .statusCode(201)
            .extract()
            .path("attachmentId");
    report
        .does("change", "category", "demand", "department", OFFICE, "reason", "属其职责")
        .does("dispatch");
    RequestSpecification office = handlerOf(OFFICE);
    office
        .get("/api/attachments?caseId=" + report.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    handlerOf(OFFICE).get("/api/attachments/" + id).then().statusCode(404);
    as(Role.AGENT).get("/api/attachments/" + id).then().statusCode(200);
    handlerOf("别的局").get("/api/attachments/" + id).then().statusCode(404);
  }

  @Test
  void removal_bySender_isOnTheLog_bySomebodyElseIsRefused() {
    String id = upload(as(Role.AGENT), "传错.pdf", PDF, "note").then().extract().path("attachmentId");
    as(Role.SUPERVISOR).delete("/api/attachments/" + id).then().statusCode(403);
    as(Role.AGENT).delete("/api/attachments/" + id).then().statusCode(204);
    as(Role.AGENT).get("/api/attachments/" + id).then().statusCode(404);
    token().get("/api/cases/" + filed.id()).then().body("events.type", hasItem("detached"));
  }

  @Test
  void erasure_takesFilesAndTheirNames_andTheChainHolds() {
    String id =
        upload(code(filed), "林某身份证.png", png(), "appeal").then().extract().path("attachmentId");
    filed.does("reject", "reason", "不属于受理范围", "legalGround", "条例第五条");
    filed.act(token(), "erase", "reason", "保留期满").then().statusCode(200);
    as(Role.AGENT).get("/api/attachments/" + id).then().statusCode(404);
    assertThat(
            jdbc.query(
                "select body::text || coalesce(sealed::text, '') from assistant.case_event where"
                    + " case_id = ?",
                row -> row.getString(1),
                UUID.fromString(filed.id())))
        .noneMatch(text -> text.contains("林某身份证"));
    token()
        .get("/api/cases/" + filed.id() + "/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true));
  }

  private Response upload(RequestSpecification by, String name, byte[] content, String part) {
    return upload(by, name, content, part, filed);
  }

  private static Response upload(
      RequestSpecification by, String name, byte[] content, String part, Cases to) {
    return by.config(AS_BROWSERS_DO)
        .contentType("multipart/form-data")
        .multiPart("file", name, content)
        .multiPart("caseId", to.id())
        .multiPart("part", part)
        .post("/api/attachments");
  }

  private Response list(RequestSpecification by) {
    return by.get("/api/attachments?caseId=" + filed.id());
  }

  private static RequestSpecification code(Cases of) {
    return visitor().header("X-Tracking-Code", of.trackingCode());
  }

  private static byte[] png() {
    byte[] bytes = new byte[300];
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
