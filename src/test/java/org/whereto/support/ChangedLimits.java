// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.whereto.http.settings.Limits;

/** The default limits but for some, which may be closer than an owner may set them. */
public final class ChangedLimits {

  private ChangedLimits() {}

  /**
   * The limits.
   *
   * @param changed by the names of the record's components; a name that is none is an error
   */
  public static Limits of(Map<String, ?> changed) {
    RecordComponent[] all = Limits.class.getRecordComponents();
    if (!Arrays.stream(all).map(RecordComponent::getName).toList().containsAll(changed.keySet())) {
      throw new AssertionError("There is no such limit: " + changed.keySet());
    }
    try {
      Object[] values = new Object[all.length];
      for (int i = 0; i < all.length; i++) {
        Object usual = all[i].getAccessor().invoke(Limits.DEFAULT);
        values[i] = changed.containsKey(all[i].getName()) ? changed.get(all[i].getName()) : usual;
      }
      Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return Limits.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException wrong) {
      throw new LinkageError("Limits is no record any more.", wrong);
    }
  }
}
