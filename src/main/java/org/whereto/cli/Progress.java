// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.whereto.ask.Result;
import org.whereto.ask.Where;

/** Who is still being waited for, on the last line of a person's terminal. */
final class Progress implements AutoCloseable {

  /** Before this nobody wonders. */
  private static final long FIRST_MILLIS = 400;

  private static final long NEXT_MILLIS = 250;
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream err;
  private final int width;
  private final int all;
  private final List<String> waitingFor;
  private final Thread ticking;
  private boolean shown;
  private boolean over;

  private Progress(Terminal terminal, List<Where> wheres) {
    this.err = terminal.err();
    this.width = terminal.width() - 1;
    this.all = wheres.size();
    this.waitingFor = new ArrayList<>(wheres.stream().map(Where::location).toList());
    this.ticking = Thread.ofVirtual().name("progress").unstarted(this::tick);
  }

  /** Shows progress while a person is looking; otherwise nothing. */
  static Progress of(Terminal terminal, List<Where> wheres) {
    Progress progress = new Progress(terminal, wheres);
    if (terminal.watched()) {
      progress.ticking.start();
    }
    return progress;
  }

  synchronized void came(Result result) {
    waitingFor.remove(result.location());
  }

  private void tick() {
    try {
      for (long pause = FIRST_MILLIS; ; pause = NEXT_MILLIS) {
        Thread.sleep(pause);
        show();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show() {
    if (!over && !waitingFor.isEmpty()) {
      err.print(WIPE + line());
      err.flush();
      shown = true;
    }
  }

  private String line() {
    int answered = all - waitingFor.size();
    String line =
        answered + " of " + all + " answered, waiting for " + String.join(", ", waitingFor);
    return Columns.cut(Terminal.clean(line), width);
  }

  @Override
  public void close() {
    ticking.interrupt();
    synchronized (this) {
      if (shown) {
        err.print(WIPE);
        err.flush();
      }
      over = true;
    }
  }
}
