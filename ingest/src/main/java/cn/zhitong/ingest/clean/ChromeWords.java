package cn.zhitong.ingest.clean;

import java.util.regex.Pattern;

/**
 * The wording of government pages' chrome. Patterns are matched against whole lines with their
 * white space removed, so that no sentence can match a part.
 */
final class ChromeWords {
  private static final Pattern PAGE_MARK =
      Pattern.compile(
          "[-—–－―~·•_]+\\d{1,4}[-—–－―~·•_]+|第\\d{1,4}页(?:[,，/]?\\(?共\\d{1,4}页\\)?)?|Page\\d+of\\d+",
          Pattern.CASE_INSENSITIVE);

  private static final String OPEN = "[\\[【〖(（『]?";
  private static final String CLOSE = "[\\]】〗)）』]?";
  private static final String BUTTON_WORD =
      "(?:打印(?:本页|此页|页面|文章|预览)?|关闭(?:本页|此页|页面|窗口)?|我要纠错|纠错|收藏|分享|返回|顶部|大|中|小|字号|字体|字体大小|评论)";

  /** Unmistakable wherever it stands. */
  private static final Pattern BUTTON =
      Pattern.compile(
          "扫一扫.{0,24}|用手机扫.{0,20}|.{0,4}二维码扫一扫.{0,12}|返回顶部|回到顶部|返回首页|关闭页面|关闭窗口|关闭本页|打印本页|评论关闭"
              + "|(?:"
              + OPEN
              + BUTTON_WORD
              + "[:：]?"
              + CLOSE
              + "[|｜/]?){2,8}"
              + "|[\\[【〖](?:"
              + BUTTON_WORD
              + ")[:：]?[\\]】〗]"
              + "|(?:字号|字体|字体大小|文字大小)[:：].{0,12}"
              + "|(?:浏览|阅读|点击|访问)(?:次数|量|数)[:：]?\\[?\\d*\\]?次?|点击[:：]\\d+次?"
              + "|(?:您|你)?(?:现在|当前|目前)?(?:所在|的)?(?:的)?位置[:：].{0,120}|首页(?:[>＞»›/].{0,40})+"
              + "|分享(?:到|至)[:：]?.{0,40}|一键分享.{0,20}|分享[:：]?|[|｜>＞»·•]+"
              + "|上一(?:篇|条)[:：].{0,80}|下一(?:篇|条)[:：].{0,80}|保护视力色.{0,12}|语音播报|收听");

  /** Menu words: chrome before the text begins, and after it has ended. */
  private static final String MENU_WORD =
      "(?:首页|网站首页|本站首页|登录|注册|退出|个人中心|用户中心|搜索|高级搜索|搜本站|搜全站|站内搜索|热门搜索|繁體|繁体|繁體版|繁体版|简体|简体版"
          + "|English|EN|手机版|移动版|电脑版|无障碍|无障碍浏览|无障碍阅读|长者模式|长者版|长者专版|长辈版|关怀版|适老版|适老化|智能问答|智能机器人|小程序|客户端"
          + "|APP|微信|微博|微信公众号|政务微博|政务微信|政务新媒体|新媒体|邮箱|RSS|RSS订阅|网站支持IPv6|本站支持IPv6|设为首页|加入收藏|收藏本站|网站地图|联系我们"
          + "|关于我们|网站声明|使用帮助|隐私声明|政务公开|政府信息公开|信息公开|政务服务|互动交流|政民互动|办事服务|网上办事|新闻中心|新闻动态|新闻资讯|要闻动态"
          + "|通知公告|机构概况|机构职能|机构设置|领导信息|数据开放|数据发布|专题专栏|公众参与|走进.{2,6}|省情|市情|解读回应|政策解读库|导航|菜单|更多|更多>>"
          + "|QQ空间|QQ好友|QQ|新浪微博|腾讯微博|复制链接|朋友圈)";

  private static final Pattern MENU =
      Pattern.compile("(?:" + MENU_WORD + "[|｜/>＞·]?){1,30}", Pattern.CASE_INSENSITIVE);

