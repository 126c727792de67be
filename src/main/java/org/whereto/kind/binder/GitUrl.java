// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.whereto.task.HostName;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;

/**
 * Where a git repository is. Read strictly: what is not plainly one of the forms is refused, since
 * two readers that guess differently would look at two hosts.
 *
 * @param scheme {@code https}, {@code http}, {@code git} or {@code ssh}; the form {@code
 *     git@host:path} is ssh
 * @param host in lower case, with its port where that is not the scheme's own
 * @param path without a slash at either end, and without {@code .git}
 */
public record GitUrl(String scheme, String host, String path) {

  private static final int LONGEST = 2048;
  private static final int LAST_PORT = 65_535;
  private static final String SSH_USER = "git@";

  /** Hosts whose repositories have an owner and a name at least. */
  private static final List<String> OWNER_AND_NAME = List.of("github.com", "gitlab.com");

  /**
   * Reads a git URL.
   *
   * @param field the field that holds it, for the fault
   * @throws BadInput {@code repository.malformed}
   */
  public static GitUrl read(String text, Path field, Place place) throws BadInput {
    return new Reader(field, place).read(text);
  }

  /**
   * The same of a text that stands in no request.
   *
   * @throws BadInput {@code repository.malformed}
   */
  public static GitUrl read(String text) throws BadInput {
    return read(text, Path.ROOT, Place.NONE);
  }

  /** The URL in its normal form. */
  @Override
  public String toString() {
    return scheme + "://" + (scheme.equals("ssh") ? SSH_USER : "") + host + "/" + path;
  }

  private record Reader(Path field, Place place) {

    GitUrl read(String text) throws BadInput {
      if (text.isBlank()) {
        throw fault("it is empty");
      }
      if (text.length() > LONGEST) {
        throw fault("it is longer than " + LONGEST + " characters");
      }
      if (text.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '\\')) {
        throw fault("it holds a blank, a backslash or a character that is not ASCII");
      }
      int colon = text.indexOf("://");
      return colon < 0 ? shortForm(text) : url(text.substring(0, colon), text.substring(colon + 3));
    }

    /** {@code git@host:owner/repository}. */
    private GitUrl shortForm(String text) throws BadInput {
      int colon = text.indexOf(':');
      if (!text.startsWith(SSH_USER) || colon < 0) {
        throw fault("it has no scheme such as https://");
      }
      String host = host(text.substring(SSH_USER.length(), colon));
      return new GitUrl("ssh", host, path(host, text.substring(colon + 1)));
    }

    private GitUrl url(String given, String rest) throws BadInput {
      String scheme = given.toLowerCase(Locale.ROOT);
      int usualPort =
          switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            case "git" -> 9418;
            case "ssh" -> 22;
            default -> throw fault("its scheme is none of https, http, git and ssh");
          };
      int slash = rest.indexOf('/');
      if (slash < 0) {
        throw fault("it names a host, but no repository there");
      }
      String authority = rest.substring(0, slash);
      if (scheme.equals("ssh") && authority.startsWith(SSH_USER)) {
        authority = authority.substring(SSH_USER.length());
      }
      if (authority.indexOf('@') >= 0) {
        throw fault("it carries a user name or a password: take that out");
      }
      int colon = authority.indexOf(':');
      String host = host(colon < 0 ? authority : authority.substring(0, colon));
      int port = colon < 0 ? usualPort : port(authority.substring(colon + 1));
      String path = path(host, rest.substring(slash + 1));
      return new GitUrl(scheme, port == usualPort ? host : host + ":" + port, path);
    }

    private String host(String given) throws BadInput {
      if (!HostName.isSound(given)) {
        throw fault("\"" + given + "\" is neither a host name nor an address like 192.0.2.1");
      }
      return given.toLowerCase(Locale.ROOT);
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }

    private int port(String text) throws BadInput {
      boolean number =
          !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Reader::isDigit);
      int port = number ? Integer.parseInt(text) : 0;
      if (port < 1 || port > LAST_PORT) {
        throw fault("\"" + text + "\" is no port");
      }
      return port;
    }

    private String path(String host, String given) throws BadInput {
      String whole = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
      String path = whole.endsWith(".git") ? whole.substring(0, whole.length() - 4) : whole;
      List<String> segments = Arrays.asList(path.split("/", -1));
      if (!segments.stream().allMatch(Reader::isSegment)) {
        throw fault("\"/" + given + "\" is no plain path of a repository");
      }
      boolean web = segments.contains("-") || (segments.size() > 2 && host.equals("github.com"));
      if (web) {
        throw fault("it is a page of a repository: put branch and file into \"ref\" and \"path\"");
      }
      if (segments.size() < 2 && OWNER_AND_NAME.contains(host)) {
        throw fault("it names an owner, but no repository");
      }
      return path;
    }

    private static boolean isSegment(String segment) {
      return !segment.isEmpty()
          && !segment.equals(".")
          && !segment.equals("..")
          && segment
              .chars()
              .allMatch(c ->
                  (c >= 'a' && c <= 'z')
                      || (c >= 'A' && c <= 'Z')
                      || isDigit(c)
                      || "._~+-".indexOf(c) >= 0);
    }

    private BadInput fault(String why) {
      return new BadInput(
          "repository.malformed",
          field,
          place,
          "The repository must be a git URL like https://git.example.org/owner/name, but "
              + why
              + ".");
    }
  }
}
