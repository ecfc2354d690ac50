package cn.zhitong.assistant.question;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of {@code POST /api/questions}. */
@Schema(name = "Question", description = "一个问题")
record QuestionBody(
    @Schema(description = "问题，自然语言，最多 1000 字", examples = "企业咨询多久能得到答复？", required = true)
        @NotBlank(message = "不能为空，请填写问题")
        @Size(max = QuestionRequest.LONGEST, message = "过长，请控制在 1000 字以内")
        String question,
    @Schema(description = "所属会话，来自上一个回答；新的会话不填") UUID conversationId,
    @Schema(description = "GB/T 2260 行政区划代码，六位；同时检索其上级地区；不填为不限地区", examples = "350100")
        @Pattern(regexp = "\\d{6}", message = "应为六位行政区划代码，例如 350000")
        String region,
    @Schema(description = "以哪一天有效的政策回答，默认今天", examples = "2025-06-01") LocalDate asOf,
    @Schema(description = "是否允许引用已失效、废止的政策（会标明效力），默认否", examples = "false")
        Boolean includeExpired) {

  QuestionRequest request() {
    return new QuestionRequest(
        question, conversationId, region, asOf, Boolean.TRUE.equals(includeExpired));
  }
}
