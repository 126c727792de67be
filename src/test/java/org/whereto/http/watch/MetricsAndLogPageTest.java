// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.support.MadeCertificate;
import org.whereto.support.StatedSources;
import org.whereto.support.TlsFolder;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree.Mapping;
import org.whereto.wire.Query;

/** What docs/operate.md says of metrics and of the log is what there is. */
class MetricsAndLogPageTest {

  private static final Path PAGE = Path.of("docs/operate.md");
  private static final Pattern METRIC =
      Pattern.compile("^\\| `(whereto_\\w+)` \\| ([^|]*)\\|", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("`(\\w+)`");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=");

  private static final Serving SERVING =
      new Serving(Sample.PLATFORM, StatedSources.world(), Sample.AT, Optional.empty());

  @TempDir private Path folder;

  @Test
  void itNamesEachMetricWithItsLabels() throws Exception {
    Map<String, Set<String>> told = new TreeMap<>();
    METRIC
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(row -> told.put(row.group(1), words(WORD, row.group(2))));
    assertThat(told).isEqualTo(counted());
  }

  private Map<String, Set<String>> counted() throws Exception {
    Metrics metrics =
        new Metrics(
            () -> new Mounts(Map.of("sample", SERVING), Map.of()),
            new Readings(() -> 0, () -> 0, () -> 0, () -> 0));
    TlsFolder files = new TlsFolder(folder).put(MadeCertificate.server("CN=Server").alone());
    metrics.show(TlsFolder.open(files.settings(), said -> {}));
    for (String query : List.of("uri://own", "uri://own&taskinfo.languages={scala}&taskinfo.x=1")) {
      metrics.accept(Sample.asked("/", Query.of("tasktype=" + query)));
    }
    Exposition scraped = Exposition.read(metrics.scrape("text/plain"));
    Map<String, Set<String>> counted = new TreeMap<>();
    for (String sample : scraped.samples().keySet()) {
      String family =
          sample.substring(0, sample.indexOf('{')).replaceAll("_(bucket|count|sum)$", "");
      if (family.startsWith("whereto_")) {
        counted.computeIfAbsent(family, name -> new TreeSet<>()).addAll(words(LABEL, sample));
      }
    }
    metrics.close();
    return counted;
  }

  private static Set<String> words(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void itNamesEachMemberOfALineAndShowsARealOne() throws IOException, BadInput {
    String page = Files.readString(PAGE);
    String log = page.substring(page.indexOf("\n## Log\n"));
    String table = log.substring(log.indexOf("| member |"), log.indexOf("**What is not in it.**"));
    List<String> told = new ArrayList<>();
    for (String row : table.split("\n", -1)) {
      String first = row.startsWith("| `") ? row.substring(0, row.indexOf('|', 1)) : "";
      WORD.matcher(first).results().map(MatchResult::group).forEach(told::add);
    }
    StringBuilder full = new StringBuilder();
    LogEntry.of(Sample.asked("/", Query.of("tasktype=uri://own")), "somebody").line(full, 1);
    LogEntry.of(Sample.refused("/", Optional.empty(), 404, "a"), "").line(full, 1);
    Set<String> written = words(Pattern.compile("[{,]\"(\\w+)\":"), full.toString());
    assertThat(told.stream().map(word -> word.replace("`", "")))
        .containsExactlyInAnyOrderElementsOf(written);

    String shown =
        log.lines().filter(line -> line.startsWith("{\"time\"")).findFirst().orElseThrow();
    Mapping line = (Mapping) Formats.JSON.read(shown.getBytes(UTF_8), Budget.LARGE, Keep.ALL);
    assertThat(written).containsAll(line.members().keySet());
  }
}
