// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

/** What a kind can find in a Task, and a check can ask for. */
public enum Fact {
  /** The languages that a notebook needs: {@link Facts#languages()}. */
  LANGUAGES,
  /** The container images that would run: {@link Facts#images()}. */
  IMAGES,
  /** What the services of a compose file demand of their host: {@link Facts#demands()}. */
  DEMANDS,
  /** The environment that a Binder repository asks to be built: {@link Facts#environment()}. */
  ENVIRONMENT,
  /** The amounts that its content asks for: {@link Facts#resources()}. */
  RESOURCES
}
