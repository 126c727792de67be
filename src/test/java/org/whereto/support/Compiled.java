// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The compiled classes of this project, and what each of them uses. */
public final class Compiled {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

  private Compiled() {}

  /** The classes of the package {@code root} and below, by name, and the classes that each uses. */
  public static Map<String, Set<String>> classes(String root) throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path file : files(CLASSES.resolve(root.replace('.', '/')))) {
      ClassModel model = ClassFile.of().parse(file);
      String name = model.thisClass().asInternalName().replace('/', '.');
      if (!name.endsWith("package-info")) {
        found.put(name, used(model));
      }
    }
    return found;
  }

  /**
   * The classes below {@code root} that can be made and are of this type, by their simple names.
   */
  public static Set<String> madeOf(String root, Class<?> type)
      throws IOException, ClassNotFoundException {
    Set<String> found = new TreeSet<>();
    for (String name : classes(root).keySet()) {
      Class<?> each = Class.forName(name, false, type.getClassLoader());
      if (type.isAssignableFrom(each) && !Modifier.isAbstract(each.getModifiers())) {
        found.add(each.getSimpleName());
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static Set<String> used(ClassModel model) {
    Set<String> used = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type when !type.asInternalName().startsWith("[") ->
            used.add(type.asInternalName().replace('/', '.'));
        case ClassEntry array -> addDescriptor(array.asInternalName(), used);
        case NameAndTypeEntry member -> addDescriptor(member.type().stringValue(), used);
        case MethodTypeEntry method -> addDescriptor(method.descriptor().stringValue(), used);
        default -> {}
      }
    }
    model.fields().forEach(field -> addDescriptor(field.fieldType(), used));
    model.methods().forEach(method -> addDescriptor(method.methodType(), used));
    return used;
  }

  private static void addDescriptor(Utf8Entry descriptor, Set<String> used) {
    addDescriptor(descriptor.stringValue(), used);
  }

  private static void addDescriptor(String descriptor, Set<String> used) {
    IN_DESCRIPTOR
        .matcher(descriptor)
        .results()
        .forEach(match -> used.add(match.group(1).replace('/', '.')));
  }
}
