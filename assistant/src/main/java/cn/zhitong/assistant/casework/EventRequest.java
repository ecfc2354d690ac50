package cn.zhitong.assistant.casework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of {@code POST /api/cases/{id}/events}; which fields count depends on the type. */
@Schema(
    description =
        """
        对办件的一次操作。type 与所需字段：
        accept 受理；accept_suggestion 采纳建议；change 改定类别或部门 {category?, department?, supporting?, reason（与建议不同时必填）}；
        request_information 要求补充 {reason}；supplement 补充材料 {text}；reject 不予受理 {reason, legalGround}；dispatch 派单；
        start 签收办理；return 退回 {reason}；reassign 改派 {department, reason}；request_extension 申请延期 {days, reason}；
        grant_extension 批准延期 {days?}；refuse_extension 不批准延期 {reason}；submit_reply 送审答复 {text}；send_back 退改答复 {reason}；
        reply 答复 {text，待审核时可省略}；follow_up 转回访；rate 评价 {score 1-5, comment?}；close 办结；reopen 重办 {reason}；
        withdraw 撤回；urge 催办 {reason}；supervise 督办 {reason}；note 备注 {text}。
        basedOn 为操作者所见的 version；办件此后有变化则返回 409 和变化内容。""",
    example =
        """
        {"type":"change","basedOn":2,"category":"demand","department":"市财政局","reason":"涉及资金拨付，属财政局职责"}""")
public record EventRequest(
    @Schema(required = true, example = "accept_suggestion") String type,
    @Schema(description = "操作者所见的 version", example = "2") Integer basedOn,
    String reason,
    @Schema(description = "类别代码或中文", example = "demand") String category,
    @Schema(description = "牵头部门名称或编号") String department,
    @Schema(description = "配合部门名称") List<String> supporting,
    String text,
    @Schema(description = "不予受理的法律依据") String legalGround,
    @Schema(description = "延期工作日数") Integer days,
    @Schema(description = "满意度 1（很不满意）到 5（很满意）") Integer score,
    String comment,
    @Schema(description = "企业操作时的查询码") String trackingCode,
    @Schema(description = "补录时的实际发生时间，仅管理员可填") String occurredAt) {}
