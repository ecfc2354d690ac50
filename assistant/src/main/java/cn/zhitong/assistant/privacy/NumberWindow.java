package cn.zhitong.assistant.privacy;

import cn.zhitong.assistant.privacy.NumberGroups.Gap;

/**
 * Groups of digits that may be one number, with an X behind the last where it has one.
 *
 * @param widest what parts them most
 * @param end index behind it in the text
 */
record NumberWindow(int first, int last, String digits, Gap widest, int end) {}
