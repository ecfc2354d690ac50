/** What other features may ask of casework. */
package cn.zhitong.assistant.casework.port;
