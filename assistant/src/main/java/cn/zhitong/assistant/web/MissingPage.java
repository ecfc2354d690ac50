package cn.zhitong.assistant.web;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * An address that leads nowhere: a page with the way on for whoever typed it into a browser, a
 * problem for programs.
 */
public class MissingPage {
  /** Where programs call; what a browser opens there is an answer for them all the same. */
  private static final Pattern FOR_PROGRAMS = Pattern.compile("/?(api|v1|mcp|q|static)(/.*)?");

  private final PageShell shell;
  private final ProblemMapper problems;
  private final String content = PageShell.resource("pages/missing.html");

  MissingPage(PageShell shell, ProblemMapper problems) {
    this.shell = shell;
    this.problems = problems;
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e, HttpHeaders headers, UriInfo address) {
    boolean page = !FOR_PROGRAMS.matcher(address.getPath()).matches() && asksForPage(headers);
    return page
        ? Response.status(404)
            .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
            .header(HttpHeaders.CACHE_CONTROL, "no-cache")
            .entity(shell.html("没有这个页面", content, false))
            .build()
        : problems.webApplication(e);
  }

  /** Browsers name it; {@code *}{@code /*} is a program's. */
  private static boolean asksForPage(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(type -> type.getType().equals("text") && type.getSubtype().equals("html"));
  }
}
