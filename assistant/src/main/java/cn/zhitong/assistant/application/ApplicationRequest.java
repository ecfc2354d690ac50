package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application as it is sent in. */
@Schema(
    example =
        "{\"itemId\":\"0190…\",\"creditCode\":\"91350100MA2XXXXXXX\","
            + "\"answers\":[{\"field\":\"staff\",\"value\":35}],\"amount\":100000}")
record ApplicationRequest(
    @Schema(description = "已发布、在申报期内的事项") UUID itemId,
    @Schema(description = "统一社会信用代码；企业登录后只能为本企业申报") String creditCode,
    @Schema(description = "档案中没有、需要企业填写的数据：field、value，可加 unit、period；也可以写成 {字段: 值}")
        @JsonDeserialize(using = AnswerListReader.class)
        List<Answer> answers,
    @Schema(description = "已上传到本企业这一事项草稿的附件编号") List<UUID> attachments,
    @Schema(description = "申请金额，元") BigDecimal amount,
    @Schema(description = "draft 只保存草稿；缺省为提交") String state,
    @Schema(description = "工作人员在条件不符合时仍代为提交的理由") String overrideReason,
    @Schema(description = "补录时的实际提交时间，仅持管理令牌的系统可填") OffsetDateTime occurredAt) {}
