// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.whereto.http.settings.LogCallers;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;

/**
 * What the log says of a caller: never more than the owner chose, and nothing of an anonymous one.
 * Any thread may ask.
 */
final class CallerNames {

  private static final String NOT_CHECKED = "not-checked";

  private static final String HASH = "HmacSHA256";
  private static final int LEAST_SALT = 16;
  private static final int MOST_SALT = 4096;
  private static final int SHOWN_BYTES = 12;

  private final LogCallers wanted;
  private final Optional<byte[]> salt;
  private Day today = new Day(LocalDate.MIN, Optional.empty());

  /**
   * The key under which callers are hashed on one day.
   *
   * @param key nothing before the first
   */
  private record Day(LocalDate date, Optional<SecretKeySpec> key) {}

  private CallerNames(LogCallers wanted, Optional<byte[]> salt) {
    this.wanted = wanted;
    this.salt = salt;
  }

  /**
   * As an owner wants them.
   *
   * @throws BadInput {@code log.salt} if the file of the salt is none
   */
  static CallerNames of(LogCallers wanted) throws BadInput {
    return switch (wanted) {
      case LogCallers.Hashed(Optional<Path> file) when file.isPresent() ->
          new CallerNames(wanted, Optional.of(salt(file.get())));
      case LogCallers.Hashed _, LogCallers.Named _, LogCallers.Unnamed _ ->
          new CallerNames(wanted, Optional.empty());
    };
  }

  private static byte[] salt(Path file) throws BadInput {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] salt = in.readNBytes(MOST_SALT);
      if (salt.length < LEAST_SALT) {
        throw new BadInput(
            "log.salt",
            "The salt in "
                + file
                + " is shorter than "
                + LEAST_SALT
                + " bytes: make one by \"openssl rand -base64 32\".");
      }
      return salt;
    } catch (IOException unreadable) {
      throw new BadInput(
          "log.salt",
          "The salt of the log cannot be read from "
              + file
              + ": put 16 random bytes or more into a file that this user may read.");
    }
  }

  /** The word for a caller; empty where nothing is to be said. */
  String name(Caller caller, Instant at) {
    return switch (wanted) {
      case LogCallers.Unnamed _ -> "";
      case LogCallers.Hashed _, LogCallers.Named _ ->
          switch (caller) {
            case Caller.Anonymous _ -> "";
            case Caller.Unchecked _ -> NOT_CHECKED;
            case Caller.Known known ->
                wanted instanceof LogCallers.Named
                    ? known.issuer() + " " + known.subject()
                    : hash(known, at);
          };
    };
  }

  private String hash(Caller.Known known, Instant at) {
    byte[] issuer = known.issuer().getBytes(UTF_8);
    // The length keeps "a" + "bc" and "ab" + "c" apart.
    byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(issuer.length).array();
    byte[] hash = mac(key(at), length, issuer, known.subject().getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, SHOWN_BYTES));
  }

  /** That of the day; a line that comes late counts to the day on which it is written. */
  private synchronized SecretKeySpec key(Instant at) {
    LocalDate date = at.atZone(ZoneOffset.UTC).toLocalDate();
    if (today.key().isEmpty() || date.isAfter(today.date())) {
      today = new Day(date, Optional.of(new SecretKeySpec(fresh(date), HASH)));
    }
    return today.key().orElseThrow();
  }

  private byte[] fresh(LocalDate date) {
    if (salt.isPresent()) {
      return mac(new SecretKeySpec(salt.get(), HASH), date.toString().getBytes(UTF_8));
    }
    byte[] random = new byte[2 * LEAST_SALT];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private static byte[] mac(SecretKeySpec key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
