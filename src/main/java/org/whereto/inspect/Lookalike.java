// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Place;

/** Files that are often handed in by mistake, told by how they begin. */
final class Lookalike {

  private static final int HEAD = 1024;
  private static final String LFS = "version https://git-lfs.github.com/spec/";

  /** First bytes, as Latin-1, and what they are the first bytes of. */
  private static final Map<String, String> MAGIC = magic();

  private Lookalike() {}

  private static Map<String, String> magic() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("\u0089PNG", "a PNG image");
    known.put("\u00ff\u00d8\u00ff", "a JPEG image");
    known.put("GIF8", "a GIF image");
    known.put("%PDF", "a PDF document");
    known.put("\u001f\u008b", "a file packed with gzip");
    known.put("PK\u0003\u0004", "a zip archive");
    known.put("BZh", "a file packed with bzip2");
    known.put("\u00fd7zXZ", "a file packed with xz");
    known.put("(\u00b5/\u00fd", "a file packed with zstd");
    known.put("SIMPLE  =", "a FITS file");
    known.put("\u0089HDF", "an HDF5 file");
    known.put("\u007fELF", "a program");
    return known;
  }

  /**
   * Refuses bytes that are no text of ours.
   *
   * @param name of the file, for the sentence
   */
  static void refuseBytes(byte[] bytes, String name) throws BadInput {
    String head = latin(bytes);
    if (head.isBlank()) {
      throw new BadInput("file.empty", OneLine.of(name) + " is empty.");
    }
    for (Map.Entry<String, String> magic : MAGIC.entrySet()) {
      if (head.startsWith(magic.getKey())) {
        String remedy =
            magic.getValue().contains("packed") || magic.getValue().contains("archive")
                ? "unpack it, and give what is inside"
                : "give a notebook, a compose file or a Task";
        throw seems(name, magic.getValue(), remedy);
      }
    }
    if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
      throw seems(name, "a text in UTF-16", "save it in UTF-8");
    }
    int zero = head.indexOf('\0');
    if (zero >= 0) {
      boolean wide = zero < 2 && head.length() > 3 && head.charAt(zero + 2) == '\0';
      throw wide
          ? seems(name, "a text in UTF-16", "save it in UTF-8")
          : seems(name, "a binary file", "give a notebook, a compose file or a Task");
    }
  }

  /** Refuses a text that is plainly something else. */
  static void refuseText(String text, String name) throws BadInput {
    String head = text.substring(0, Math.min(text.length(), HEAD)).strip();
    String lower = head.toLowerCase(Locale.ROOT);
    if (head.startsWith(LFS)) {
      throw seems(
          name,
          "a pointer of git-lfs that stands for a file which was not downloaded",
          "run \"git lfs pull\" first");
    }
    boolean page = lower.startsWith("<!doctype html") || lower.startsWith("<html");
    if (page || (lower.startsWith("<") && lower.contains("<head>"))) {
      throw seems(
          name,
          "a web page, perhaps a login page or a viewer's page that was saved in its place",
          "download the file itself, its raw form");
    }
    if (head.startsWith("<") && !head.startsWith("<!--")) {
      throw seems(name, "an XML document", "give a notebook, a compose file or a Task");
    }
    if (isScript(head, name)) {
      throw seems(
          name,
          "a script",
          "give a notebook; jupytext makes one of a script with \"jupytext --to ipynb\"");
    }
    OptionalInt json = jsonAfterComment(text, name);
    if (json.isPresent()) {
      throw new BadInput(
          "file.comment-before-json",
          Path.ROOT,
          new Place(1, 1),
          OneLine.of(name)
              + " begins with a comment, which JSON does not know: take out what stands before the"
              + " \"{\" of line "
              + json.getAsInt()
              + ".");
    }
  }

  /** The fault that a file is not what it should be. */
  static BadInput seems(String name, String what, String remedy) {
    return new BadInput(
        "file.not-recognised", OneLine.of(name) + " seems to be " + what + ": " + remedy + ".");
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
  }

  private static boolean isScript(String head, String name) {
    if (head.startsWith("{")) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean named =
        lower.endsWith(".py")
            || lower.endsWith(".r")
            || lower.endsWith(".jl")
            || lower.endsWith(".sh");
    return named
        || head.startsWith("#!")
        || head.lines().anyMatch(line -> line.startsWith("import ") || line.startsWith("# %%"))
        || head.lines().anyMatch(line -> line.startsWith("from ") && line.contains(" import "));
  }

  /** The line where JSON begins after lines of comment, in a file that should be JSON. */
  private static OptionalInt jsonAfterComment(String text, String name) {
    String start = text.stripLeading();
    boolean foreign = start.startsWith("//") || start.startsWith("/*") || start.startsWith("<!--");
    boolean hash = start.startsWith("#") && Ending.of(name).isJson();
    if (!foreign && !hash) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (String line : text.lines().limit(HEAD).toList()) {
      number++;
      if (line.strip().startsWith("{")) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }
}
