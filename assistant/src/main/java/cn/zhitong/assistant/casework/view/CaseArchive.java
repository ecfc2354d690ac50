package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.log.CaseVerification;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A case's whole file as one download: {@code case.html} for people, {@code case.json} for
 * programs, {@code verification.json} with the state of its hash chain.
 */
@ApplicationScoped
public class CaseArchive {
  private static final String STYLE =
      "body{font-family:serif;max-width:46em;margin:2em auto;line-height:1.7}"
          + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3em .6em;"
          + "text-align:left;vertical-align:top}pre{white-space:pre-wrap;font-family:inherit}";

  private final CaseViewer viewer;
  private final CaseVerification verification;
  private final ObjectMapper json;

  CaseArchive(CaseViewer viewer, CaseVerification verification, ObjectMapper json) {
    this.viewer = viewer;
    this.verification = verification;
    this.json = json;
  }

  /** The case as this caller may see it. */
  public byte[] zip(CaseFile file, Caller caller) {
    CaseViews.StaffCase view = viewer.forStaff(file, caller, true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "case.html", html(view).getBytes(StandardCharsets.UTF_8));
      add(zip, "case.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(view));
      add(
          zip,
          "verification.json",
          json.writeValueAsBytes(verification.verify(file.id()).orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static String html(CaseViews.StaffCase view) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><title>办件 ")
        .append(escaped(view.number()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style><h1>办件 ")
        .append(escaped(view.number()))
        .append("</h1><table>");
    row(page, "来源编号", view.externalNumber());
    row(page, "渠道", view.channel());
    row(page, "状态", view.stateLabel());
    row(page, "标题", view.title());
    row(page, "来件内容", view.text());
    contact(page, view.contact());
    row(page, "提出时间", view.askedAt());
    row(page, "类别", view.category() == null ? null : view.category().label());
    row(page, "牵头部门", view.department() == null ? null : view.department().name());
    row(page, "办理时限", view.deadline() == null ? null : view.deadline().due());
    row(page, "答复", view.reply());
    row(page, "答复时间", view.answeredAt());
    row(page, "评价", view.score());
    page.append("</table><h2>配合部门</h2><table><tr><th>部门<th>进度<th>意见");
    view.parts().stream()
        .filter(part -> part.role().equals("support"))
        .forEach(part -> cells(page, part.department(), part.stateLabel(), part.text()));
    page.append("</table><h2>办理记录</h2><table><tr><th>序号<th>时间<th>操作<th>操作人<th>理由<th>内容");
    view.events()
        .forEach(
            event ->
                cells(
                    page,
                    event.seq(),
                    event.at(),
                    event.label(),
                    event.actorName(),
                    event.reason(),
                    content(event.body())));
    return page.append("</table>").toString();
  }

  /** None where the sender is protected from the reader's department. */
  private static void contact(StringBuilder page, Disclosure.Contact contact) {
    if (contact != null) {
      row(page, "企业", contact.enterprise());
      row(page, "联系人", contact.name());
      row(page, "联系电话", contact.phone());
      row(page, "电子邮箱", contact.email());
    }
  }

  private static void row(StringBuilder page, String name, Object value) {
    if (value != null) {
      page.append("<tr><th>")
          .append(name)
          .append("<td><pre>")
          .append(escaped(value))
          .append("</pre>");
    }
  }

  private static void cells(StringBuilder page, Object... values) {
    page.append("<tr>");
    for (Object value : values) {
      page.append("<td><pre>").append(value == null ? "" : escaped(value)).append("</pre>");
    }
  }

  /** What people wrote; the rest is in case.json. */
  private static Object content(Map<String, Object> body) {
    return body.getOrDefault("text", body.get("comment"));
  }

  private static String escaped(Object value) {
    return value
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
