// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

/** The task types that files, folders, addresses and image names stand for by themselves. */
final class TaskTypes {

  static final String JUPYTER = "uri://jupyter-notebook";
  static final String ZEPPELIN = "uri://zeppelin-notebook";
  static final String COMPOSE = "uri://docker-compose";
  static final String CONTAINER = "uri://docker-container";
  static final String BINDER = "uri://binder-notebook";

  private TaskTypes() {}
}
