// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import org.whereto.tree.Path;

/**
 * Something a compose file demands of its host beyond running images.
 *
 * @param path below the compose file, like {@code services.web.privileged}
 * @param detail the value in question, in its normal form: a host path, a capability, a device; for
 *     {@link What#UNCLEAR} as it was written
 */
public record Demand(What what, Path path, String detail) {

  /** What is demanded; the check may allow each by a setting of its own. */
  public enum What {
    /** An image that is to be built; the detail is the folder. */
    BUILD,
    PRIVILEGED,
    /** The host's network, its network cards, or another container's network. */
    HOST_NETWORK,
    /**
     * The host's {@code pid}, {@code ipc}, {@code uts}, {@code user} or {@code cgroup} namespace.
     */
    HOST_NAMESPACE,
    /** The socket of a container engine, by itself or in a folder. */
    DOCKER_SOCKET,
    /** A directory or file of the host, or a file system that the host would mount. */
    HOST_MOUNT,
    /** A Linux capability, in upper case without {@code CAP_}. */
    CAPABILITY,
    DEVICE,
    /** An option that may weaken isolation, as {@code name=value}. */
    SECURITY_OPTION,
    /** A file that was not sent: env_file, a file of a config or secret. */
    OTHER_FILE,
    /** A compose file that was not sent, and what its services demand: extends, include. */
    OTHER_SERVICES,
    /** Something made outside this file: a volume, network or container, a volume driver. */
    EXTERNAL,
    /** A program that the host runs beside containers: a provider, a model. */
    PROVIDER,
    /** A value that cannot be told from what was sent: a variable without a default. */
    UNCLEAR,
    /** A key that Whereto does not know, and so cannot judge. */
    UNKNOWN_KEY
  }
}