  /** What sites put after the body. */
  private static final Pattern TAIL =
      Pattern.compile(
          "附件[:：]?|相关附件[:：]?|附件下载[:：]?.{0,80}|.{0,8}下载链接[:：].{0,200}|(?:稿件|信息|文章|内容)?来源[:：].{0,40}"
              + "|"
              + OPEN
              + "?(?:责任编辑|编辑|责编|审核|校对|网络编辑|值班编辑|监制|信息员)[:：].{0,20}"
              + CLOSE
              + "|主办(?:单位)?[:：].{0,60}|承办(?:单位)?[:：].{0,60}|技术支持[:：].{0,60}|版权所有.{0,80}|Copyright.{0,120}|©.{0,120}"
              + "|.{0,20}(?:ICP备|公网安备|网站标识码).{0,80}|网站(?:管理|维护)[:：].{0,60}|政府网站找错|党政机关|您是第\\d+位访(?:客|问者)"
              + "|政策文件|政策原文|原文链接[:：]?.{0,80}|评论|我要评论|网友评论|查看更多.{0,6}|展开|收起|相关推荐|推荐阅读|热点推荐|猜你喜欢",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RELATED =
      Pattern.compile(
          OPEN
              + "(?:相关(?:报道|链接|文件|解读|新闻|信息|政策|阅读|稿件|内容|附件|文章|资讯|政策解读)|(?:文字|图片|图文|视频|媒体|专家|部门|动漫|音频|一图)解读"
              + "|图解(?:政策)?|解读材料|在线访谈|新闻发布会|媒体评论|媒体报道|媒体聚焦|政策解读|政策问答|解读链接|延伸阅读)[:：]?"
              + CLOSE);

  private static final Pattern NOT_A_LINK_TITLE =
      Pattern.compile(
          ".*[。；！？].*|.*\\d{4}年\\d{1,2}月\\d{1,2}日|[(（]此件.*|(?:附件|联系人|联系电话|抄送|主送).*"
              + "|[一二三四五六七八九十]+、.*|[(（][一二三四五六七八九十]+[)）].*|\\d+[.．、].*|第[一二三四五六七八九十百]+[章条].*");

  /** Sites that glue everything into one paragraph end it with captions and buttons. */
  private static final Pattern INLINE_TAIL =
      Pattern.compile(
          "(?<=[。！？；）)日”》cfpx])(?:(?:(?:公告|规章|文件|通知|正文|原文|文本|下载|附件){0,3}下载(?:正文|原文)?链接[:：][^。；！？]{1,400})"
              + "|(?:浏览次数[:：]?\\d*次?)|(?:打印本页)|(?:关闭(?:窗口|本页|页面)?)|(?:返回顶部)|(?:扫一扫在手机上?(?:打开|查看)当前页面??))+$");

  /** Tools on the line of date and source, under the title. */
  private static final Pattern TOOLS =
      Pattern.compile(
          "[|｜]?\\s*(?:[\\[【（(]?(?:字号|字体|字体大小)[:：]?\\s*[\\[【]?\\s*大\\s*中\\s*小\\s*[\\]】）)]*"
              + "|(?:字号|字体|字体大小|文字大小)[:：](?:\\s{0,4}[^\\s，。；：]{1,3}){1,5}$"
              + "|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]\\s*[\\[【(（]?\\s*[\\d-]*\\s*[\\]】)）]?\\s*次?|[\\[【](?:打印|关闭|收藏|纠错)[\\]】]"
              + "|(?<=\\s)(?:打印(?:本页|本文|此页)?|关闭(?:窗口|本页)?|收藏|分享|纠错)$)\\s*");

  private ChromeWords() {}

  static String withoutTools(String line) {
    return line.length() > 160 || line.contains("。")
        ? line
        : TOOLS.matcher(line).replaceAll(" ").strip();
  }

  static boolean isPageMark(String line) {
    return PAGE_MARK.matcher(compact(line)).matches();
  }

  static boolean isButton(String line) {
    return line.length() <= 160 && BUTTON.matcher(compact(line)).matches();
  }

  static boolean isMenu(String line) {
    return line.length() <= 200 && MENU.matcher(compact(line)).matches();
  }

  static boolean isTail(String line) {
    return line.length() <= 240
        && !line.contains("。")
        && (TAIL.matcher(compact(line)).matches() || isRelatedCaption(line) || isMenu(line));
  }

  /** A caption after which sites list links. */
  static boolean isRelatedCaption(String line) {
    return line.length() <= 20 && RELATED.matcher(compact(line)).matches();
  }

  /** Could be the title of a linked page: short, no sentence, neither signature date nor clause. */
  static boolean isLinkTitle(String line) {
    return line.length() <= 80 && !NOT_A_LINK_TITLE.matcher(compact(line)).matches();
  }

  static String withoutInlineTail(String line) {
    return INLINE_TAIL.matcher(line).replaceFirst("");
  }

  private static String compact(String line) {
    return line.replaceAll("[\\s\\p{Z}]+", "");
  }
}
