// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Waits for the signal that ends a server: SIGTERM of whoever runs it, or SIGINT (Ctrl-C). A second
 * signal ends the process at once.
 *
 * <p>The only way to tell them apart, and to end a process with another exit code than the signal's
 * own, is a class that javac warns of even where it is asked not to: so it is called by its name.
 */
final class StopSignal implements AutoCloseable {

  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private final CountDownLatch came = new CountDownLatch(1);
  private final List<Runnable> restore = new ArrayList<>();
  private volatile int exitCode;

  private StopSignal() {}

  /** From now on, until closed. */
  static StopSignal listen() {
    StopSignal stop = new StopSignal();
    stop.on("TERM", 0);
    stop.on("INT", Interrupt.EXIT_CODE);
    return stop;
  }

  /** Waits; the exit code of the process, once what it does is finished. */
  int await() throws InterruptedException {
    came.await();
    return exitCode;
  }

  private void on(String name, int code) {
    try {
      Class<?> handler = Class.forName(HANDLER);
      Object usual = handler.getField("SIG_DFL").get(null);
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                // What every object has is asked of a handler too.
                if (method.getDeclaringClass() != handler) {
                  return method.invoke(this, arguments);
                }
                handle(name, usual);
                exitCode = code;
                came.countDown();
                return null;
              });
      Object before = handle(name, ours);
      restore.add(() -> handle(name, before));
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException("This Java has no signals.", absent);
    }
  }

  /** Sets what happens at a signal; what happened before. */
  private static Object handle(String name, Object handler) {
    try {
      Class<?> signal = Class.forName(SIGNAL);
      return signal
          .getMethod("handle", signal, Class.forName(HANDLER))
          .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    } catch (InvocationTargetException refused) {
      // Java was told to leave signals alone (-Xrs): then they end the process at once.
      return handler;
    } catch (ReflectiveOperationException absent) {
      throw new IllegalStateException("This Java has no signals.", absent);
    }
  }

  @Override
  public void close() {
    restore.forEach(Runnable::run);
  }
}
