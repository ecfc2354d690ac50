package cn.zhitong.assistant.casework.log;

/** How what is new in the log is sealed and signed; what is there already is read by either. */
enum LogCryptography {
  /** HMAC-SHA256 and Ed25519. */
  INTERNATIONAL,
  /** 国密: HMAC-SM3, and SM2 with SM3. */
  SM
}
