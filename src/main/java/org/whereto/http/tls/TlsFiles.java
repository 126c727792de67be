// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.http.settings.TlsSettings;

/**
 * The files of TLS as one look saw them.
 *
 * @param seen their bytes, by their names
 * @param faults why some of them could not be read
 */
record TlsFiles(TlsSettings settings, Map<Path, byte[]> seen, List<TlsFault> faults) {

  private static final int MOST_BYTES = 1 << 20;

  /** Reads all of them. */
  static TlsFiles look(TlsSettings settings) {
    Map<Path, byte[]> seen = new LinkedHashMap<>();
    List<TlsFault> faults = new ArrayList<>();
    for (Path path : settings.files()) {
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          faults.add(new TlsFault(path, 0, "This file is far too large for keys: name another."));
        }
        seen.put(path, bytes);
      } catch (IOException fault) {
        faults.add(new TlsFault(path, 0, sentence(path, fault)));
      }
    }
    return new TlsFiles(settings, seen, List.copyOf(faults));
  }

  private static String sentence(Path path, IOException fault) {
    if (fault instanceof NoSuchFileException) {
      return "There is no such file: put it there, or name another under \"tls\".";
    }
    if (Files.isDirectory(path)) {
      return "This is a directory: name the file in it.";
    }
    String user = System.getProperty("user.name", "");
    return "The user \"" + user + "\" may not read this file" + rights(path) + ".";
  }

  private static String rights(Path path) {
    try {
      PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
      return ", which belongs to "
          + file.owner().getName()
          + ":"
          + file.group().getName()
          + " with the mode "
          + PosixFilePermissions.toString(file.permissions())
          + ": let its group be one of that user's (chgrp), and the group read it (chmod g+r)";
    } catch (IOException | UnsupportedOperationException _) {
      return ", or not enter its directory: see to their permissions";
    }
  }

  boolean isSameAs(TlsFiles other) {
    return faults.equals(other.faults)
        && seen.keySet().equals(other.seen.keySet())
        && seen.entrySet().stream()
            .allMatch(each -> Arrays.equals(each.getValue(), other.seen.get(each.getKey())));
  }

  /**
   * What stands in them.
   *
   * @throws TlsFaults with everything that is wrong
   */
  TlsTerms read(Instant now) throws TlsFaults {
    List<TlsFault> all = new ArrayList<>(faults);
    Optional<PrivateKey> key =
        gather(all, settings.key(), blocks -> PrivateKeys.read(settings.key(), blocks));
    Optional<List<Certificate>> chain =
        gather(
            all,
            settings.certificate(),
            blocks -> Certificate.read(settings.certificate(), blocks));
    Optional<TrustedSigners> trust = Optional.empty();
    if (settings.clients().isPresent()) {
      Path path = settings.clients().get().trust();
      trust = gather(all, path, blocks -> TrustedSigners.of(path, blocks, now));
    }
    Optional<ServerPair> pair = Optional.empty();
    if (key.isPresent() && chain.isPresent()) {
      try {
        pair = Optional.of(ServerPair.of(settings.certificate(), key.get(), chain.get(), now));
      } catch (TlsFaults unfit) {
        all.addAll(unfit.all());
      }
    }
    if (!all.isEmpty() || pair.isEmpty()) {
      throw new TlsFaults(all);
    }
    return TlsTerms.of(settings, pair.get(), trust);
  }

  /** Reads one kind of thing from one file. */
  private interface Reader<T> {
    T read(List<PemBlock> blocks) throws TlsFaults;
  }

  private <T> Optional<T> gather(List<TlsFault> into, Path path, Reader<T> reader) {
    byte[] bytes = seen.get(path);
    if (bytes == null || bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(PemFile.read(path, bytes)));
    } catch (TlsFaults faulty) {
      faulty.all().stream().filter(fault -> !into.contains(fault)).forEach(into::add);
      return Optional.empty();
    }
  }
}
