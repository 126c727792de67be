// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import org.whereto.tree.Path;

/**
 * Something a compose service demands of its host beyond running an image.
 *
 * @param path below the compose file, like {@code services.web.privileged}
 * @param detail the value in question, in its normal form: a host path, a capability, a device
 */
public record Demand(What what, Path path, String detail) {

  /** What is demanded; the check may allow each by a setting of its own. */
  public enum What {
    /** An image that is to be built. */
    BUILD,
    PRIVILEGED,
    /** The host's network, or another container's. */
    HOST_NETWORK,
    /** The host's process, IPC, user, UTS or cgroup namespace. */
    HOST_NAMESPACE,
    /** The socket of a container engine. */
    DOCKER_SOCKET,
    /** A directory or file of the host. */
    HOST_MOUNT,
    CAPABILITY,
    DEVICE,
    /** A security option that weakens isolation. */
    SECURITY_OPTION,
    /** Another file that was not sent: extends, include, env_file, a file of a config or secret. */
    OTHER_FILE,
    /** A value that cannot be told from what was sent: a variable without a default. */
    UNCLEAR,
    /** A key that Whereto does not know, and so cannot judge. */
    UNKNOWN_KEY
  }
}
