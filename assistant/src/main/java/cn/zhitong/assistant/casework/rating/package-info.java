/** Satisfaction: the links that are sent with an answer, and what is done with them. */
package cn.zhitong.assistant.casework.rating;
