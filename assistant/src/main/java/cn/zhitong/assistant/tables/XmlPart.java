package cn.zhitong.assistant.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of a workbook, read event by event and never as a whole. Sizes count as they come out,
 * since what the directory says may be a lie; document type declarations, which no workbook needs,
 * are refused.
 */
final class XmlPart implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  private final Bounded text;
  private final XMLStreamReader reader;

  private XmlPart(Bounded text, XMLStreamReader reader) {
    this.text = text;
    this.reader = reader;
  }

  /** What the parts of one workbook may still unpack to. */
  static final class Budget {
    private final TableLimits limits;
    private long left;

    Budget(TableLimits limits) {
      this.limits = limits;
      this.left = limits.unpacked();
    }

    private void take(int count) {
      left -= count;
      if (left < 0) {
        throw limits.tooMuchText();
      }
    }
  }

  /** Null where the workbook has no such part. */
  static XmlPart open(ZipFile zip, String name, Budget budget)
      throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
    if (entry == null) {
      return null;
    }
    InputStream in = zip.getInputStream(entry);
    // As UTF-8 whatever the declaration says: Excel writes nothing else, and the bounds on markup
    // below hold for characters that they know.
    Bounded text = new Bounded(new InputStreamReader(in, StandardCharsets.UTF_8), budget);
    return new XmlPart(text, FACTORY.createXMLStreamReader(text));
  }

  /** The next event; false at the end. */
  boolean next() throws XMLStreamException {
    if (!reader.hasNext()) {
      return false;
    }
    if (reader.next() == XMLStreamConstants.DTD) {
      throw new XMLStreamException("document type declaration");
    }
    return true;
  }

  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  boolean isText() {
    return reader.isCharacters();
  }

  /** The value of an attribute whatever its namespace; null where it is not given. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  int number(String name, int otherwise) {
    String value = attribute(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  boolean is(String name) {
    String value = attribute(name);
    return "1".equals(value) || "true".equals(value);
  }

  /** Adds the event's text, as long as there are not too many characters already. */
  void appendTo(StringBuilder target, int most) {
    int room = most + 1 - target.length();
    if (room > 0) {
      target.append(
          reader.getTextCharacters(),
          reader.getTextStart(),
          Math.min(room, reader.getTextLength()));
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Counts what comes, and refuses markup or text so long that a parser would hold it whole. */
  private static final class Bounded extends FilterReader {
    /** A cell of 32,767 characters, all of them written as {@code &#x10FFFF;}. */
    private static final int LONGEST = 400_000;

    private final Budget budget;
    private int run;

    Bounded(InputStreamReader in, Budget budget) {
      super(in);
      this.budget = budget;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count > 0) {
        budget.take(count);
      }
      for (int i = offset; i < offset + count; i++) {
        char c = buffer[i];
        run = c == '<' || c == '>' ? 0 : run + 1;
      }
      if (run > LONGEST) {
        throw budget.limits.tooMuchText();
      }
      return count;
    }
  }
}
