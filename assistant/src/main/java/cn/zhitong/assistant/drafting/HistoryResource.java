package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Brings in what was answered elsewhere, so that drafts can follow it from the first day. */
@Path("/api/cases/history")
@Tag(name = "拟答复")
@RolesAllowed({Role.AGENT_CODE, Role.SUPERVISOR_CODE, Role.ADMINISTRATOR_CODE})
public class HistoryResource {
  private static final int BATCH = 500;

  private final PastReplyFeed feed;
  private final ObjectMapper json;

  HistoryResource(PastReplyFeed feed, ObjectMapper json) {
    this.feed = feed;
    this.json = json;
  }

  /**
   * @param failed line numbers from 1, with the reason
   */
  @Schema(description = "导入结果")
  public record Imported(int imported, List<Failed> failed) {}

  public record Failed(int line, String reason) {}

  @POST
  @Consumes("application/x-ndjson")
  @Operation(
      summary = "导入已办结的历史来件及答复",
      description =
          "每行一件：{\"id\":\"编号\",\"title\":\"…\",\"text\":\"…\",\"category\":\"consultation|咨询|…\","
              + "\"department\":\"承办部门\",\"reply\":\"答复全文\",\"repliedAt\":\"2024-05-06\"}。个人信息遮蔽后保存，只用于拟写答复时"
              + "参照；同一编号再次导入以新的为准。有误的行列出原因，其余照常导入。")
  @APIResponse(responseCode = "200", description = "导入件数和有误的行")
  public Imported bringIn(InputStream lines) throws IOException {
    List<Failed> failed = new ArrayList<>();
    List<PastReply> batch = new ArrayList<>();
    int imported = 0;
    int number = 0;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          batch.add(feed.read(json.readTree(line)));
        } catch (JsonProcessingException e) {
          failed.add(new Failed(number, "不是 JSON"));
        } catch (Problem.InvalidRequest e) {
          failed.add(new Failed(number, e.getMessage()));
        }
        if (batch.size() == BATCH) {
          imported += feed.keep(batch);
          batch.clear();
        }
      }
    }
    imported += feed.keep(batch);
    if (number == 0) {
      throw new Problem.InvalidRequest("没有内容，请以 application/x-ndjson 逐行提交。");
    }
    return new Imported(imported, failed);
  }
}
