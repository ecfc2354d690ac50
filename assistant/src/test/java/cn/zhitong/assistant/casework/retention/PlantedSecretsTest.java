package cn.zhitong.assistant.casework.retention;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.casework.handling.AttachmentsTest;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/**
 * Asks every address of the OpenAPI document that reads, as every role, for names and numbers that
 * were planted in two cases, one of them a protected report.
 */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class PlantedSecretsTest {
  private static final Set<String> NUMBERS =
      Set.of(
          "13565412387",
          "135-6541-2387",
          "6222 0212 3456 7890 128",
          "99010719881105341X",
          "6222021234567890128",
          "lan.mou@mail.example");
  private static final String OPEN_NAME = "鸢尾陶瓷";
  private static final String HIDDEN_NAME = "鹧鸪竹编";
  private static final String CONTACT = "蔺某霞";

  /** Gives the whole file as it was sent, to those who may ask for it, and records it. */
  private static final String FILE = "/api/cases/{id}/file";

  private static final Set<String> SEARCHED = Set.of("/api/cases", "/api/arrears");
  private static final Set<String> STAFF = Set.of("agent", "supervisor", "administrator");

  private final Map<String, Supplier<RequestSpecification>> roles = new LinkedHashMap<>();

  PlantedSecretsTest() {
    roles.put("visitor", () -> visitor());
    roles.put("enterprise", () -> as(Role.ENTERPRISE));
    roles.put("publisher", () -> as(Role.PUBLISHER));
    roles.put("agent", () -> as(Role.AGENT));
    roles.put("supervisor", () -> as(Role.SUPERVISOR));
    roles.put("administrator", () -> as(Role.ADMINISTRATOR));
    roles.put("inspector", () -> as(Role.INSPECTOR));
  }

  private static Cases planted(String name, String what) {
    Cases filed =
        Cases.filed(
            Map.of(
                "title",
                "关于" + what + "的来件 13565412387",
                "text",
                "我是"
                    + name
                    + "的"
                    + CONTACT
                    + "，"
                    + what
                    + "，电话135-6541-2387，身份证99010719881105341X，卡6222 0212 3456 7890 128，邮箱lan.mou@mail.example。",
                "enterprise",
                name + "有限公司",
                "contactName",
                CONTACT,
                "contactPhone",
                "13565412387",
                "contactEmail",
                "lan.mou@mail.example"));
    filed.does("accept_suggestion").does("dispatch").does("start");
    filed.does("note", "text", name + "公司" + CONTACT + "的电话13565412387");
    attached(filed, name + CONTACT + "13565412387.pdf");
    filed.does("supplement", "text", name + "补交材料，" + CONTACT + "电话135-6541-2387");
    filed.does("mark_theme", "theme", "arrears");
    filed.does(
        "record_arrears",
        "arrears",
        Map.of(
            "amount",
            1,
            "debtor",
            "望川建工（欠" + name + "）",
            "debtorKind",
            "other",
            "contract",
            name + "有限公司供货合同13565412387"));
    filed.does("urge", "reason", name + "的" + CONTACT + "再次来电13565412387");
    token().post("/api/cases/" + filed.id() + "/draft").then().statusCode(200);
    filed.does("reply", "text", name + "有限公司：您好，来件收悉，" + what + "一事现答复如下：已办理。感谢您。");
    return filed;
  }

  private static void attached(Cases filed, String name) {
    token()
        .config(AttachmentsTest.AS_BROWSERS_DO)
        .contentType("multipart/form-data")
        .multiPart("file", name, "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
        .multiPart("caseId", filed.id())
        .multiPart("part", "appeal")
        .post("/api/attachments")
        .then()
        .statusCode(201);
  }

  @Test
  void everyAddress_asEveryRole_keepsWhatWasPlanted() throws IOException {
    Cases open = planted(OPEN_NAME, "投诉窑炉验收");
    Cases hidden = planted(HIDDEN_NAME, "投诉并举报吃拿卡要");
    roles.put("office", officeOf(ScriptedTriage.INDUSTRY));
    roles.put("other office", officeOf("市气象局"));
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, Supplier<RequestSpecification>> role : roles.entrySet()) {
      for (String path : reading()) {
        for (String url : filled(path, List.of(open.id(), hidden.id()))) {
          for (String q : List.of("", "13565412387", OPEN_NAME, HIDDEN_NAME, CONTACT)) {
            if (q.isEmpty() || SEARCHED.contains(url)) {
              check(role.getKey(), path, get(role.getValue().get(), url, q), told);
            }
          }
          if (path.startsWith("/api/cases/{id}") && !mayAsk(role.getKey(), url, hidden)) {
            String asked = get(role.getValue().get(), url + "?personalData=true", "");
            check(role.getKey(), "personalData " + path, asked, told);
          }
          if (path.equals("/api/attachments")) {
            for (Cases one : List.of(open, hidden)) {
              String files = get(role.getValue().get(), url + "?caseId=" + one.id(), "");
              check(role.getKey(), path, files, told);
            }
          }
        }
      }
      for (Cases one : List.of(open, hidden)) {
        check(
            role.getKey(),
            "POST draft",
            role.getValue().get().post("/api/cases/" + one.id() + "/draft").asString(),
            told);
        check(
            role.getKey(),
            "POST checks",
            role.getValue()
                .get()
                .body(Map.of("text", "您好"))
                .post("/api/cases/" + one.id() + "/draft/checks")
                .asString(),
            told);
        check(
            role.getKey(),
            "stale act",
            role.getValue()
                .get()
                .body(Map.of("type", "note", "text", "x", "basedOn", 1))
                .post("/api/cases/" + one.id() + "/events")
                .asString(),
            told);
      }
      for (String what : List.of("投诉窑炉验收", "投诉并举报吃拿卡要")) {
        check(
            role.getKey(),
            "POST drafts",
            role.getValue()
                .get()
                .body(
                    Map.of(
                        "title", what, "text", "我们厂" + what, "department", ScriptedTriage.INDUSTRY))
                .post("/api/drafts")
                .asString(),
            told);
        check(
            role.getKey(),
            "POST triage",
            role.getValue().get().body(Map.of("text", what)).post("/api/triage").asString(),
            told);
      }
    }
    assertThat(told).isEmpty();
  }

  /** Whoever handles all appeals may have personal data as it was sent, an office of its own. */
  private static boolean mayAsk(String role, String url, Cases hidden) {
    return STAFF.contains(role) || role.equals("office") && !url.contains(hidden.id());
  }

  private static Supplier<RequestSpecification> officeOf(String department) {
    String name = cn.zhitong.assistant.security.TestLogin.newHandlerOf(department);
    String cookie =
        visitor()
            .body(Map.of("name", name, "password", "a long password"))
            .post("/api/session")
            .detailedCookies()
            .asList()
            .get(0)
            .getName();
    String value =
        visitor()
            .body(Map.of("name", name, "password", "a long password"))
            .post("/api/session")
            .cookie(cookie);
    return () -> visitor().cookie(cookie, value);
  }

  /** What each role may never be told. */
  private static void check(String role, String path, String body, List<String> told) {
    boolean all = STAFF.contains(role);
    boolean wholeFile =
        path.equals(FILE) && (all || role.equals("office") && !body.contains("吃拿卡要"));
    List<String> secrets = new ArrayList<>(wholeFile ? Set.of() : NUMBERS);
    if (!all) {
      secrets.add(HIDDEN_NAME);
    }
    if (!all && !role.equals("office")) {
      secrets.add(OPEN_NAME);
      secrets.add(CONTACT);
    }
    secrets.stream()
        .filter(body::contains)
        .forEach(secret -> told.add(role + " " + path + ": " + secret));
  }

  private static List<String> reading() {
    Map<String, Map<String, Object>> paths =
        token().get("/q/openapi?format=json").jsonPath().getMap("paths");
    return paths.entrySet().stream()
        .filter(path -> path.getValue().containsKey("get"))
        .map(Map.Entry::getKey)
        .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/session"))
        .toList();
  }

  private static List<String> filled(String path, List<String> ids) {
    List<String> urls = new ArrayList<>();
    for (String id : path.contains("{id}") ? ids : List.of("")) {
      for (String report :
          path.contains("{report}")
              ? List.of(
                  "triage",
                  "deadlines",
                  "satisfaction",
                  "daily",
                  "lists",
                  "trends",
                  "low-confidence")
              : List.of("")) {
        for (String format : path.contains("{format}") ? List.of("csv", "xlsx") : List.of("")) {
          urls.add(
              path.replace("{id}", id)
                  .replace("{report}", report)
                  .replace("{format}", format)
                  .replaceAll("\\{[^}]+}", id.isEmpty() ? "x" : id));
        }
      }
    }
    return urls;
  }

  private static String get(RequestSpecification who, String url, String q) throws IOException {
    Response response =
        (q.isEmpty() ? who : who.queryParam("q", q).queryParam("pageSize", 200))
            .redirects()
            .follow(false)
            .get(url);
    byte[] bytes = response.asByteArray();
    return bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K'
        ? unzipped(bytes)
        : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String unzipped(byte[] bytes) throws IOException {
    StringBuilder all = new StringBuilder();
    // From its directory: streamed workbooks give sizes behind the entry, which a stream reader of
    // the JDK takes for zero.
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
