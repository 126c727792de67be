// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The JDK's judge of XML by an XSD; it fetches nothing. */
public final class XmlSchemas {

  private XmlSchemas() {}

  /** The schema that this XSD is. */
  public static Schema read(byte[] xsd) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", true);
      return factory.newSchema(new StreamSource(new ByteArrayInputStream(xsd)));
    } catch (SAXException unusable) {
      throw new IllegalArgumentException(unusable);
    }
  }

  /** What is wrong with a document; empty if nothing is. */
  public static List<String> faults(Schema schema, byte[] document) {
    Listing listing = new Listing(new ArrayList<>());
    try {
      Validator validator = schema.newValidator();
      validator.setErrorHandler(listing);
      validator.validate(new StreamSource(new ByteArrayInputStream(document)));
    } catch (SAXException | IOException broken) {
      listing.faults().add(broken.toString());
    }
    return listing.faults();
  }

  private record Listing(List<String> faults) implements ErrorHandler {

    @Override
    public void warning(SAXParseException fault) {
      faults.add(fault.toString());
    }

    @Override
    public void error(SAXParseException fault) {
      faults.add(fault.toString());
    }

    @Override
    public void fatalError(SAXParseException fault) {
      faults.add(fault.toString());
    }
  }
}
