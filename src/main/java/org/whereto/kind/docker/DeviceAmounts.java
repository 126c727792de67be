// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.whereto.kind.docker.ServiceChain.Said;
import org.whereto.task.Resources;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * How many devices a service reserves: graphics processors are {@code gpus}, all else is called as
 * the file calls it. Of "all" there must be one at least.
 */
final class DeviceAmounts {

  /** A part of one, {@code mig}, counts as one. */
  private static final Set<String> GPU =
      Set.of("gpu", "gpus", "nvidia", "nvidiagpu", "amd", "amdgpu", "mig");

  /** Of what has no name of its own. */
  private static final String DEVICES = "devices";

  /** {@code vendor.example/class=0} (Container Device Interface). */
  private static final Pattern CDI =
      Pattern.compile("([A-Za-z][\\w.-]{0,99})/([A-Za-z][\\w.-]{0,99})=.*");

  /** The file of one whole graphics processor. */
  private static final Pattern GPU_FILE = Pattern.compile("/dev/nvidia\\d+");

  private static final Set<String> ALL = Set.of("all", "-1");

  private final ServiceAmounts found;
  private final ServiceChain chain;

  DeviceAmounts(ServiceAmounts found, ServiceChain chain) {
    this.found = found;
    this.chain = chain;
  }

  /** Looks at all of them, and tells how many; lists of services that extend each other join. */
  int look() {
    int looked = each(chain.all("deploy", "resources", "reservations", DEVICES), this::reserved);
    looked +=
        each(chain.all("deploy", "resources", "reservations", "generic_resources"), this::generic);
    looked += each(chain.all("gpus"), this::gpus);
    return looked + each(chain.all(DEVICES), this::device);
  }

  private static int each(List<Said> lists, Consumer<Said> look) {
    int looked = 0;
    for (Said list : lists) {
      List<Said> items = items(list);
      items.forEach(look);
      looked += items.size();
    }
    return looked;
  }

  private static List<Said> items(Said said) {
    if (!(said.value() instanceof Sequence list)) {
      return List.of(said);
    }
    List<Said> items = new ArrayList<>();
    for (Tree item : list.items()) {
      items.add(new Said(item, said.path().item(items.size())));
    }
    return items;
  }

  private void gpus(Said item) {
    reserved(item, true);
  }

  private void reserved(Said item) {
    reserved(item, false);
  }

  /** A request for devices by what they can do. */
  private void reserved(Said item, boolean isGpu) {
    if (!(item.value() instanceof Mapping request)) {
      count(isGpu ? ServiceAmounts.GPUS : DEVICES, item);
      return;
    }
    List<String> names = new ArrayList<>();
    for (String key : List.of("capabilities", "driver")) {
      request.get(key).ifPresent(value -> names.addAll(texts(value)));
    }
    String dimension = isGpu ? ServiceAmounts.GPUS : named(names, item);
    Path path = item.path();
    Optional<Tree> count = request.get("count");
    Optional<Tree> ids = request.get("device_ids");
    if (count.isPresent()) {
      count(dimension, new Said(count.get(), path.member("count")));
    }
    if (ids.isPresent()) {
      Said said = new Said(ids.get(), path.member("device_ids"));
      found.device(dimension, BigDecimal.valueOf(ids(dimension, said)), said);
    }
    if (count.isEmpty() && ids.isEmpty()) {
      found.device(dimension, BigDecimal.ONE, item);
    }
  }

  /** How many devices are named by these; commas part them within a text, too. */
  private long ids(String dimension, Said list) {
    long count = 0;
    for (Said item : items(list)) {
      Optional<String> told = Interpolation.of(ServiceAmounts.text(item));
      if (told.isEmpty()) {
        found.untold(
            dimension, item.path(), ServiceAmounts.why(item, false, ComposeQuantity.COUNT));
      }
      count += told.orElse("").chars().filter(c -> c == ',').count() + 1;
    }
    return count;
  }

  /** All that stands in a list, or in lists within it. */
  private static List<String> texts(Tree value) {
    return switch (value) {
      case Scalar scalar -> List.of(scalar.text());
      case Sequence list -> list.items().stream().flatMap(item -> texts(item).stream()).toList();
      case Mapping mapping -> List.copyOf(mapping.members().keySet());
    };
  }

  /** One at least where it cannot be told how many: nobody asks for none. */
  private void count(String dimension, Said said) {
    Optional<String> text = Interpolation.of(ServiceAmounts.text(said));
    boolean isAll = text.isPresent() && ALL.contains(text.get());
    Optional<BigDecimal> number =
        isAll ? Optional.empty() : found.tell(dimension, true, ComposeQuantity.COUNT, said);
    found.device(dimension, number.orElse(BigDecimal.ONE), said);
  }

  /** {@code discrete_resource_spec} or {@code named_resource_spec}: a kind and a value. */
  private void generic(Said item) {
    Optional<Tree> discrete = item.value().get("discrete_resource_spec");
    Optional<Tree> spec = discrete.or(() -> item.value().get("named_resource_spec"));
    Optional<Tree> kind = spec.flatMap(tree -> tree.get("kind"));
    String dimension = named(kind.map(DeviceAmounts::texts).orElse(List.of()), item);
    Optional<Tree> value = discrete.flatMap(tree -> tree.get("value"));
    if (value.isPresent()) {
      Path path = item.path().member("discrete_resource_spec").member("value");
      count(dimension, new Said(value.get(), path));
    } else {
      found.device(dimension, BigDecimal.ONE, item);
    }
  }

  /** A device of the host; which are graphics processors only some of the names tell. */
  private void device(Said item) {
    Said source =
        item.value()
            .get("source")
            .map(tree -> new Said(tree, item.path().member("source")))
            .orElse(item);
    Optional<String> name = Interpolation.of(ServiceAmounts.text(source));
    if (name.isEmpty()) {
      found.untold(
          ServiceAmounts.GPUS,
          source.path(),
          ServiceAmounts.why(source, false, ComposeQuantity.COUNT));
    } else if (isGpu(name.get())) {
      found.device(ServiceAmounts.GPUS, BigDecimal.ONE, source);
    }
  }

  /** By the words of its vendor and class, or by its file. */
  private static boolean isGpu(String device) {
    Matcher shared = CDI.matcher(device);
    return shared.matches()
        ? Stream.concat(Stream.of(shared.group(2)), Stream.of(shared.group(1).split("\\.", -1)))
            .map(Resources::dimension)
            .anyMatch(GPU::contains)
        : GPU_FILE.matcher(HostPath.normalise(device.split(":", -1)[0])).matches();
  }

  /** What devices of these names are counted as. */
  private String named(List<String> names, Said item) {
    List<String> folded = new ArrayList<>();
    for (String name : names) {
      Optional<String> told = Interpolation.of(name);
      if (told.isEmpty()) {
        String why = item.path() + " names \"" + name + "\", which was not sent: write it out.";
        found.untold(ServiceAmounts.GPUS, item.path(), OneLine.of(why));
        return DEVICES;
      }
      folded.add(Resources.dimension(told.get()));
    }
    if (folded.stream().anyMatch(GPU::contains)) {
      return ServiceAmounts.GPUS;
    }
    return folded.stream()
        .findFirst()
        .filter(name -> !name.isBlank() && !Resources.STANDARD.containsKey(name))
        .orElse(DEVICES);
  }
}
