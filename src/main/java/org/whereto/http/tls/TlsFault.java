// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.nio.file.Path;

/**
 * What is wrong with one of the files of TLS.
 *
 * @param line of the file, from 1; 0 where it is no line's fault
 * @param sentence with the remedy; never a word of a key
 */
public record TlsFault(Path file, int line, String sentence) {

  /** {@code FILE:LINE: sentence}, as people know it from compilers. */
  @Override
  public String toString() {
    return file + ":" + (line > 0 ? line + ":" : "") + " " + sentence;
  }
}
