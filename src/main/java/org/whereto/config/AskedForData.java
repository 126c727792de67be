// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.List;
import org.whereto.systems.data.DataSettings;
import org.whereto.systems.data.DataSettings.Pace;
import org.whereto.systems.data.RucioSettings;
import org.whereto.systems.data.S3Settings;
import org.whereto.systems.data.VospaceSettings;
import org.whereto.task.WebUrl;

/** The systems that are asked for data, as they are found entry by entry. */
final class AskedForData {

  private final List<RucioSettings> rucio = new ArrayList<>();
  private final List<VospaceSettings> vospace = new ArrayList<>();
  private final List<S3Settings> s3 = new ArrayList<>();
  private final List<WebUrl> http = new ArrayList<>();

  void add(RucioSettings server) {
    rucio.add(server);
  }

  void add(VospaceSettings space) {
    vospace.add(space);
  }

  void add(S3Settings service) {
    s3.add(service);
  }

  void add(WebUrl prefix) {
    http.add(prefix);
  }

  /** All of them. */
  DataSettings at(Pace pace) {
    return new DataSettings(rucio, vospace, s3, http, pace);
  }
}
