package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PictureBytes;

/**
 * A picture as it is sent.
 *
 * @param mediaType one of those of {@link cn.zhitong.ingest.policy.PolicyPicture.Type}
 */
public record PictureFile(String mediaType, PictureBytes bytes) {}
