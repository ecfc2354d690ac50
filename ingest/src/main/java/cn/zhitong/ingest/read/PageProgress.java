package cn.zhitong.ingest.read;

/**
 * How far a file is whose pages are read from their pictures.
 *
 * @param page that is being read, from 1
 * @param pages of the file
 */
public record PageProgress(int page, int pages) {}
