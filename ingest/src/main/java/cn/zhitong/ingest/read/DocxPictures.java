package cn.zhitong.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Node;

/** Pictures of a .docx: kept at their place in the body, counted where they cannot be. */
final class DocxPictures {
  private final PackagePart body;
  private final TextLines lines;
  private final ReadLimits limits;
  private int kept;
  private int left;

  DocxPictures(XWPFDocument document, TextLines lines, ReadLimits limits) {
    this.body = document.getPackagePart();
    this.lines = lines;
    this.limits = limits;
  }

  /** Pictures of the paragraph or table that was written last. */
  void keep(List<Node> pictures) {
    for (Node picture : pictures) {
      if (lines.picture(bytes(picture), alt(picture))) {
        kept++;
      } else {
        left++;
      }
    }
  }

  /** Pictures of notes, which stand in parts of their own. */
  void leave(List<Node> pictures) {
    left += pictures.size();
  }

  /** What the publisher is told. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (kept > 0) {
      warnings.add("文档里有 " + kept + " 张图片，已随正文显示；图片中的文字未读出，检索不到，请核对原文件。");
    }
    if (left > 0) {
      warnings.add("文档里有 " + left + " 张图片没有收入（格式不是 png、jpg、gif，或过大、链接到外部），图片中的文字未读出，请核对原文件。");
    }
    return warnings;
  }

  private byte[] bytes(Node picture) {
    String id = reference(picture);
    PackageRelationship relation = id == null ? null : body.getRelationship(id);
    if (relation == null || relation.getTargetMode() == TargetMode.EXTERNAL) {
      return null;
    }
    try (InputStream in = body.getRelatedPart(relation).getInputStream()) {
      return in.readNBytes((int) limits.partBytes());
    } catch (InvalidFormatException | IOException | RuntimeException e) {
      // A part that cannot be opened is a picture that is not kept, of which the publisher is told.
      return null;
    }
  }

  /** The relation that a drawing's blip, or an old picture's data, names. */
  private static String reference(Node picture) {
    if ("imagedata".equals(picture.getLocalName())) {
      return DocxNodes.attribute(picture, "id");
    }
    return DocxNodes.attribute(DocxNodes.path(picture, "blipFill", "blip"), "embed");
  }

  private static String alt(Node picture) {
    Node named = DocxNodes.path(picture, "nvPicPr", "cNvPr");
    return DocxNodes.attribute(named == null ? picture : named, named == null ? "title" : "descr");
  }
}
