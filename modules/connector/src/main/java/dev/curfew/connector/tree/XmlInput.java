package dev.curfew.connector.tree;

import dev.curfew.model.text.Messages;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// XML as the AWS Query protocol writes it, read one element at a time. Lists are elements whose children are all
/// called `member`, `entry` or `item`, or `Bucket`, as in S3. Document types are refused, and with them entities:
/// nothing is ever fetched or expanded (OWASP, XML External Entity Prevention).
///
/// How large the whole may be is for whoever hands over the text to limit.
public final class XmlInput implements AutoCloseable {
    /// Answers of IAM nest nine deep.
    private static final int DEPTH_MAX = 64;

    private static final List<String> LIST_ITEMS = List.of("member", "entry", "item", "Bucket");

    private final XMLStreamReader reader;

    private XmlInput(XMLStreamReader reader) {
        this.reader = reader;
    }

    public static XmlInput of(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // The JDK counts an escaped quotation mark as an entity, of which it allows 100,000: less than a large account
        // has. Without a document type there are no others.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        try {
            return new XmlInput(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException _) {
            throw new MalformedException(Problem.UNREADABLE, Place.document(), "");
        }
    }

    /// A whole document of modest size, as the value of its root element.
    ///
    /// @param root its name; another is refused as foreign
    public static Reading read(String xml, String root) {
        try (XmlInput input = of(xml)) {
            return Reading.of(input.value(input.openRoot(root), 1));
        }
    }

    /// As above, whatever its root element is called.
    public static Node readAny(String xml) {
        try (XmlInput input = of(xml)) {
            if (input.nextChild() == null) {
                throw new MalformedException(Problem.EMPTY, Place.document(), "");
            }
            return input.value(Place.document(), 1);
        }
    }

    /// Moves into the root element.
    ///
    /// @param root its name; another is refused as foreign
    public Place openRoot(String root) {
        String name = nextChild();
        if (name == null) {
            throw new MalformedException(Problem.EMPTY, Place.document(), "");
        }
        if (!name.equals(root)) {
            throw new MalformedException(Problem.FOREIGN, Place.document(), root);
        }
        return Place.document();
    }

    /// The name of the next element within the one we are in; null where that ends.
    public @Nullable String nextChild() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return null;
            }
            event = next();
        }
        return reader.getLocalName();
    }

    /// The element just named, to its end.
    public Node childValue(Place parent, String name) {
        return value(parent.field(name, line(), column()), 1);
    }

    /// The list item just named, to its end.
    public Node itemValue(Place list, int index) {
        return value(list.item(index, line(), column()), 1);
    }

    public Place place(Place parent, String name) {
        return parent.field(name, line(), column());
    }

    private Node value(Place place, int depth) {
        if (depth > DEPTH_MAX) {
            throw new MalformedException(
                    Problem.LIMIT, place, Messages.of(XmlInput.class).text("limit.depth", DEPTH_MAX));
        }
        StringBuilder text = new StringBuilder();
        List<Node> items = new ArrayList<>();
        Map<String, Node> fields = new LinkedHashMap<>();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(reader.getLocalName(), place, depth, items, fields);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        if (!items.isEmpty() && fields.isEmpty()) {
            return new Node.Items(place, items);
        }
        if (!fields.isEmpty() && items.isEmpty()) {
            return new Node.Fields(place, fields);
        }
        if (!items.isEmpty()) {
            throw new MalformedException(Problem.WRONG_TYPE, place, Expected.list());
        }
        return text.isEmpty() ? new Node.Empty(place) : new Node.Text(place, WellFormed.text(text.toString(), place));
    }

    private void child(String name, Place place, int depth, List<Node> items, Map<String, Node> fields) {
        if (LIST_ITEMS.contains(name)) {
            items.add(value(place.item(items.size(), line(), column()), depth + 1));
        } else if (fields.put(name, value(place.field(name, line(), column()), depth + 1)) != null) {
            throw new MalformedException(Problem.DUPLICATE, place, Expected.field(name));
        }
    }

    private int next() {
        try {
            int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MalformedException(
                        Problem.UNREADABLE, here(), Messages.of(XmlInput.class).text("doctype"));
            }
            return event;
        } catch (XMLStreamException _) {
            // The parser's message quotes what it met.
            throw new MalformedException(Problem.UNREADABLE, here(), "");
        }
    }

    private Place here() {
        return new Place(null, "$", line(), column());
    }

    private int line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    private int column() {
        return Math.max(1, reader.getLocation().getColumnNumber());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException _) {
            throw new MalformedException(Problem.UNREADABLE, here(), "");
        }
    }
}
