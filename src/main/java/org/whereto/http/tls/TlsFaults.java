// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.nio.file.Path;
import java.util.List;

/** Why the files of TLS cannot be used as they are: everything that was found at once. */
final class TlsFaults extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<TlsFault> all;

  TlsFaults(List<TlsFault> all) {
    super("faulty", null, false, false);
    this.all = List.copyOf(all);
  }

  /** One fault. */
  TlsFaults(Path file, int line, String sentence) {
    this(List.of(new TlsFault(file, line, sentence)));
  }

  List<TlsFault> all() {
    return all;
  }
}
