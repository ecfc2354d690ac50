package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An act on an application. */
@Schema(
    description =
        "type 与所需字段：save、submit、correct（answers、amount、text）；accept；request_correction（reason、days）；"
            + "review（verdict、text、backTo）；start_expert_review（reason）、end_expert_review（text）；publicise（days）；"
            + "object（text、contact）；resolve_objection（objection、upheld、text）；approve（amount、text）；"
            + "reject（reason、clause、quote、way）；withdraw（reason）；pay（amount、paidOn、voucher、batch）；refund（amount、paidOn、voucher、reason）；close；"
            + "urge、supervise（reason）；note（text）；rate（score、comment）。")
record ApplicationEventRequest(
    @Schema(description = "操作代码", example = "accept") String type,
    @Schema(description = "您看到的 version；办理部门的操作必填") Integer basedOn,
    String reason,
    String text,
    @JsonDeserialize(using = AnswerListReader.class) List<Answer> answers,
    @Schema(description = "金额，元") BigDecimal amount,
    @Schema(description = "agree 同意、disagree 不同意、send_back 退回") String verdict,
    @Schema(description = "退回到第几步，从 0 开始；缺省为上一步") Integer backTo,
    @Schema(description = "补正期限或公示天数；缺省按事项的规则") Integer days,
    @Schema(description = "异议人的联系方式") String contact,
    @Schema(description = "要处理的异议的 seq；只有一条时可不填") Integer objection,
    @Schema(description = "异议是否成立") Boolean upheld,
    @Schema(description = "驳回依据的条款路径，如 三、(二)") String clause,
    @Schema(description = "驳回依据的原文，逐字") String quote,
    @Schema(description = "救济途径；缺省按事项的规则") String way,
    LocalDate paidOn,
    String voucher,
    String batch,
    @Schema(description = "1 很不满意 到 5 很满意") Integer score,
    String comment,
    @Schema(description = "工作人员在条件不符合时仍代为提交的理由") String overrideReason,
    @Schema(description = "补录时的实际发生时间，仅持管理令牌的系统可填") OffsetDateTime occurredAt) {}
