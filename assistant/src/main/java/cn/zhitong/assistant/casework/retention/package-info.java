/** Personal data is erased when its time is over; the events stay, and so does their chain. */
package cn.zhitong.assistant.casework.retention;
