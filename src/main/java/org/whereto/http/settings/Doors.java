// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;

/**
 * Where the service is asked, and how: the keys {@code listen} and {@code tls} of the server's
 * file.
 *
 * @param listeners nothing where that is for the command line to say
 */
public record Doors(List<Listener> listeners, Optional<TlsSettings> tls) {

  /** Plain HTTP where the command line says. */
  public static final Doors PLAIN = new Doors(List.of(), Optional.empty());

  private static final int MOST = 16;

  private static final AmountSetting PORT = AmountSetting.number("port", "Its port", "1", "65535");

  public Doors {
    listeners = List.copyOf(listeners);
  }

  /** All places, where the command line says this one. */
  public List<Listener> at(ListenAt address) {
    return listeners.isEmpty() ? List.of(new Listener(address, tls.isPresent())) : listeners;
  }

  static Doors read(Settings in) {
    boolean hasTls = in.has("tls");
    Optional<TlsSettings> tls =
        in.part("tls", "The certificate of the server, which then speaks TLS.", TlsSettings::read);
    List<Listener> listeners =
        in.list(
            "listen",
            "Where the service is asked; default: as --host and --port say.",
            each -> listener(each, hasTls));
    Set<ListenAt> places = new HashSet<>();
    if (!listeners.stream().allMatch(each -> places.add(each.at()))) {
      in.problem("listen", "Two entries of \"listen\" are the same place: take one out.");
    }
    if (listeners.size() > MOST) {
      in.problem("listen", "\"listen\" names more than " + MOST + " places: name fewer.");
    }
    if (hasTls && !listeners.isEmpty() && listeners.stream().noneMatch(Listener::tls)) {
      in.problem("tls", "TLS is spoken at no place of \"listen\": take \"tls: false\" out of one.");
    }
    return new Doors(listeners, tls);
  }

  private static Listener listener(Settings in, boolean hasTls) {
    String host =
        in.textIfAny("host", "Address; default: 127.0.0.1, this machine alone.")
            .orElse("127.0.0.1");
    in.require("port");
    int port = PORT.read(in).map(amount -> amount.value().intValue()).orElse(0);
    boolean tls = in.flag("tls", hasTls, "Whether TLS is spoken; default: true where \"tls\" is.");
    if (tls && !hasTls) {
      in.problem("tls", "There is no certificate for TLS: name its files under \"tls\".");
    }
    return new Listener(new ListenAt(host, port), tls);
  }
}
