// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;

/**
 * XML that carries the same tree as JSON and YAML do.
 *
 * <p>The members of a mapping are elements, the items of a sequence are {@code item} elements below
 * an element of {@code type="list"}. {@code type} is also {@code number}, {@code boolean}, {@code
 * null}, and {@code map} for a mapping without members; an element without {@code type} is a
 * mapping if it holds elements, else a text. A name that is no plain XML name stands in the
 * attribute of {@code <member name="...">}; without that attribute {@code member} and {@code item}
 * are names like any other.
 *
 * <p>What is written reads back as the same tree, except that characters which XML cannot hold
 * become U+FFFD (a name that would then stand twice gets more of them) and tags are left out. Read
 * is only this form: no other attributes, no mixed content, no DOCTYPE, XML 1.0 in UTF-8.
 */
public final class Xml implements Format {

  private final String root;
  private final String namespace;

  /** Documents whose root is {@code root}, in no namespace. */
  public Xml(String root) {
    this(root, "");
  }

  /** Documents whose elements all belong to {@code namespace}, which may be empty for none. */
  public Xml(String root, String namespace) {
    this.root = root;
    this.namespace = namespace;
  }

  String root() {
    return root;
  }

  String namespace() {
    return namespace;
  }

  @Override
  public String name() {
    return "xml";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("application/xml", "text/xml");
  }

  /** Indented by two blanks. */
  @Override
  public byte[] write(Tree tree) {
    return Utf8.encode(new XmlWriter(this).text(tree));
  }

  @Override
  public Tree read(byte[] document, Budget budget, Keep keep) throws BadInput {
    return XmlReader.read(this, document, new Meter(name(), budget), Wanted.tree(keep));
  }

  @Override
  public Glimpse glimpse(byte[] document, String member, Budget budget) {
    return Wanted.glimpse(
        member, wanted -> XmlReader.read(this, document, new Meter(name(), budget), wanted));
  }
}
