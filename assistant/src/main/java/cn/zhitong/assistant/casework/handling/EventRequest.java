package cn.zhitong.assistant.casework.handling;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of {@code POST /api/cases/{id}/events}; which fields count depends on the type. */
@Schema(
    description =
"""
对办件的一次操作。type 与所需字段：
accept 受理；accept_suggestion 采纳建议；change 改定类别或部门 {category?, department?, supporting?, reason（与建议不同时必填）}；
request_information 要求补充 {reason}（期限暂停）；supplement 补充材料 {text}；reject 不予受理 {reason, legalGround}；dispatch 派单；
start 签收办理；return 退回 {reason}（派单后限期内，第二次退回转督办裁定）；reassign 改派 {department, reason}；
arbitrate 异议裁定 {department, reason}（督办，裁定后不再退回）；transfer 转办 {level: province|city|county, region?, department?, reason}；
add_support 增加配合单位 {supporting}；part_reply 提交配合意见 {text, department（坐席代填时）}；part_return 退回配合事项 {reason, department（坐席代填时）}；
request_extension 申请延期 {days, reason}；grant_extension 批准延期 {days?}；refuse_extension 不批准延期 {reason}；
submit_reply 送审答复 {text, personalDataChecked?}；send_back 退改答复 {reason}；
reply 答复 {text，待审核时可省略, personalDataChecked?, followersText?}（文中有个人信息须先核对）；follow_up 转回访；
rate 评价 {score 1-5, comment?}（不满意转抽查复核）；review 抽查复核 {finding: justified|unjustified, text}；close 办结；reopen 重办 {reason}；
order_rectification 限期整改 {days, reason}（督办）；mark_typical 标记典型问题 {reason}；unmark_typical 取消典型问题；
recall 撤回派单 {reason}（承办部门签收之前）；unreject 撤销不予受理 {reason}（限期内）；call 回访记录 {finding: reached|no_answer|declined|wrong_number, text?}；assign 指定经办人 {person: 账号，空为取消}；
take_on 列为难事专办 {reason}（督办）；hand_back 结束难事专办 {reason}（督办）；
merge 并单 {into: 主办件编号或 caseId}（答复随主办件）；unmerge 撤销并单 {reason}；withdraw 撤回；
mark_theme 列入专题 {theme: arrears|inspection}；unmark_theme 移出专题 {theme, reason}；
record_arrears 登记拖欠账款 {arrears: {amount 元, debtor, debtorKind, contract?, undisputed?, deliveredOn?, agreedDays?, instalments?: [{due, amount}]}}（再次登记以后一次为准）；
record_repayment 登记还款 {repayment: {amount 元, paidOn}, text?}；
set_meeting 约定会议 {meeting: {url（https）, startsAt, minutes, parties, topic?, number（改期时）}}；cancel_meeting 取消会议 {meeting: {number}, reason}；record_meeting 登记会议结果 {meeting: {number}, text}；
urge 催办 {reason}；supervise 督办 {reason}；note 备注 {text}；erase 清除个人信息 {reason}（管理员，办件已了结）。
basedOn 为操作者所见的 version；办件此后有变化则返回 409 和变化内容。没有收到回复的，可以原样（含 basedOn）再发一次：已经办成的不再记录，照样返回 200。
备注和补充不给 basedOn 的，同一人两分钟内连续发来的同样内容只记录一次。""",
    example =
"""
{"type":"change","basedOn":2,"category":"demand","department":"市财政局","reason":"涉及资金拨付，属财政局职责"}""")
public record EventRequest(
    @Schema(
            required = true,
            example = "accept_suggestion",
            enumeration = {
              "accept",
              "accept_suggestion",
              "change",
              "request_information",
              "supplement",
              "reject",
              "dispatch",
              "start",
              "return",
              "reassign",
              "arbitrate",
              "transfer",
              "add_support",
              "part_reply",
              "part_return",
              "request_extension",
              "grant_extension",
              "refuse_extension",
              "submit_reply",
              "send_back",
              "reply",
              "follow_up",
              "rate",
              "review",
              "mark_typical",
              "unmark_typical",
              "close",
              "reopen",
              "order_rectification",
              "withdraw",
              "merge",
              "unmerge",
              "urge",
              "supervise",
              "note",
              "recall",
              "unreject",
              "call",
              "assign",
              "take_on",
              "hand_back",
              "mark_theme",
              "unmark_theme",
              "record_arrears",
              "record_repayment",
              "set_meeting",
              "cancel_meeting",
              "record_meeting",
              "erase"
            })
        String type,
    @Schema(description = "操作者所见的 version", example = "2") Integer basedOn,
    String reason,
    @Schema(description = "类别代码或中文", example = "demand") String category,
    @Schema(description = "牵头部门名称或编号") String department,
    @Schema(description = "配合部门名称") List<String> supporting,
    String text,
    @Schema(description = "不予受理的法律依据") String legalGround,
    @Schema(description = "延期或整改的工作日数") Integer days,
    @Schema(description = "并单：主办件的编号或 caseId", example = "ZT20251121-7K3M9Q") String into,
    @Schema(description = "转办到的层级：province 省、city 市、county 县", example = "city") String level,
    @Schema(description = "转办到的地区，GB/T 2260 六位代码", example = "350100") String region,
    @Schema(description = "复核结论：justified 属实、unjustified 不属实") String finding,
    @Schema(description = "满意度 1（很不满意）到 5（很满意）") Integer score,
    String comment,
    @Schema(description = "企业操作时的查询码") String trackingCode,
    @Schema(description = "补录时的实际发生时间，仅管理员可填") String occurredAt,
    @Schema(description = "答复中的个人信息已逐项核对，确需写明") Boolean personalDataChecked,
    @Schema(description = "发给并入办件的答复；缺省与主办件相同，主办件答复涉及来件人信息时必填") String followersText,
    @Schema(description = "经办人的账号，须属牵头部门或为坐席；空为取消指定") String person,
    @Schema(description = "专题：arrears 拖欠账款、inspection 涉企检查") String theme,
    ArrearsRequest arrears,
    RepaymentRequest repayment,
    MeetingRequest meeting) {

  /** What is owed. */
  public record ArrearsRequest(
      @Schema(description = "拖欠金额，元，最多两位小数", example = "126000.00") BigDecimal amount,
      @Schema(description = "欠款单位名称") String debtor,
      @Schema(
              description =
                  "欠款单位类型：state_organ 机关、public_institution 事业单位、"
                      + "large_enterprise 大型企业、other 其他")
          String debtorKind,
      @Schema(description = "合同编号或名称") String contract,
      @Schema(description = "true 无争议，false 有争议，不填为尚未核实") Boolean undisputed,
      @Schema(description = "交付、验收或结算日期，付款期限由此起算", example = "2026-03-31") String deliveredOn,
      @Schema(description = "合同约定的付款天数（日历日）") Integer agreedDays,
      @Schema(description = "商定的分期") List<InstalmentRequest> instalments) {}

  public record InstalmentRequest(
      @Schema(example = "2026-06-30") String due, @Schema(description = "元") BigDecimal amount) {}

  public record RepaymentRequest(
      @Schema(description = "元") BigDecimal amount,
      @Schema(description = "到账日期", example = "2026-06-30") String paidOn) {}

  public record MeetingRequest(
      @Schema(description = "会议序号，从 1 起；约定新会议时不填") Integer number,
      @Schema(description = "会议链接，https") String url,
      @Schema(description = "议题") String topic,
      @Schema(description = "开始时间，不带时区为北京时间", example = "2026-06-30T14:00") String startsAt,
      @Schema(description = "时长，分钟") Integer minutes,
      @Schema(description = "参加方") List<String> parties) {}

  /** The same, based on what was seen of one of many cases. */
  EventRequest basedOn(Integer version) {
    return new EventRequest(
        type,
        version,
        reason,
        category,
        department,
        supporting,
        text,
        legalGround,
        days,
        into,
        level,
        region,
        finding,
        score,
        comment,
        trackingCode,
        occurredAt,
        personalDataChecked,
        followersText,
        person,
        theme,
        arrears,
        repayment,
        meeting);
  }

  /** What an enterprise says of the answer. */
  public static EventRequest rating(Integer score, String comment, String trackingCode) {
    return new EventRequest(
        "rate",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        score,
        comment,
        trackingCode,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
