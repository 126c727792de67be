// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

/**
 * The name of a container image in its normal form: {@code docker.io}, {@code library/} and {@code
 * :latest} are filled in where they are implied, the registry is in lower case.
 *
 * @param registry host and optional port, like {@code docker.io} or {@code
 *     registry.example.org:5000}
 * @param repository path of the image in the registry, like {@code library/example}
 * @param tag empty only if a digest is given
 * @param digest {@code sha256:...}; empty if none. Where one is given it decides, the tag does not
 */
public record ImageReference(String registry, String repository, String tag, String digest) {

  @Override
  public String toString() {
    return registry
        + "/"
        + repository
        + (tag.isEmpty() ? "" : ":" + tag)
        + (digest.isEmpty() ? "" : "@" + digest);
  }
}
