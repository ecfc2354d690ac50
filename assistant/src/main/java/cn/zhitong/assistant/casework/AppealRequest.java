package cn.zhitong.assistant.casework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Body of {@code POST /api/cases}. */
@Schema(
    description =
        "一件来件。访客只用 title、text、region 和联系方式；externalNumber、askedAt 和 widget、form 以外的 channel"
            + " 由工作人员或系统填写。",
    example =
        """
        {"title":"技改补助如何申请","text":"我公司去年完成设备更新，想了解技术改造补助的申报条件和时间。",
         "enterprise":"某某机械有限公司","contactName":"张三","contactPhone":"13800000000"}""")
public record AppealRequest(
    @Schema(description = "标题，可空；与正文不能同时为空") String title,
    @Schema(description = "正文") String text,
    @Schema(description = "所在地，GB/T 2260 六位代码", example = "350100") String region,
    @Schema(description = "来源渠道：widget、form、hotline、import、api 等", example = "widget")
        String channel,
    @Schema(description = "来源系统中的编号，如热线工单编号；同一渠道内不重复") String externalNumber,
    @Schema(description = "提出时间，ISO 8601；缺省为现在", example = "2025-09-26T09:30:00+08:00")
        String askedAt,
    @Schema(description = "企业名称") String enterprise,
    @Schema(description = "联系人") String contactName,
    @Schema(description = "联系电话") String contactPhone,
    @Schema(description = "电子邮箱") String contactEmail,
    @Schema(description = "统一社会信用代码，18 位") String creditCode,
    @Schema(
            description =
                "受理、补充、答复、超期等以何种方式告知：sms 短信（须填联系电话）、mail 邮件（须填电子邮箱）、webhook 平台消息、inbox 站内消息（总有）；空数组为只看站内消息，缺省按留下的联系方式")
        List<String> notifyBy) {}
