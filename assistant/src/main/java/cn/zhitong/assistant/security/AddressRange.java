package cn.zhitong.assistant.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address or a network in CIDR form. */
record AddressRange(byte[] network, int bits) {
  /** Only literal addresses: a name would be looked up, and could change. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

  /**
   * @throws IllegalArgumentException in Chinese when it is neither
   */
  static AddressRange of(String text) {
    String[] parts = text.strip().split("/", 2);
    byte[] address = parse(parts[0]).orElseThrow(() -> new IllegalArgumentException(wrong(text)));
    int most = address.length * 8;
    int bits = most;
    if (parts.length == 2) {
      bits = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
    }
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException(wrong(text));
    }
    return new AddressRange(address, bits);
  }

  private static String wrong(String text) {
    return "ZHITONG_TRUSTED_PROXIES：“" + text + "”不是 IP 地址或网段，请写成 10.0.0.5 或 10.1.0.0/16 的形式";
  }

  /** The bytes of a literal address, IPv4 inside of IPv6 as IPv4. */
  static Optional<byte[]> parse(String text) {
    String literal =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    int zone = literal.indexOf('%');
    literal = zone < 0 ? literal : literal.substring(0, zone);
    boolean plausible =
        LITERAL.matcher(literal).matches()
            && (literal.indexOf(':') >= 0 || literal.matches("\\d+\\.\\d+\\.\\d+\\.\\d+"));
    if (!plausible) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i & 7);
      if ((address[i >> 3] & mask) != (network[i >> 3] & mask)) {
        return false;
      }
    }
    return true;
  }
}
